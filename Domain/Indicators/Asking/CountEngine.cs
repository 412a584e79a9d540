using GrantBot.Domain.Indicators.Participation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>
/// Counts what a question asks for, in memory. Registrations are narrowed by event and time, then, for different people, one entry of each
/// person is kept (the earliest of those), and only then narrowed by what people are: so a table of people adds up.
/// </summary>
public static class CountEngine
{
    /// <summary>Counts. Survey measures are not counted here.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The measure is one of surveys.</exception>
    public static CountAnswer Count(CountQuestion question, RegistrationSet set)
    {
        var indicator = Of(question.Measure);
        var everybody = Everybody(question, indicator.Above(set));
        var counted = everybody.Where(f => CountFilter.Fits(question, f) == true).ToList();
        var untold = question.NarrowsPeople ? everybody.Where(f => CountFilter.Fits(question, f) is null).ToList() : [];
        var share = IsShare(question.Measure);
        IReadOnlyList<RegistrationFact> under = share ? [.. Everybody(question, indicator.Below(set)).Where(f => CountFilter.Fits(question, f) == true)] : [];
        var table = question.By.Count == 0 ? null : CountTables.Of(question, Spread(question, indicator.Above(set), counted), share ? under : null, counted.Count);
        int? of = share ? under.Count : question.NarrowsPeople ? everybody.Count : indicator.Part is CountOf.Nothing ? null : Everybody(question, indicator.Below(set)).Count;
        var part = share ? indicator.Part : question.NarrowsPeople ? CountOf.Everybody : indicator.Part;
        var people = share || IsOfPeople(question.Measure) ? counted.Count : counted.Select(f => f.Person).Distinct().Count();
        return new(counted.Count, of, part, untold.Count, table)
        {
            People = people == counted.Count ? null : people, Unstated = Traits.Unstated(question, untold),
            Unmarked = indicator.IsOfAttendance ? Everybody(question, set.Active.Where(f => f.Status == RegistrationStatus.Confirmed)).Count(f => CountFilter.Fits(question, f) == true) : 0,
        };
    }

    /// <summary>The registrations behind the number; for a share, those above the line.</summary>
    public static IReadOnlyList<RegistrationFact> Behind(CountQuestion question, RegistrationSet set) =>
        [.. Everybody(question, Of(question.Measure).Above(set)).Where(f => CountFilter.Fits(question, f) == true)];

    /// <summary>Percentages.</summary>
    public static bool IsShare(Measure measure) => IndicatorCatalog.Of(measure).Unit is CountUnit.Percent;

    /// <summary>Measures of surveys, counted from their answers and not from registrations.</summary>
    public static bool IsOfSurveys(Measure measure) => IndicatorCatalog.Of(measure) is not ParticipationIndicator;

    /// <summary>Each person counts once.</summary>
    public static bool IsOfPeople(Measure measure) => IndicatorCatalog.Of(measure).Unit is CountUnit.Person;

    /// <summary>Its days are those of visits and events, not of registering.</summary>
    public static bool IsOfAttendance(Measure measure) => IndicatorCatalog.Of(measure) is not ParticipationIndicator { IsOfAttendance: false };

    /// <summary>The day a registration belongs to: of the visit, else of the event; or of registering.</summary>
    internal static DateOnly DayOf(Measure measure, in RegistrationFact fact) => IsOfAttendance(measure) ? fact.VisitDay ?? fact.EventDay : fact.RegisteredOn;

    private static ParticipationIndicator Of(Measure measure) => IndicatorCatalog.Of(measure) as ParticipationIndicator ?? throw new ArgumentOutOfRangeException(nameof(measure), measure, "a measure of surveys");

    private static IReadOnlyList<RegistrationFact> Everybody(CountQuestion question, IEnumerable<RegistrationFact> part)
    {
        var facts = part.Where(f => CountFilter.IsThere(question, f));
        return IsOfPeople(question.Measure) ? RegistrationSet.EarliestOfEach(facts) : [.. facts];
    }

    /// <summary>All registrations of the people counted, where a table parts them by event or time.</summary>
    private static IReadOnlyList<RegistrationFact> Spread(CountQuestion question, IEnumerable<RegistrationFact> part, IReadOnlyList<RegistrationFact> counted)
    {
        if (!CountTables.MayOverlap(question)) return counted;
        var people = counted.Select(f => f.Person).ToHashSet();
        return [.. part.Where(f => people.Contains(f.Person) && CountFilter.IsThere(question, f))];
    }
}
