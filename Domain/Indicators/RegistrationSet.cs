using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>
/// Registrations made ready for counting, so that every indicator counts the same things. A person has one entry for each event: the one
/// that stands, or, when all were cancelled, the latest cancelled one. Hence for one event registrations and people are the same number.
/// </summary>
public sealed class RegistrationSet
{
    private RegistrationSet(IReadOnlyList<RegistrationFact> active, IReadOnlyList<RegistrationFact> people, int cancelled)
    {
        Active = active;
        People = people;
        Cancelled = cancelled;
    }

    /// <summary>Registrations that stand: not cancelled, at most one for each person and event.</summary>
    public IReadOnlyList<RegistrationFact> Active { get; }

    /// <summary>
    /// One entry for each person with a registration that stands: their earliest. A person's age, territory and occupation are
    /// those of that registration, so that a total does not move when somebody has a birthday or registers again (1-report-model.md, 1.2 rules 1 and 5).
    /// </summary>
    public IReadOnlyList<RegistrationFact> People { get; }

    /// <summary>Pairs of person and event where every registration was cancelled.</summary>
    public int Cancelled { get; }

    /// <summary>Sorts out any list of registrations, in any order, repeated or not.</summary>
    public static RegistrationSet Of(IEnumerable<RegistrationFact> facts)
    {
        var standing = new Dictionary<(PersonId, EventId), RegistrationFact>();
        var cancelled = new HashSet<(PersonId, EventId)>();
        foreach (var fact in facts)
        {
            var key = (fact.Person, fact.Event);
            if (fact.Status == RegistrationStatus.Cancelled) cancelled.Add(key);
            else if (!standing.TryGetValue(key, out var other) || Precedes(fact, other)) standing[key] = fact;
        }
        var people = new Dictionary<PersonId, RegistrationFact>();
        foreach (var fact in standing.Values)
        {
            if (!people.TryGetValue(fact.Person, out var other) || Precedes(fact, other)) people[fact.Person] = fact;
        }
        return new([.. standing.Values], [.. people.Values], cancelled.Count(k => !standing.ContainsKey(k)));
    }

    /// <summary>Only those who were checked in; null when nobody was.</summary>
    public RegistrationSet? WhoCame() => Active.Any(f => f.Status == RegistrationStatus.Attended) ? Of(Active.Where(f => f.Status == RegistrationStatus.Attended)) : null;

    private static bool Precedes(RegistrationFact a, RegistrationFact b)
    {
        var byTime = a.RegisteredAt.CompareTo(b.RegisteredAt);
        return byTime != 0 ? byTime < 0 : a.Event.Value.CompareTo(b.Event.Value) < 0;
    }
}
