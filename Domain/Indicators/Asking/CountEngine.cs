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
        var (above, below, part) = Parts(question.Measure);
        var everybody = Everybody(question, set, above);
        var counted = everybody.Where(f => CountFilter.Fits(question, f) == true).ToList();
        var missing = question.NarrowsPeople ? everybody.Count(f => CountFilter.Fits(question, f) is null) : 0;
        var share = IsShare(question.Measure);
        IReadOnlyList<RegistrationFact> under = share ? [.. Everybody(question, set, below!).Where(f => CountFilter.Fits(question, f) == true)] : [];
        var table = question.By.Count == 0 ? null : CountTables.Of(question, Spread(question, set, above, counted), share ? under : null, counted.Count);
        if (share) return new(counted.Count, under.Count, part, missing, table);
        int? of = question.NarrowsPeople ? everybody.Count : below is null ? null : Everybody(question, set, below).Count;
        var people = IsOfPeople(question.Measure) ? (int?)null : counted.Select(f => f.Person).Distinct().Count();
        return new(counted.Count, of, question.NarrowsPeople ? CountOf.Everybody : of is null ? CountOf.Nothing : part, missing, table) { People = people == counted.Count ? null : people };
    }

    /// <summary>The registrations behind the number; for a share, those above the line.</summary>
    public static IReadOnlyList<RegistrationFact> Behind(CountQuestion question, RegistrationSet set) =>
        [.. Everybody(question, set, Parts(question.Measure).Above).Where(f => CountFilter.Fits(question, f) == true)];

    /// <summary>Percentages.</summary>
    public static bool IsShare(Measure measure) => measure is Measure.ConfirmedShare or Measure.AttendedShare or Measure.NoShowRate or Measure.Satisfaction or Measure.ResponseRate or Measure.Recommend;

    /// <summary>Measures of surveys, counted from their answers and not from registrations.</summary>
    public static bool IsOfSurveys(Measure measure) => measure is Measure.Satisfaction or Measure.ResponseRate or Measure.Recommend or Measure.KnowledgeGain or Measure.SurveyAnswers;

    /// <summary>Each person counts once.</summary>
    public static bool IsOfPeople(Measure measure) => measure is Measure.UniquePeople or Measure.UniqueAttended;

    /// <summary>Its days are those of visits and events, not of registering.</summary>
    public static bool IsOfAttendance(Measure measure) => measure is Measure.Attended or Measure.NoShow or Measure.UniqueAttended or Measure.AttendedShare or Measure.NoShowRate || IsOfSurveys(measure);

    /// <summary>The day a registration belongs to: of the visit, else of the event; or of registering.</summary>
    internal static DateOnly DayOf(Measure measure, in RegistrationFact fact) => IsOfAttendance(measure) ? fact.VisitDay ?? fact.EventDay : fact.RegisteredOn;

    private static IReadOnlyList<RegistrationFact> Everybody(CountQuestion question, RegistrationSet set, Func<RegistrationSet, IEnumerable<RegistrationFact>> part)
    {
        var facts = part(set).Where(f => CountFilter.IsThere(question, f));
        return IsOfPeople(question.Measure) ? RegistrationSet.EarliestOfEach(facts) : [.. facts];
    }

    /// <summary>All registrations of the people counted, where a table parts them by event or time.</summary>
    private static IReadOnlyList<RegistrationFact> Spread(CountQuestion question, RegistrationSet set, Func<RegistrationSet, IEnumerable<RegistrationFact>> part, IReadOnlyList<RegistrationFact> counted)
    {
        if (!CountTables.MayOverlap(question)) return counted;
        var people = counted.Select(f => f.Person).ToHashSet();
        return [.. part(set).Where(f => people.Contains(f.Person) && CountFilter.IsThere(question, f))];
    }

    /// <summary>What is counted, what it is a part of when nothing else is asked, and the name of that.</summary>
    private static (Func<RegistrationSet, IEnumerable<RegistrationFact>> Above, Func<RegistrationSet, IEnumerable<RegistrationFact>>? Below, CountOf Part) Parts(Measure measure) => measure switch
    {
        Measure.Registered or Measure.UniquePeople => (Active, null, CountOf.Nothing),
        Measure.Confirmed or Measure.ConfirmedShare => (Confirmed, Active, CountOf.Registered),
        Measure.Waitlisted => (With(RegistrationStatus.Waitlisted, RegistrationStatus.Offered), Active, CountOf.Registered),
        Measure.WaitingForConsent => (With(RegistrationStatus.WaitingConsent), Active, CountOf.Registered),
        Measure.Cancelled => (s => s.Gone, s => s.Active.Concat(s.Gone), CountOf.Ever),
        Measure.Attended or Measure.AttendedShare or Measure.UniqueAttended => (With(RegistrationStatus.Attended), Confirmed, CountOf.Confirmed),
        Measure.NoShow or Measure.NoShowRate => (With(RegistrationStatus.NoShow), Confirmed, CountOf.Confirmed),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "a measure of surveys"),
    };

    private static IEnumerable<RegistrationFact> Active(RegistrationSet set) => set.Active;

    private static IEnumerable<RegistrationFact> Confirmed(RegistrationSet set) => set.Active.Where(f => f.Status.IsConfirmed());

    private static Func<RegistrationSet, IEnumerable<RegistrationFact>> With(params RegistrationStatus[] statuses) => set => set.Active.Where(f => statuses.Contains(f.Status));
}
