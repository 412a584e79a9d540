using System.Globalization;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>
/// Cuts text to Meta's limits without breaking what a reader sees as one letter. Meta does not say what a character is,
/// so UTF-16 units, the strictest reading, are counted.
/// </summary>
internal static class WhatsAppText
{
    private static readonly string[] Borders = ["\n\n", "\n", ". ", " "];

    /// <summary>One line without edge spaces: titles may not hold line feeds.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text, or as many whole graphemes as fit before an ellipsis.</summary>
    public static string Cut(string text, int limit) =>
        text.Length <= limit ? text : text[..Fit(text, limit - 1)].TrimEnd() + "…";

    /// <summary>
    /// Parts that fit: all but the last within <paramref name="limit"/>, the last within <paramref name="last"/>.
    /// Breaks at a paragraph where possible, else at a line, a sentence, a word, a grapheme.
    /// </summary>
    public static List<string> Split(string text, int limit, int last)
    {
        var parts = new List<string>();
        var rest = text.Trim();
        while (rest.Length > last)
        {
            // when the rest would fit but for the last part's own limit, leave as much as possible to the last part
            var at = limit > last && rest.Length <= limit + last ? Before(rest, rest.Length - last, limit) : After(rest, limit);
            parts.Add(rest[..at].TrimEnd());
            rest = rest[at..].TrimStart();
        }
        parts.Add(rest);
        parts.RemoveAll(p => p.Length == 0);
        return parts;
    }

    /// <summary>The latest break at or before a position.</summary>
    private static int After(string text, int limit)
    {
        foreach (var border in Borders)
        {
            var at = text.LastIndexOf(border, limit - 1, limit, StringComparison.Ordinal);
            if (at >= limit / 2) return at + border.Length;
        }
        return Fit(text, limit);
    }

    /// <summary>The earliest good break from a position on.</summary>
    private static int Before(string text, int from, int limit)
    {
        foreach (var border in Borders)
        {
            var at = text.IndexOf(border, from, StringComparison.Ordinal);
            if (at >= 0 && at + border.Length < text.Length && at < limit) return at + border.Length;
        }
        var cut = Fit(text, Math.Min(from, limit));
        return cut < from && cut + StringInfo.GetNextTextElementLength(text, cut) is var next && next <= limit ? next : cut;
    }

    /// <summary>The length of the graphemes that fit; a single one longer than the limit is cut between code points.</summary>
    private static int Fit(string text, int limit)
    {
        var fits = 0;
        while (fits < text.Length && fits + StringInfo.GetNextTextElementLength(text, fits) is var next && next <= limit) fits = next;
        if (fits > 0) return fits;
        return limit > 1 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : Math.Max(1, limit);
    }
}
