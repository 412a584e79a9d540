using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>
/// Registrations made ready for counting, so that every indicator counts the same things. A person has one entry for each event: the one
/// that stands, or, when all were cancelled, the latest cancelled one. Hence for one event registrations and people are the same number.
/// </summary>
public sealed class RegistrationSet
{
    private RegistrationSet(IReadOnlyList<RegistrationFact> active, IReadOnlyList<RegistrationFact> people, IReadOnlyList<RegistrationFact> gone)
    {
        Active = active;
        People = people;
        Gone = gone;
    }

    /// <summary>Registrations that stand: not cancelled, at most one for each person and event.</summary>
    public IReadOnlyList<RegistrationFact> Active { get; }

    /// <summary>
    /// One entry for each person with a registration that stands: their earliest. A person's age, territory and occupation are
    /// those of that registration, so that a total does not move when somebody has a birthday or registers again (1-report-model.md, 1.2 rules 1 and 5).
    /// </summary>
    public IReadOnlyList<RegistrationFact> People { get; }

    /// <summary>Pairs of person and event where every registration was cancelled.</summary>
    public int Cancelled => Gone.Count;

    /// <summary>The latest cancelled registration of each such pair.</summary>
    public IReadOnlyList<RegistrationFact> Gone { get; }

    /// <summary>Sorts out any list of registrations, in any order, repeated or not.</summary>
    public static RegistrationSet Of(IEnumerable<RegistrationFact> facts) => OfOrdered(InOrder(facts));

    /// <summary>Sorts out registrations that are in order (<see cref="InOrder"/>).</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static RegistrationSet OfOrdered(IEnumerable<RegistrationFact> facts)
    {
        var (active, people, gone) = (new List<RegistrationFact>(), new List<RegistrationFact>(), new List<RegistrationFact>());
        foreach (var person in PersonEntries.Of(facts))
        {
            active.AddRange(person.Standing);
            people.AddRange(person.Standing.Take(1));
            gone.AddRange(person.Gone);
        }
        return new(active, people, gone);
    }

    /// <summary>Registrations person by person, each person's by the moment of registering, the earliest first.</summary>
    public static IEnumerable<RegistrationFact> InOrder(IEnumerable<RegistrationFact> facts) => facts.OrderBy(f => f.Person.Value).ThenBy(f => f.RegisteredAt).ThenBy(f => f.Event.Value).ThenBy(f => f.Id.Value);

    /// <summary>Only those who were checked in; null when nobody was.</summary>
    public RegistrationSet? WhoCame() => Active.Any(f => f.Status == RegistrationStatus.Attended) ? OfOrdered(Active.Where(f => f.Status == RegistrationStatus.Attended)) : null;
}
