using System.Diagnostics;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>Writes a reply as a line of the page. Pure. The page scrolls, so a list of choices is sent whole.</summary>
internal static class WebEncoder
{
    public static WebLine Encode(Outgoing message)
    {
        var key = WebLine.OfOutbox(message.OutboxId);
        return message.Reply switch
        {
            Reply.Message m => new WebLine(key, "text")
            {
                Lang = message.Language, Said = Said(m), Text = m.Text, Options = Options(m), Compact = m.Compact, Place = m.LocationButton, Replaces = m.Replaces?.Id,
                Expects = m.Expects is Expected.Text ? null : m.Expects.ToString().ToLowerInvariant(),
            },
            Reply.File f => new WebLine(key, "file") { Lang = message.Language, Said = Said(f), Text = f.Caption, File = new WebFile(f.FileId, f.Name, f.MediaType, null) },
            Reply.Remove r => new WebLine(key, "gone") { Settles = r.On.Id },
            Reply.Settle s => new WebLine(key, "settle") { Lang = message.Language, Settles = s.On.Id, Choice = s.Choice },
            _ => throw new UnreachableException(),
        };
    }

    private static string? Said(Reply reply) => reply.As is { Kind: SentKind.Line or SentKind.LineFile, Number: var line } ? $"{line}" : null;

    private static List<WebOption>? Options(Reply.Message m) =>
        m.Options.Count == 0 ? null : [.. m.Options.Select((o, i) => new WebOption(ButtonToken.Of(m, i), o.Label, o.Description, o.Picked) { Url = o.Url })];
}
