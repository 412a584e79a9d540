using System.Globalization;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>Parts a count into rows and columns, over whole lists.</summary>
internal static class ReferenceTables
{
    public static CountTable Of(CountQuestion question, IReadOnlyList<RegistrationFact> counted, IReadOnlyList<RegistrationFact>? under, int number)
    {
        var people = CountEngine.IsOfPeople(question.Measure);
        string Code(int dimension, RegistrationFact fact) => CodeOf(question, question.By[dimension], fact);
        CountCell Cell(Func<RegistrationFact, bool> isIn) => new(people ? counted.Where(isIn).Select(f => f.Person).Distinct().Count() : counted.Count(isIn), under?.Count(isIn));
        var columns = question.By.Count < 2 ? [] : Codes(question, 1, under ?? counted);
        var rows = Codes(question, 0, under ?? counted).Select(row => new CountRow(row, Cell(f => Code(0, f) == row), [.. columns.Select(column => Cell(f => Code(0, f) == row && Code(1, f) == column))])).ToList();
        return new(rows, columns, people && rows.Sum(r => r.Cell.Number) > number);
    }

    private static string CodeOf(CountQuestion question, Dimension dimension, RegistrationFact fact)
    {
        var day = CountEngine.IsOfAttendance(question.Measure) ? fact.VisitDay ?? fact.Codes.EventDay : fact.RegisteredOn;
        return dimension switch
        {
            Dimension.Event => ByEvent.Code(fact.Event),
            Dimension.Gender => new ByGender().CodeOf(fact.Codes),
            Dimension.Age => new ByAgeBand().CodeOf(fact.Codes),
            Dimension.Category => new BySocialCategory().CodeOf(fact.Codes),
            Dimension.Territory => Stated(fact.Codes.Territory),
            Dimension.Institution => Stated(fact.Codes.Institution),
            Dimension.Language => Stated(fact.Codes.Language),
            Dimension.Channel => new ByChannel().CodeOf(fact.Codes),
            Dimension.Month => Write(day, "yyyy-MM"),
            Dimension.Week => Write(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), "yyyy-MM-dd"),
            _ => Write(day, "yyyy-MM-dd"),
        };
    }

    private static List<string> Codes(CountQuestion question, int dimension, IReadOnlyList<RegistrationFact> facts)
    {
        var by = question.By[dimension];
        List<string> order = [.. by switch { Dimension.Gender => new ByGender().Codes, Dimension.Age => new ByAgeBand().Codes, Dimension.Category => new BySocialCategory().Codes, Dimension.Territory => new ByTerritory().Codes, Dimension.Channel => new ByChannel().Codes, _ => [] }];
        int Place(string code) => code == Breakdown.NotStated ? int.MaxValue : code == "other" && order.Count == 0 ? int.MaxValue - 1 : order.IndexOf(code) is >= 0 and var i ? i : order.Count;
        return [.. facts.GroupBy(f => CodeOf(question, by, f)).OrderBy(g => Place(g.Key)).ThenBy(g => by is Dimension.Event ? g.First().Codes.EventDay : default).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
    }

    private static string Stated(string? code) => string.IsNullOrEmpty(code) ? Breakdown.NotStated : code;

    private static string Write(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
