using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>What the page sends: one thing a person did. Every field may be missing, too long or a lie.</summary>
internal sealed record WebPost
{
    public const int MaxBytes = 64 * 1024;
    public const int MaxText = 4096;

    /// <summary>UUID made by the page; a resend carries the same.</summary>
    public string? Id { get; init; }

    /// <summary>"hello", "text", "press" or "file".</summary>
    public string? Kind { get; init; }

    /// <summary>Typed text, or the caption of a file.</summary>
    public string? Text { get; init; }

    /// <summary>Token of the button pressed.</summary>
    public string? Token { get; init; }

    /// <summary>Number of the line the button stands under.</summary>
    public string? Line { get; init; }

    /// <summary>Id of a file uploaded before.</summary>
    public string? File { get; init; }

    /// <summary>Code the page was opened with.</summary>
    public string? Code { get; init; }

    /// <summary>The browser's language.</summary>
    public string? Language { get; init; }

    /// <summary>Reads what the page sent; the problem says why it cannot be taken.</summary>
    public static (WebPost? Post, WebProblem? Problem) Read(ReadOnlySpan<byte> json)
    {
        WebPost? post;
        try
        {
            post = JsonSerializer.Deserialize<WebPost>(json, WebJson.Options);
        }
        catch (JsonException)
        {
            return (null, WebProblem.Unreadable);
        }
        return post switch
        {
            null or { Id: null } => (null, WebProblem.Unreadable),
            _ when !IsId(post.Id) => (null, WebProblem.Unreadable),
            { Text.Length: > MaxText } => (null, WebProblem.TooLong),
            { Kind: "hello" } or { Kind: "file", File: not null } => (post, null),
            { Kind: "text" } when !string.IsNullOrWhiteSpace(post.Text) => (post, null),
            { Kind: "press", Token.Length: > 0 and <= 64, Line: null or { Length: <= 20 } } => (post, null),
            _ => (null, WebProblem.Unreadable),
        };
    }

    /// <summary>A message id as the page makes it: a UUID with hyphens, in lower case.</summary>
    public static bool IsId(string? id) => Guid.TryParseExact(id, "D", out var value) && value.ToString("D") == id;
}

/// <summary>A post with what the server knows about it: the stored form of one web message.</summary>
/// <param name="Chat">The chat's address value.</param>
/// <param name="At">When it came, UTC milliseconds.</param>
/// <param name="Post">What the page sent.</param>
/// <param name="File">The stored file, when one was sent.</param>
internal sealed record WebEnvelope(string Chat, long At, WebPost Post, WebFile? File)
{
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, WebJson.Options);
}
