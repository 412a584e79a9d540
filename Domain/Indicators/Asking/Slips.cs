namespace GrantBot.Domain.Indicators.Asking;

/// <summary>
/// Slips of the finger: one in a word of five letters and more, two in one of nine and more; a wrong first letter only in long words.
/// Two letters too many or too few are another word: they may be a negation (тіркелген, тіркелмеген).
/// </summary>
internal static class Slips
{
    private const int One = 5, Two = 9;

    /// <summary>How many slips lie between a typed word and a spelling with its endings; null = too many, or none at all.</summary>
    public static int? Between(Token token, string stem, bool open, char language)
    {
        var slips = Between(token.Folded, stem, open, language);
        return token.Sounded is { } heard && language != 'e' && Between(heard, stem, open, language) is { } s && (slips is null || s < slips) ? s : slips;
    }

    private static int? Between(string word, string stem, bool open, char language)
    {
        var most = word.Length >= Two ? 2 : word.Length >= One ? 1 : 0;
        if (most == 0 || stem.Length < One - 1 || (stem[0] != word[0] && word.Length < One + 2)) return null;
        if (stem.Length < One && open) most = 1;
        if (!open) return Distance(word, stem, most);
        int? best = null;
        for (var length = Math.Max(1, stem.Length - 1); length <= Math.Min(word.Length, stem.Length + 1); length++)
        {
            if (!Endings.Fits(language, word.AsSpan(length))) continue;
            if (Distance(word.AsSpan(0, length), stem, most) is { } slips && (best is null || slips < best)) best = slips;
        }
        return best;
    }

    /// <summary>Letters changed, missing, added or swapped with the next one; null when there are more than allowed.</summary>
    public static int? Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return null;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }
        return rows[a.Length, b.Length] is var slips && slips <= most ? slips : null;
    }
}
