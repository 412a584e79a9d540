namespace GrantBot.Domain.Localisation;

/// <summary>Finds the label a person means who types instead of pressing.</summary>
public static class Labels
{
    private static readonly HashSet<string>[] Meanings =
    [
        [.. new[] { "иә", "ия", "ийа", "иа", "iya", "ia", "да", "ага", "yes", "yeah" }.Select(Fold.Text)],
        [.. new[] { "жоқ", "жок", "jok", "joq", "нет", "неа", "no", "nope" }.Select(Fold.Text)],
    ];

    private const int ShortestBeginning = 3, ShortestWithSlip = 5;

    /// <summary>
    /// Position of the one meant; -1 when none is, or more than one may be. Letters of other keyboards are forgiven (<see cref="Fold"/>);
    /// the whole label wins, then its unmistakable beginning, then one slip of the finger.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="labels">For each choice what it is called: first in the person's language, then in others.</param>
    public static int Find(string typed, IReadOnlyList<IReadOnlyList<string>> labels)
    {
        var folded = Fold.Text(typed);
        if (folded.Length == 0) return -1;
        var known = labels.Select(names => names.Select(Fold.Text).ToList()).ToList();
        return Only(known, n => n == folded)
            ?? (folded.Length < ShortestBeginning ? null : Only(known, n => n.StartsWith(folded + " ", StringComparison.Ordinal)) ?? Only(known, n => n.StartsWith(folded, StringComparison.Ordinal)))
            ?? (folded.Length < ShortestWithSlip ? null : Only(known, n => n.Length >= ShortestWithSlip && Digits(n) == Digits(folded) && Fold.OneSlip(n, folded)))
            ?? ByMeaning(known, folded)
            ?? (Fold.FromLatin(typed) is { } cyrillic && Fold.Text(cyrillic) != folded ? Find(cyrillic, labels) : -1);
    }

    /// <summary>Yes and no in all the ways people write them.</summary>
    private static int? ByMeaning(List<List<string>> known, string folded) =>
        Meanings.FirstOrDefault(m => m.Contains(folded)) is { } meant ? Only(known, meant.Contains) : null;

    /// <summary>Another digit is no slip: School 1 is not School 7.</summary>
    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    /// <summary>The only one that fits by its first name, else the only one that fits by any; -1 when several do, null when none does.</summary>
    private static int? Only(List<List<string>> known, Func<string, bool> fits)
    {
        var own = Enumerable.Range(0, known.Count).Where(i => known[i].Count > 0 && fits(known[i][0])).Take(2).ToList();
        if (own.Count == 0) own = [.. Enumerable.Range(0, known.Count).Where(i => known[i].Exists(n => fits(n))).Take(2)];
        return own switch { [] => null, [var only] => only, _ => -1 };
    }
}
