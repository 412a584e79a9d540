using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Territories and places of study. Schools have the same numbers in every town: without the town they are asked back about.</summary>
internal static class PlaceRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("t region", (_, _) => true), // the whole region: everything
        new("t d.territory", Territory),
        new("d.territory t", Territory),
        new("by d.event ev", (_, _) => true),
        new("d.event ev", (_, _) => true),
        new("no num i i?", Institution),
        new("num abl? i i?", Institution),
        new("i i? no num", Institution),
        new("i i? num !dash/unit/mon/abl/dat/plus/older/younger/until/to", Institution),
    ];

    /// <summary>Places that have a name instead of a number: «Медициналық колледж», «нефтегазовый колледж».</summary>
    public static void Named(Draft draft)
    {
        for (var at = 0; at < draft.Tokens.Count; at++)
        {
            if (!draft.Tokens[at].Is("i")) continue;
            var around = new[] { at - 3, at - 2, at - 1, at }.Where(i => i >= 0);
            foreach (var start in around)
            {
                var span = draft.Tokens.Skip(start).Take(at - start + 1).ToList();
                var found = draft.World.Institutions.Where(i => Names(i).Any(n => IsNamed(n, span))).ToList();
                if (found.Count == 0) continue;
                Choose(draft, string.Join(' ', span.Select(t => t.Text)), found);
                draft.Tokens.RemoveRange(start, span.Count);
                draft.Tokens.Insert(start, new("", "") { Means = "x" });
                at = start;
                break;
            }
        }
    }

    private static bool Territory(Draft draft, IReadOnlyList<Token> taken)
    {
        draft.Territories.Add(taken.First(t => t.Is("t")).Means[2..]);
        return true;
    }

    private static bool Institution(Draft draft, IReadOnlyList<Token> taken)
    {
        var kinds = taken.Where(t => t.Is("i")).Select(t => t.Means[2..]).ToList();
        var key = InstitutionFold.Key($"{string.Join(' ', kinds)} {taken.First(t => t.Is("num")).Number}");
        var found = draft.World.Institutions.Where(i => Names(i).Any(n => InstitutionFold.Key(n) == key)).ToList();
        if (found.Count == 0) return false;
        Choose(draft, string.Join(' ', taken.Select(t => t.Text)), found);
        return true;
    }

    private static void Choose(Draft draft, string words, List<NamedCode> found)
    {
        var towns = draft.Territories.Concat(draft.Tokens.Where(t => t.Is("t")).Select(t => t.Means[2..])).ToHashSet(StringComparer.Ordinal);
        if (towns.Count > 0 && found.Exists(i => towns.Contains(i.Territory))) found = [.. found.Where(i => towns.Contains(i.Territory))];
        if (found.Count == 1 || towns.Count >= found.Count) { draft.Institutions.AddRange(found.Select(i => i.Code)); return; }
        draft.Open.Add((words, CountPart.Institution, [.. found.Select(i => (Func<CountQuestion, CountQuestion>)(q => q with { Institutions = [i.Code] }))]));
    }

    private static string[] Names(NamedCode named) => [named.Names.Kk, named.Names.Ru, named.Names.En];

    /// <summary>Every word of the name stands there, in order, with any endings; a name with a number is none.</summary>
    private static bool IsNamed(string name, List<Token> span)
    {
        var words = Tokens.Of(name).Where(t => !t.Is("x")).ToList();
        return words.Count == span.Count && words.TrueForAll(w => w.IsWord) && words.Zip(span).All(p => Titles.Fits(p.First.Folded, p.Second) || SameKind(p.First, p.Second));
    }

    private static bool SameKind(Token named, Token said) => said.Is("i") && said.Means is "i.college" or "i.university" && InstitutionFold.Key(named.Text) == said.Means[2..];
}
