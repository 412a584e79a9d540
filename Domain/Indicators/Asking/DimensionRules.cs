namespace GrantBot.Domain.Indicators.Asking;

/// <summary>By what a count is parted: «по школам и полу», «аудан бойынша», "each month", "by tournament" (by event, of tournaments only).</summary>
internal static class DimensionRules
{
    private const string D = "d/i/k/unit";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new($"by? each {D} postby?", Take),
        new("unit within postby", Take),
        new($"by {D} and by? {D} and by? {D}", Take),
        new($"by {D} by? {D} and by? {D}", Take),
        new($"by {D} and by? {D}", Take),
        new($"by {D} by? {D}", Take),
        new($"by {D}", Take),
        new($"{D} postby? and? {D} postby? and {D} postby", Take),
        new($"{D} postby? and? {D} postby", Take),
        new($"{D} postby", Take),
        new("d every", Take),
        new("which d", Take),
        new("which i", Take),
    ];

    /// <summary>The dimension a noun names; null when it names none.</summary>
    public static Dimension? Of(string concept) => concept switch
    {
        "d.event" => Dimension.Event,
        "d.gender" => Dimension.Gender,
        "d.age" or "unit" => Dimension.Age,
        "d.category" => Dimension.Category,
        "d.territory" => Dimension.Territory,
        "d.institution" => Dimension.Institution,
        "d.language" => Dimension.Language,
        "d.channel" => Dimension.Channel,
        "d.month" or "b.month" => Dimension.Month,
        "d.week" or "b.week" => Dimension.Week,
        "d.day" or "b.day" => Dimension.Day,
        _ when concept.StartsWith("i.", StringComparison.Ordinal) => Dimension.Institution,
        _ when concept.StartsWith("k.", StringComparison.Ordinal) => Dimension.Event,
        _ => null,
    };

    private static bool Take(Draft draft, IReadOnlyList<Token> taken)
    {
        var nouns = taken.Where(t => Of(t.Means) is not null).ToList();
        if (nouns.Exists(t => t.Means == EventRules.Debate)) return false; // debates are all there is: «по дебатам» says nothing
        foreach (var noun in nouns)
        {
            if (noun.Is("k")) draft.Kinds.Add(noun.Means[2..]);
            var dimension = Of(noun.Means)!.Value;
            if (!draft.By.Contains(dimension)) draft.By.Add(dimension);
        }
        return true;
    }
}
