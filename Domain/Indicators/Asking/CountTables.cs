using System.Globalization;
using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Parts a count into rows and columns.</summary>
internal static class CountTables
{
    private const string Other = "other";

    private static readonly ByAgeBand Age = new();
    private static readonly ByGender Gender = new();
    private static readonly BySocialCategory Category = new();
    private static readonly ByTerritory Territory = new();
    private static readonly ByChannel Channel = new();

    /// <summary>The table. Of different people each row counts everybody who was there, so rows may overlap where somebody was at two events.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="counted">The registrations of the number.</param>
    /// <param name="under">What stands below the line of a share; null for counts.</param>
    /// <param name="number">The number itself.</param>
    public static CountTable Of(CountQuestion question, IReadOnlyList<RegistrationFact> counted, IReadOnlyList<RegistrationFact>? under, int number)
    {
        var columns = question.By.Count < 2 ? [] : Codes(question, question.By[1], under ?? counted);
        var (above, below) = (ByRow(question, counted), ByRow(question, under ?? []));
        var rows = Codes(question, question.By[0], under ?? counted).Select(row => new CountRow(row, Cell(question, above[row], under is null ? null : below[row]),
            [.. columns.Select(column => Cell(question, InColumn(question, above[row], column), under is null ? null : InColumn(question, below[row], column)))])).ToList();
        return new(rows, columns, CountEngine.IsOfPeople(question.Measure) && rows.Sum(r => r.Cell.Number) > number);
    }

    /// <summary>Whether somebody may stand in several rows: at two events, in two months.</summary>
    public static bool MayOverlap(CountQuestion question) => CountEngine.IsOfPeople(question.Measure) && question.By.Any(d => d is Dimension.Event or Dimension.Month or Dimension.Week or Dimension.Day);

    /// <summary>The code of a registration in a breakdown.</summary>
    public static string CodeOf(CountQuestion question, Dimension dimension, in RegistrationFact fact) => dimension switch
    {
        Dimension.Event => ByEvent.Code(fact.Event),
        Dimension.Gender => Gender.CodeOf(fact),
        Dimension.Age => Age.CodeOf(fact),
        Dimension.Category => Category.CodeOf(fact),
        Dimension.Territory => Stated(fact.Territory),
        Dimension.Institution => Stated(fact.Institution),
        Dimension.Language => Stated(fact.Language),
        Dimension.Channel => Channel.CodeOf(fact),
        Dimension.Month => Day(question, fact).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Dimension.Week => Monday(Day(question, fact)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Day(question, fact).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static ILookup<string, RegistrationFact> ByRow(CountQuestion question, IEnumerable<RegistrationFact> facts) => facts.ToLookup(f => CodeOf(question, question.By[0], f), StringComparer.Ordinal);

    private static IEnumerable<RegistrationFact> InColumn(CountQuestion question, IEnumerable<RegistrationFact> facts, string column) => facts.Where(f => CodeOf(question, question.By[1], f) == column);

    private static CountCell Cell(CountQuestion question, IEnumerable<RegistrationFact> above, IEnumerable<RegistrationFact>? below) =>
        new(CountEngine.IsOfPeople(question.Measure) ? above.Select(f => f.Person).Distinct().Count() : above.Count(), below?.Count());

    /// <summary>The codes that occur: of report tables in their order, events and times by time, other codes by their letters; not stated last.</summary>
    private static List<string> Codes(CountQuestion question, Dimension dimension, IReadOnlyList<RegistrationFact> facts)
    {
        var codes = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var fact in facts) codes.TryAdd(CodeOf(question, dimension, fact), fact.EventDay);
        IReadOnlyList<string> order = dimension switch { Dimension.Gender => Gender.Codes, Dimension.Age => Age.Codes, Dimension.Category => Category.Codes, Dimension.Territory => Territory.Codes, Dimension.Channel => Channel.Codes, _ => [] };
        int Place(string code) => code == Breakdown.NotStated ? int.MaxValue : code == Other && order.Count == 0 ? int.MaxValue - 1 : order.Index().Where(o => o.Item == code).Select(o => o.Index).DefaultIfEmpty(order.Count).First();
        return [.. codes.OrderBy(c => Place(c.Key)).ThenBy(c => dimension == Dimension.Event ? c.Value : default).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
    }

    private static string Stated(string? code) => string.IsNullOrEmpty(code) ? Breakdown.NotStated : code;

    private static DateOnly Day(CountQuestion question, in RegistrationFact fact) => CountEngine.DayOf(question.Measure, fact);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
