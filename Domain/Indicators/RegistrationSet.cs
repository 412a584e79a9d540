using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>
/// Registrations made ready for counting, so that every indicator counts the same things. A person has one entry for each event: the one
/// that stands, or, when all were cancelled, the latest cancelled one. Hence for one event registrations and people are the same number.
/// </summary>
public sealed class RegistrationSet
{
    private RegistrationSet() { }

    /// <summary>Registrations that stand: not cancelled, at most one for each person and event.</summary>
    public CodesTally Active { get; } = new();

    /// <summary>
    /// One entry for each person with a registration that stands: their earliest. A person's age, territory and occupation are
    /// those of that registration, so that a total does not move when somebody has a birthday or registers again (1-report-model.md, 1.2 rules 1 and 5).
    /// </summary>
    public CodesTally People { get; } = new();

    /// <summary>The latest cancelled registration of each pair of person and event where every one was cancelled.</summary>
    public CodesTally Gone { get; } = new();

    /// <summary>Only those who were checked in; null when nobody was, or when this is it.</summary>
    public RegistrationSet? WhoCame { get; private set; }

    /// <summary>Sorts out any list of registrations, in any order, repeated or not.</summary>
    public static RegistrationSet Of(IEnumerable<RegistrationFact> facts) => OfOrdered(InOrder(facts));

    /// <summary>Sorts out registrations that are in order (<see cref="InOrder"/>).</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static RegistrationSet OfOrdered(IEnumerable<RegistrationFact> facts)
    {
        var (set, came) = (new RegistrationSet(), new RegistrationSet());
        foreach (var person in PersonEntries.Of(facts))
        {
            set.Add(person.Standing);
            came.Add(person.Standing.Where(f => f.Status is RegistrationStatus.Attended));
            foreach (var gone in person.Gone) set.Gone.Add(gone.Codes);
        }
        if (came.Active.Count > 0) set.WhoCame = came;
        return set;
    }

    /// <summary>Registrations person by person, each person's by the moment of registering, the earliest first.</summary>
    public static IEnumerable<RegistrationFact> InOrder(IEnumerable<RegistrationFact> facts) => facts.OrderBy(f => f.Person.Value).ThenBy(f => f.RegisteredAt).ThenBy(f => f.Event.Value).ThenBy(f => f.Id.Value);

    private void Add(IEnumerable<RegistrationFact> ofOnePerson)
    {
        var isFirst = true;
        foreach (var fact in ofOnePerson)
        {
            Active.Add(fact.Codes);
            if (isFirst) People.Add(fact.Codes);
            isFirst = false;
        }
    }
}
