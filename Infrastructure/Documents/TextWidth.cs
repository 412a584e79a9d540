namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// Guesses how wide a text is drawn, since SVG does not wrap by itself and the fonts of the machine are not known.
/// Guesses err on the wide side, so that a line rather breaks early than runs out of its column.
/// </summary>
internal static class TextWidth
{
    /// <summary>Width in pixels at a font size.</summary>
    public static double Of(string text, double size) => text.EnumerateRunes().Sum(r => Em(r.Value)) * size;

    /// <summary>Lines no wider than a column. A word that is wider by itself is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Broken(w, size, width)))
        {
            if (line.Length > 0 && Of($"{line} {word}", size) > width)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Broken(string word, double size, double width)
    {
        var part = "";
        foreach (var rune in word.EnumerateRunes())
        {
            if (part.Length > 0 && Of(part + rune, size) > width)
            {
                yield return part;
                part = "";
            }
            part += rune.ToString();
        }
        yield return part;
    }

    private static double Em(int rune) => rune switch
    {
        ' ' or '.' or ',' or ':' or ';' or '!' or '\'' or '|' or 'i' or 'l' or 'j' or 'і' or '(' or ')' or '-' or '’' => 0.38,
        'ш' or 'щ' or 'м' or 'ж' or 'ю' or 'ф' or 'ы' or 'm' or 'w' => 0.86,
        'Ш' or 'Щ' or 'М' or 'Ж' or 'Ю' or 'Ф' or 'Ы' or 'M' or 'W' or '@' or '%' or '—' or '№' => 1.05,
        >= 'a' and <= 'z' or >= 'а' and <= 'я' or >= '0' and <= '9' => 0.6,
        > 0x2E80 => 1.1, // ideographs, emoji
        _ => 0.7,
    };
}
