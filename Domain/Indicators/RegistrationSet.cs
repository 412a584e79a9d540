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
    public static RegistrationSet Of(IEnumerable<RegistrationFact> facts)
    {
        var standing = new Dictionary<(PersonId, EventId), RegistrationFact>();
        var cancelled = new Dictionary<(PersonId, EventId), RegistrationFact>();
        foreach (var fact in facts)
        {
            var key = (fact.Person, fact.Event);
            if (fact.Status == RegistrationStatus.Cancelled)
            {
                if (!cancelled.TryGetValue(key, out var gone) || Precedes(gone, fact)) cancelled[key] = fact;
            }
            else if (!standing.TryGetValue(key, out var other) || Precedes(fact, other)) standing[key] = fact;
        }
        return new([.. standing.Values], EarliestOfEach(standing.Values), [.. cancelled.Where(c => !standing.ContainsKey(c.Key)).Select(c => c.Value)]);
    }

    /// <summary>One entry for each person: their earliest.</summary>
    internal static IReadOnlyList<RegistrationFact> EarliestOfEach(IEnumerable<RegistrationFact> facts)
    {
        var people = new Dictionary<PersonId, RegistrationFact>();
        foreach (var fact in facts)
        {
            if (!people.TryGetValue(fact.Person, out var other) || Precedes(fact, other)) people[fact.Person] = fact;
        }
        return [.. people.Values];
    }

    /// <summary>Only those who were checked in; null when nobody was.</summary>
    public RegistrationSet? WhoCame() => Active.Any(f => f.Status == RegistrationStatus.Attended) ? Of(Active.Where(f => f.Status == RegistrationStatus.Attended)) : null;

    private static bool Precedes(RegistrationFact a, RegistrationFact b)
    {
        var byTime = a.RegisteredAt.CompareTo(b.RegisteredAt);
        return byTime != 0 ? byTime < 0 : a.Event.Value.CompareTo(b.Event.Value) < 0;
    }
}
