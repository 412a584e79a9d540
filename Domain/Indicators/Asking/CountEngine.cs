using GrantBot.Domain.Indicators.Participation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>
/// Counts what a question asks for, person by person. Registrations are narrowed by event and time, then, for different people, one entry of each
/// person is kept (the earliest of those), and only then narrowed by what people are: so a table of people adds up.
/// </summary>
public static class CountEngine
{
    /// <summary>Counts. Survey measures are not counted here.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="facts">Registrations as <see cref="RegistrationSet.InOrder"/> puts them; those of a state that <see cref="Needs(CountQuestion, RegistrationStatus)"/> denies, and what <see cref="Needs(CountQuestion)"/> does not name, may be left out. Read once, never kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">The measure is one of surveys.</exception>
    /// <exception cref="ArgumentException">The registrations are in another order.</exception>
    public static CountAnswer Count(CountQuestion question, IEnumerable<RegistrationFact> facts)
    {
        var tally = new CountTally(question, null);
        foreach (var person in PersonEntries.Of(facts)) tally.Add(person);
        return tally.Answer();
    }

    /// <summary>The registrations behind the number; for a share, those above the line.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="facts">As <see cref="Count"/> takes them.</param>
    public static IReadOnlyList<RegistrationFact> Behind(CountQuestion question, IEnumerable<RegistrationFact> facts)
    {
        var behind = new List<RegistrationFact>();
        var tally = new CountTally(question with { By = [] }, behind);
        foreach (var person in PersonEntries.Of(facts)) tally.Add(person);
        return behind;
    }

    /// <summary>Whether registrations of a state matter to the answer; others need not be read.</summary>
    public static bool Needs(CountQuestion question, RegistrationStatus status) => question.Measure is Measure.Cancelled || Of(question.Measure) is var indicator && (indicator.IsAbove(status) || indicator.IsBelow(status));

    /// <summary>What has to be known of a registration, its event and state apart: all it is narrowed and parted by; occupation and disability count as <see cref="Dimension.Category"/>.</summary>
    public static IReadOnlySet<Dimension> Needs(CountQuestion question)
    {
        var needed = question.By.ToHashSet();
        void Add(bool narrows, Dimension dimension) { if (narrows) needed.Add(dimension); }
        Add(question.Gender is not null, Dimension.Gender);
        Add(question.AgeFrom is not null || question.AgeTo is not null, Dimension.Age);
        Add(question.Categories.Count + question.Occupations.Count > 0 || question.Disability is not null, Dimension.Category);
        Add(question.Territories.Count > 0, Dimension.Territory);
        Add(question.Institutions.Count > 0, Dimension.Institution);
        Add(question.Languages.Count > 0, Dimension.Language);
        Add(question.Channels.Count > 0, Dimension.Channel);
        Add(question.From is not null || question.To is not null, Dimension.Day);
        return needed;
    }

    /// <summary>Percentages.</summary>
    public static bool IsShare(Measure measure) => IndicatorCatalog.Of(measure).Unit is CountUnit.Percent;

    /// <summary>Measures counted from registrations: what stands behind them is a list of people.</summary>
    public static bool IsOfRegistrations(Measure measure) => IndicatorCatalog.Of(measure) is ParticipationIndicator;

    /// <summary>Measures of surveys, counted from their answers and not from registrations.</summary>
    public static bool IsOfSurveys(Measure measure) => IndicatorCatalog.Of(measure) is not (ParticipationIndicator or Publicity.Reach);

    /// <summary>Each person counts once.</summary>
    public static bool IsOfPeople(Measure measure) => IndicatorCatalog.Of(measure).Unit is CountUnit.Person;

    /// <summary>Its days are those of visits and events, not of registering.</summary>
    public static bool IsOfAttendance(Measure measure) => IndicatorCatalog.Of(measure) is not ParticipationIndicator { IsOfAttendance: false };

    /// <summary>The day a registration belongs to: of the visit, else of the event; or of registering.</summary>
    internal static DateOnly DayOf(Measure measure, in RegistrationFact fact) => IsOfAttendance(measure) ? fact.VisitDay ?? fact.Codes.EventDay : fact.RegisteredOn;

    /// <summary>The indicator a measure of registrations stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is one of surveys.</exception>
    internal static ParticipationIndicator Of(Measure measure) => IndicatorCatalog.Of(measure) as ParticipationIndicator ?? throw new ArgumentOutOfRangeException(nameof(measure), measure, "a measure of surveys");
}
