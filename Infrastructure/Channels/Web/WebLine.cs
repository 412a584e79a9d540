using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>One line of a web chat as the page shows it; stored as JSON in a web message row.</summary>
/// <param name="Key">"o" and the outbox id, or "c" and the id the page gave: what was stored once is not stored again.</param>
/// <param name="Kind">"text", "file", "settle", "gone", or of a person's words that staff were "shown" them, or "read" them.</param>
internal sealed record WebLine([property: JsonPropertyOrder(-1)] string Key, string Kind)
{
    /// <summary>Language of the bot's words; null for a person's.</summary>
    public string? Lang { get; init; }

    /// <summary>Number of what somebody said about a request for advice that it passes on: by it the line is found when those words go.</summary>
    public string? Said { get; init; }

    public string? Text { get; init; }
    public IReadOnlyList<WebOption>? Options { get; init; }
    public bool Compact { get; init; }

    /// <summary>Label of a button that shares where the person is.</summary>
    public string? Place { get; init; }

    /// <summary>What a free answer is: the page's keyboard or calendar follows it. Null for any text.</summary>
    public string? Expects { get; init; }

    /// <summary>Number of the line whose place this one takes.</summary>
    public string? Replaces { get; init; }
    public WebFile? File { get; init; }

    /// <summary>Number of the line whose buttons are settled, or number or key of the one that is gone, shown or read.</summary>
    public string? Settles { get; init; }

    /// <summary>Label of the choice made.</summary>
    public string? Choice { get; init; }

    public static string OfOutbox(long id) => $"o{id}";

    public static string OfPage(string id) => $"c{id}";

    /// <summary>What the JSON of a line holds that passes on these words.</summary>
    public static string SaidMark(long line) => $"\"said\":\"{line}\"";

    public string ToJson() => JsonSerializer.Serialize(this, WebJson.Options);

    /// <summary>How the JSON of the line with this key begins.</summary>
    public static string JsonStart(string key) => $"{{\"key\":\"{key}\",";
}

/// <summary>A button under a line.</summary>
internal sealed record WebOption(string Token, string Label, string? Description, bool Picked)
{
    /// <summary>The page it opens; null = it is pressed.</summary>
    public string? Url { get; init; }
}

/// <summary>A file shown or offered.</summary>
internal sealed record WebFile(string Id, string Name, string Type, long? Bytes);

/// <summary>A stored line on its way to the page.</summary>
/// <param name="N">Its number, by which a page that was away asks for the rest.</param>
/// <param name="Bot">The bot's line, not the person's.</param>
/// <param name="At">UTC milliseconds.</param>
/// <param name="Line">The line.</param>
internal sealed record WebEvent(long N, bool Bot, long At, JsonElement Line);

internal static class WebJson
{
    /// <summary>Letters stay letters (the JSON never stands inside HTML) and what is absent is left out.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        NumberHandling = JsonNumberHandling.Strict,
    };
}
