namespace GrantBot.Domain.Localisation;

/// <summary>
/// Every sentence the bot says, by key and language. One catalogue, loaded at start from Content/Locales,
/// so that a native editor corrects a text in one place.
/// </summary>
public sealed class Texts
{
    /// <summary>Kazakh, Russian, English: the order in which languages are offered.</summary>
    public static readonly IReadOnlyList<string> Languages = ["kk", "ru", "en"];

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> byLanguage;

    /// <summary>Takes language -> key -> text. Every key must be present in every language.</summary>
    /// <exception cref="ArgumentException">A language lacks a key; the message names both.</exception>
    public Texts(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> byLanguage)
    {
        this.byLanguage = new(byLanguage, StringComparer.Ordinal);
        var all = byLanguage.Values.SelectMany(t => t.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            if (!byLanguage.TryGetValue(language, out var texts)) throw new ArgumentException($"Texts: language {language} is missing");
            var missing = all.FirstOrDefault(k => !texts.ContainsKey(k));
            if (missing is not null) throw new ArgumentException($"Texts: {language} has no text for {missing}");
        }
    }

    /// <summary>All keys, for tests.</summary>
    public IEnumerable<string> Keys => byLanguage["kk"].Keys;

    /// <summary>Whether there is such a text.</summary>
    public bool Has(string key) => byLanguage["kk"].ContainsKey(key);

    /// <summary>The text as written, placeholders included. An unknown language reads as Kazakh.</summary>
    /// <exception cref="KeyNotFoundException">No such key: a mistake of ours.</exception>
    public string this[string key, string language] =>
        (byLanguage.TryGetValue(language, out var texts) ? texts : byLanguage["kk"]).TryGetValue(key, out var text)
            ? text
            : throw new KeyNotFoundException($"No text for key {key}");

    /// <summary>The text with its {placeholders} filled. Values are inserted as they are and never read as placeholders themselves.</summary>
    public string Say(string key, string language, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(this[key, language], values);

    /// <summary>Fills {name} placeholders of a template; an unknown one stays as it is.</summary>
    public static string Fill(string template, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (values.Length == 0 || !template.Contains('{', StringComparison.Ordinal)) return template;
        var result = new System.Text.StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0) { result.Append(template, at, template.Length - at); break; }
            result.Append(template, at, open - at);
            var name = template.AsSpan(open + 1, close - open - 1);
            var found = false;
            foreach (var (key, value) in values)
            {
                if (!name.SequenceEqual(key)) continue;
                result.Append(value);
                found = true;
                break;
            }
            if (!found) result.Append(template, open, close - open + 1);
            at = close + 1;
        }
        return result.ToString();
    }
}
