using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Tables;

/// <summary>
/// The demographic tables of the grant report: different people who came, each once, as they were on the day of the first event they came to
/// (1-report-model.md, 1.2 and 1.5). Each table adds up to <see cref="People"/>.
/// </summary>
/// <param name="People">Different people.</param>
/// <param name="Visits">How often they came.</param>
/// <param name="Gender">Table A.</param>
/// <param name="Category">Table B.</param>
/// <param name="DisabledChildren">Children with a disability, who stand in brackets beside the children.</param>
/// <param name="Age">Table C, with the rows the form has no column for: under 13, and not stated.</param>
public sealed record ReportTables(int People, int Visits, Figure.Table Gender, Figure.Table Category, int DisabledChildren, Figure.Table Age)
{
    /// <summary>Counts.</summary>
    /// <param name="registrations">Registrations of the project's events, as <see cref="RegistrationSet.InOrder"/> puts them.</param>
    /// <param name="order">How categories are decided.</param>
    public static ReportTables Of(IEnumerable<RegistrationFact> registrations, CategoryOrder order)
    {
        var (people, visits) = (new CodesTally(), 0);
        foreach (var person in PersonEntries.Of(registrations.Where(r => r.Status is RegistrationStatus.Attended)))
        {
            visits += person.Standing.Count;
            var first = person.Standing.Count == 1 ? person.Standing[0] : person.Standing.MinBy(v => v.VisitDay ?? v.At.Day); // of two on one day the one registered for first
            people.Add(first.Codes);
        }
        var categories = new BySocialCategory(order);
        return new(people.Count, visits, new ByGender().Count(people), categories.Count(people), people.Rows.Where(p => p.Key.Disability == true && categories.CodeOf(p.Key) == "children").Sum(p => p.Value), new ByAgeBand().Count(people));
    }

    /// <summary>Somebody stands in a row the printed form has no column for: a report should not be closed before that is explained.</summary>
    public bool HasUnplaced => Unplaced.Any();

    /// <summary>Those rows that are not empty, each with the table it is of.</summary>
    public IEnumerable<(string Table, Figure.Row Row)> Unplaced =>
        new[] { ("gender", Gender), ("category", Category), ("age", Age) }.SelectMany(t => t.Item2.Rows.Where(r => IsUnplaced(r)).Select(r => (t.Item1, r)));

    /// <summary>Somebody is in a row the printed form has no column for.</summary>
    public static bool IsUnplaced(Figure.Row row) => row is { Count: > 0, Code: Breakdown.NotStated or "0_12" };
}
