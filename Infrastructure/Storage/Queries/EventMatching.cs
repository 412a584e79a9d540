using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Finds the event a person means by its code or by a part of its title in any language, forgiving case, Kazakh letters and slips of the finger.</summary>
internal static class EventMatching
{
    private const int MostNear = 5;
    private const int LongestQuery = 200;

    /// <summary>Looks by whole code first, then by whole title, then by parts; a code typed in full always wins.</summary>
    public static EventMatch Find(string text, IReadOnlyList<NamedEvent> events)
    {
        var wanted = Fold.Text(text.Length > LongestQuery ? text[..LongestQuery] : text);
        if (wanted.Length == 0) return new EventMatch.None([.. events.Take(MostNear)]);
        var words = events.Select(e => (Event: e, Code: Fold.Text(e.Code), Titles: e.AlsoCalled.Select(Fold.Text).Where(t => t.Length > 0).ToList())).ToList();
        foreach (var rule in (Func<string, List<string>, bool>[])
        [
            (code, _) => code == wanted,
            (_, titles) => titles.Contains(wanted),
            (code, titles) => code.StartsWith(wanted, StringComparison.Ordinal) || titles.Exists(t => HasWords(t, wanted)),
        ])
        {
            var found = words.Where(w => rule(w.Code, w.Titles)).Select(w => w.Event).ToList();
            if (found.Count > 0) return found.Count == 1 ? new EventMatch.One(found[0]) : new EventMatch.Several(found);
        }
        return new EventMatch.None([.. words
            .Select(w => (w.Event, Distance: w.Titles.SelectMany(t => t.Split(' ').Append(t)).Append(w.Code).Min(t => Distance(t, wanted))))
            .Where(w => w.Distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(w => w.Distance).Take(MostNear).Select(w => w.Event)]);
    }

    /// <summary>Every word asked for begins some word of the title: "прем лиг" finds «Премьер лига».</summary>
    private static bool HasWords(string title, string wanted) =>
        wanted.Split(' ').All(w => $" {title}".Contains($" {w}", StringComparison.Ordinal));

    /// <summary>Levenshtein's distance: letters to add, drop or change.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }
        return row[b.Length];
    }
}
