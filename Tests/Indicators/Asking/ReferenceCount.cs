using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Registration;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>Counting said plainly, over whole lists: what the program's counting must agree with whatever is asked.</summary>
internal sealed class ReferenceCount(CountQuestion question, IReadOnlyList<RegistrationFact> facts)
{
    private static readonly BySocialCategory Category = new();

    public CountAnswer Answer()
    {
        var (above, below, part) = Parts();
        var everybody = Everybody(above);
        var counted = everybody.Where(f => Fits(f) == true).ToList();
        var missing = question.NarrowsPeople ? everybody.Count(f => Fits(f) is null) : 0;
        var share = CountEngine.IsShare(question.Measure);
        var under = share ? Everybody(below!).Where(f => Fits(f) == true).ToList() : [];
        var table = question.By.Count == 0 ? null : ReferenceTables.Of(question, Spread(above, counted), share ? under : null, counted.Count);
        var untold = question.NarrowsPeople ? everybody.Where(f => Fits(f) is null).SelectMany(Lacking).ToLookup(t => t) : Array.Empty<Trait>().ToLookup(t => t);
        List<Unstated> unstated = [.. Enum.GetValues<Trait>().Where(untold.Contains).Select(t => new Unstated(t, untold[t].Count()))];
        var unmarked = CountEngine.IsOfAttendance(question.Measure) ? Everybody(Standing().Where(f => f.Status == RegistrationStatus.Confirmed)).Count(f => Fits(f) == true) : 0;
        if (share) return new(counted.Count, under.Count, part, missing, table) { Unstated = unstated, Unmarked = unmarked };
        int? of = question.NarrowsPeople ? everybody.Count : below is null ? null : Everybody(below).Count;
        var people = CountEngine.IsOfPeople(question.Measure) ? (int?)null : counted.Select(f => f.Person).Distinct().Count();
        return new(counted.Count, of, question.NarrowsPeople ? CountOf.Everybody : of is null ? CountOf.Nothing : part, missing, table) { People = people == counted.Count ? null : people, Unstated = unstated, Unmarked = unmarked };
    }

    private IEnumerable<Trait> Lacking(RegistrationFact fact)
    {
        if (question.Gender is not null && fact.Codes.Gender is null) yield return Trait.Gender;
        if ((question.AgeFrom ?? question.AgeTo) is not null && fact.Codes.Age is not >= 0) yield return Trait.Age;
        if (question.Categories.Count > 0 && Category.CodeOf(fact.Codes) == Breakdown.NotStated) yield return Trait.Category;
        foreach (var (wanted, code, trait) in new[] { (question.Occupations, fact.Codes.Occupation, Trait.Occupation), (question.Territories, fact.Codes.Territory, Trait.Territory), (question.Institutions, fact.Codes.Institution, Trait.Institution), (question.Languages, fact.Codes.Language, Trait.Language) })
            if (wanted.Count > 0 && string.IsNullOrEmpty(code)) yield return trait;
        if (question.Disability is not null && fact.Codes.Disability is null) yield return Trait.Disability;
    }

    private List<RegistrationFact> Standing() => [.. facts.Where(f => f.Status != RegistrationStatus.Cancelled).GroupBy(f => (f.Person, f.Event)).Select(g => ByTime(g).First())];

    private List<RegistrationFact> Gone()
    {
        var standing = Standing().Select(f => (f.Person, f.Event)).ToHashSet();
        return [.. facts.Where(f => f.Status == RegistrationStatus.Cancelled).GroupBy(f => (f.Person, f.Event)).Where(g => !standing.Contains(g.Key)).Select(g => ByTime(g).Last())];
    }

    private static IEnumerable<RegistrationFact> ByTime(IEnumerable<RegistrationFact> some) => some.OrderBy(f => f.RegisteredAt).ThenBy(f => f.Event.Value).ThenBy(f => f.Id.Value);

    private List<RegistrationFact> Everybody(IEnumerable<RegistrationFact> part)
    {
        var there = part.Where(IsThere);
        return CountEngine.IsOfPeople(question.Measure) ? [.. there.GroupBy(f => f.Person).Select(g => ByTime(g).First())] : [.. there];
    }

    /// <summary>All registrations of the people counted, where a table parts them by event or time.</summary>
    private IReadOnlyList<RegistrationFact> Spread(IEnumerable<RegistrationFact> part, List<RegistrationFact> counted)
    {
        if (!CountEngine.IsOfPeople(question.Measure) || !question.By.Any(d => d is Dimension.Event or Dimension.Month or Dimension.Week or Dimension.Day)) return counted;
        var people = counted.Select(f => f.Person).ToHashSet();
        return [.. part.Where(f => people.Contains(f.Person) && IsThere(f))];
    }

    private (List<RegistrationFact> Above, List<RegistrationFact>? Below, CountOf Part) Parts()
    {
        var standing = Standing();
        var confirmed = standing.Where(f => f.Status.IsConfirmed()).ToList();
        List<RegistrationFact> With(params RegistrationStatus[] statuses) => [.. standing.Where(f => statuses.Contains(f.Status))];
        return question.Measure switch
        {
            Measure.Registered or Measure.UniquePeople => (standing, null, CountOf.Nothing),
            Measure.Confirmed or Measure.ConfirmedShare => (confirmed, standing, CountOf.Registered),
            Measure.Waitlisted => (With(RegistrationStatus.Waitlisted, RegistrationStatus.Offered), standing, CountOf.Registered),
            Measure.WaitingForConsent => (With(RegistrationStatus.WaitingConsent), standing, CountOf.Registered),
            Measure.Cancelled => (Gone(), [.. standing, .. Gone()], CountOf.Ever),
            Measure.NoShow or Measure.NoShowRate => (With(RegistrationStatus.NoShow), confirmed, CountOf.Confirmed),
            _ => (With(RegistrationStatus.Attended), confirmed, CountOf.Confirmed),
        };
    }

    private bool IsThere(RegistrationFact fact)
    {
        var day = CountEngine.IsOfAttendance(question.Measure) ? fact.VisitDay ?? fact.Codes.EventDay : fact.RegisteredOn;
        return (question.Events.Count == 0 || question.Events.Contains(fact.Event)) && (question.Kinds.Count == 0 || question.Kinds.Contains(fact.Codes.Kind)) && !(day < question.From) && !(day > question.To);
    }

    private bool? Fits(RegistrationFact fact)
    {
        bool?[] tests =
        [
            question.Gender is null ? true : fact.Codes.Gender is null ? null : fact.Codes.Gender == question.Gender,
            question.AgeFrom is null && question.AgeTo is null ? true : fact.Codes.Age is not >= 0 ? null : !(fact.Codes.Age < question.AgeFrom) && !(fact.Codes.Age > question.AgeTo),
            Among(question.Categories, Category.CodeOf(fact.Codes) is var category && category == Breakdown.NotStated ? null : category),
            Among(question.Occupations, fact.Codes.Occupation), Among(question.Territories, fact.Codes.Territory), Among(question.Institutions, fact.Codes.Institution), Among(question.Languages, fact.Codes.Language),
            question.Channels.Count == 0 || question.Channels.Contains(fact.Codes.Channel),
            question.Disability is null ? true : fact.Codes.Disability is null ? null : fact.Codes.Disability == question.Disability,
        ];
        return tests.Contains(false) ? false : tests.Contains(null) ? null : true;
    }

    private static bool? Among(IReadOnlyList<string> wanted, string? code) => wanted.Count == 0 ? true : string.IsNullOrEmpty(code) ? null : wanted.Contains(code);
}
