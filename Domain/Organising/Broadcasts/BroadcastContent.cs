using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>What a message says: texts by language, a picture or file, buttons.</summary>
public sealed record BroadcastContent
{
    /// <summary>Longest text, in UTF-16 units: what Telegram and WhatsApp take as one message (platform/telegram.md A5.1, whatsapp.md B4).</summary>
    public const int LongestText = 4096;

    /// <summary>Longest text that leaves as one message with a picture or file: the caption of both platforms.</summary>
    public const int LongestCaption = 1024;

    /// <summary>WhatsApp shows no more buttons below a message.</summary>
    public const int MostButtons = 3;

    /// <summary>The text by language; one stands in for those that are missing.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A picture or file; null = none.</summary>
    public PassedFile? File { get; init; }

    /// <summary>What can be opened from below the message.</summary>
    public IReadOnlyList<BroadcastButton> Buttons { get; init; } = [];

    /// <summary>Nothing is written yet; buttons alone are no message.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => this is { Texts.Count: 0, File: null };

    /// <summary>The text for a reader of this language: their own, else Russian, Kazakh, English, whichever there is; "" = only a file.</summary>
    public string In(string language) => Texts.GetValueOrDefault(language) ?? Texts.GetValueOrDefault("ru") ?? Texts.GetValueOrDefault("kk") ?? Texts.GetValueOrDefault("en") ?? "";

    /// <summary>The same with a text more, or another one.</summary>
    public BroadcastContent With(string language, string text) => this with { Texts = new Dictionary<string, string>(Texts, StringComparer.Ordinal) { [language] = text } };

    /// <summary>The language a text is most likely in: letters of Kazakh alone, Cyrillic ones, others.</summary>
    public static string LanguageOf(string text) =>
        text.Any(c => "әғқңөұүһі".Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)) ? "kk" : text.Any(c => c is >= 'А' and <= 'я' or 'ё' or 'Ё') ? "ru" : "en";
}

/// <summary>What a button opens. Numbers are stored: never renumber.</summary>
public enum BroadcastTarget
{
    /// <summary>An event, by its code.</summary>
    Event = 1,

    /// <summary>A survey, by its id.</summary>
    Survey = 2,

    /// <summary>A form by itself, by its id.</summary>
    Form = 3,

    /// <summary>A page on the web, by its address.</summary>
    Link = 4,
}

/// <summary>A button below a message.</summary>
/// <param name="Opens">What kind of thing it opens.</param>
/// <param name="Key">Which.</param>
public sealed record BroadcastButton(BroadcastTarget Opens, string Key);
