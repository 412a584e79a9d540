namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Phrases of age in full years. "Under 14" and «до 14 лет» leave 14 out, «до 14 лет включительно» and "up to 14" do not; «старше 18» begins at 18.</summary>
internal static class AgeRules
{
    private const string Years = "unit/yearword";

    public static IReadOnlyList<Rule> All { get; } =
    [
        // a range
        new($"aged? between num {Years}? and num {Years}?", Range),
        new($"aged/d.age from? num dash/to/until/by/and num {Years}?", Range),
        new($"from? num {Years}? dash/to/until/by num {Years}", Range),
        new($"from num until/to/dash num", Range),
        new($"num unit? abl? and num unit within?", Range),
        new("num abl num dat until unit?", Range),
        new("num abl unit? num dat unit? until", Range),
        new("num unit num unit until", Range),
        new($"atleast num {Years}? and? atmost num {Years}?", Range),
        new($"older num {Years}? and? younger num {Years}?", (d, t) => d.Age(t.First(n => n.Is("num")).Number, t.Last(n => n.Is("num")).Number - 1)),

        // at least
        new($"num {Years}? and older", (d, t) => d.Age(First(t), null)),
        new($"older/atleast num {Years}? abl?", (d, t) => d.Age(First(t), null)),
        new($"num abl {Years}? older/since/atleast", (d, t) => d.Age(First(t), null)),
        new($"num {Years}? older/since/atleast", (d, t) => d.Age(First(t), null)),
        new($"num plus {Years}?", (d, t) => d.Age(First(t), null)),
        new($"from num {Years}", (d, t) => d.Age(First(t), null)),
        new($"from num and older", (d, t) => d.Age(First(t), null)),

        // at most
        new($"num {Years}? and younger", (d, t) => d.Age(null, First(t))),
        new($"until num {Years} incl", (d, t) => d.Age(null, First(t))),
        new($"num dat? unit? until incl", (d, t) => d.Age(null, First(t))),
        new($"atmost num {Years}?", (d, t) => d.Age(null, First(t))),
        new($"num abl? dat? {Years}? atmost", (d, t) => d.Age(null, First(t))),
        new($"younger num {Years}?", (d, t) => d.Age(null, First(t) - 1)),
        new($"num abl? {Years}? younger", (d, t) => d.Age(null, First(t) - 1)),
        new($"until num {Years}", (d, t) => d.Age(null, First(t) - 1)),
        new($"num dat? unit? until unit?", (d, t) => d.Age(null, First(t) - 1)),

        // exactly
        new($"aged/d.age? num unit", (d, t) => d.Age(First(t), First(t))),
        new($"aged num", (d, t) => d.Age(First(t), First(t))),
        new($"num yearword", (d, t) => d.Age(First(t), First(t))),
    ];

    /// <summary>Two numbers with a hyphen and nothing that says of what; used last, when no month and no school took them.</summary>
    public static Rule Bare { get; } = new("num dash num", (d, t) => First(t) >= 5 && Range(d, t));

    private static bool Range(Draft draft, IReadOnlyList<Token> taken)
    {
        var numbers = taken.Where(t => t.Is("num")).Select(t => t.Number).ToList();
        return draft.Age(numbers[0], numbers[1]);
    }

    private static int First(IReadOnlyList<Token> taken) => taken.First(t => t.Is("num")).Number;
}
