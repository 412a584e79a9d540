using System.Security.Cryptography;
using System.Text.Json;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>Reads stored web messages. Pure.</summary>
internal static class WebDecoder
{
    public static IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload) =>
        Read(payload.Span) is { } e
            ? [new InboxItem(ChannelKind.Web, $"{e.Chat}:{e.Post.Id}", e.Chat, 0, payload)]
            : [new InboxItem(ChannelKind.Web, Convert.ToHexStringLower(SHA256.HashData(payload.Span)), "", 0, payload)];

    public static Decoded Decode(ReadOnlyMemory<byte> item)
    {
        if (Read(item.Span) is not { } e) return new Decoded(null, null);
        var from = new ChatAddress(ChannelKind.Web, e.Chat);
        return new Decoded(new Delivery(from, Content(e), DateTimeOffset.FromUnixTimeMilliseconds(e.At)) { ClientLanguage = Language(e.Post.Language), MessageId = WebLine.OfPage(e.Post.Id!) }, null);
    }

    private static Inbound Content(WebEnvelope e) => e.Post switch
    {
        { Kind: "hello" } p => new Inbound.Text(IsCode(p.Code) ? $"/start {p.Code}" : "/start"),
        { Kind: "text", Text: { } text } => new Inbound.Text(Clean(text)),
        { Kind: "press", Token: { } token } p => new Inbound.Press(token, p.Line is null ? null : new MessageRef(p.Line, null)),
        { Kind: "file" } p when e.File is { } f => new Inbound.File(f.Id, f.Name, f.Type, f.Bytes, p.Text is null ? null : Clean(p.Text)),
        _ => new Inbound.Unsupported(e.Post.Kind is "text" or "press" or "file" ? e.Post.Kind : "web"),
    };

    /// <summary>What the page itself would send: no control characters but line feeds and tabs, no more than the page takes.</summary>
    public static string Clean(string text)
    {
        var cut = text.Length > WebPost.MaxText ? text[..WebPost.MaxText] : text;
        return string.Concat(cut.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
    }

    private static bool IsCode(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>"kk-KZ" -> "kk"; null when it is no language tag.</summary>
    private static string? Language(string? tag)
    {
        var primary = tag?.Split('-')[0];
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetter) ? primary.ToLowerInvariant() : null;
    }

    private static WebEnvelope? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<WebEnvelope>(json, WebJson.Options) is { Chat.Length: 64, Post.Id: not null } e
                && e.At is >= 0 and < 253_402_300_800_000 ? e : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
