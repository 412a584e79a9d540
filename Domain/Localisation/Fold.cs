using System.Globalization;
using System.Text;

namespace GrantBot.Domain.Localisation;

/// <summary>
/// Makes spellings that people mean as one equal, for search and for telling duplicates. Only for comparing: what is stored and shown keeps its letters.
/// Kazakh letters fall together with the Russian and Latin letters typed in their place (ң н, қ к, ұ ү у, ө о, ә а, ғ г, і и, һ х), ё with е;
/// apostrophes go, other punctuation parts words.
/// </summary>
public static class Fold
{
    private static readonly CultureInfo Kazakh = CultureInfo.GetCultureInfo("kk-KZ");

    /// <summary>The folded text; empty when nothing but punctuation was there.</summary>
    public static string Text(string text)
    {
        var result = new StringBuilder(text.Length);
        var wellFormed = string.Concat(text.EnumerateRunes()); // a lone surrogate would make Normalize throw
        foreach (var rune in wellFormed.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (IsApostrophe(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) result.Append(Letter(Rune.ToLower(rune, Kazakh)));
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        return result.ToString().TrimEnd(' ');
    }

    /// <summary>Both texts mean the same to a person who types without Kazakh letters.</summary>
    public static bool Same(string a, string b) => Text(a) == Text(b);

    /// <summary>Whether two words differ by one letter changed, missing, added or swapped with its neighbour.</summary>
    public static bool OneSlip(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        if (b.Length - a.Length > 1) return false;
        var i = 0;
        while (i < a.Length && a[i] == b[i]) i++;
        if (a.Length < b.Length) return a.AsSpan(i).SequenceEqual(b.AsSpan(i + 1));
        if (i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i]) return a.AsSpan(i + 2).SequenceEqual(b.AsSpan(i + 2));
        return i < a.Length && a.AsSpan(i + 1).SequenceEqual(b.AsSpan(i + 1));
    }

    /// <summary>A word typed in Latin letters as it sounds in Cyrillic ("kelisemin", "premer liga"); null when other letters stand in it or none.</summary>
    public static string? FromLatin(string text)
    {
        var lower = text.ToLowerInvariant();
        if (!lower.Any(char.IsAsciiLetter) || lower.Any(c => char.IsLetter(c) && !char.IsAsciiLetter(c))) return null;
        foreach (var (latin, cyrillic) in Sounds) lower = lower.Replace(latin, cyrillic, StringComparison.Ordinal);
        return lower;
    }

    private static readonly (string Latin, string Cyrillic)[] Sounds =
    [
        ("shch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("gh", "ғ"), ("ya", "я"), ("yu", "ю"), ("ts", "ц"),
        ("a", "а"), ("b", "б"), ("c", "с"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"),
        ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "х"), ("y", "ы"), ("z", "з"),
    ];

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '`' or '’' or '‘' or 'ʼ' or 'ʹ' or '´' or '′';

    private static Rune Letter(Rune lower) => new(lower.Value switch
    {
        'ё' or 'e' => 'е',
        'ә' or 'a' => 'а',
        'ғ' => 'г',
        'қ' or 'k' => 'к',
        'ң' => 'н',
        'ө' or 'o' => 'о',
        'ұ' or 'ү' or 'y' => 'у',
        'һ' or 'h' or 'x' => 'х',
        'і' or 'i' => 'и',
        'c' => 'с',
        'p' => 'р',
        'm' => 'м',
        't' => 'т',
        var other => other,
    });
}
