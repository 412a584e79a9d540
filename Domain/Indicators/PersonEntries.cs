using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>
/// What one person has: for each event the registration that stands, or, when all were cancelled, the latest cancelled one. Made person by person
/// from registrations in order (<see cref="RegistrationSet.InOrder"/>), so that a million of them need no memory.
/// </summary>
internal sealed class PersonEntries
{
    private readonly List<RegistrationFact> all = [];

    /// <summary>Registrations that stand, the earliest first.</summary>
    public List<RegistrationFact> Standing { get; } = [];

    /// <summary>The latest cancelled registration for each event where none stands.</summary>
    public List<RegistrationFact> Gone { get; } = [];

    /// <summary>One person after another. The object is the same each time: look at it before going on.</summary>
    /// <exception cref="ArgumentException">The registrations are not in order.</exception>
    public static IEnumerable<PersonEntries> Of(IEnumerable<RegistrationFact> inOrder)
    {
        var person = new PersonEntries();
        foreach (var fact in inOrder)
        {
            if (person.all.Count > 0 && person.all[0].Person != fact.Person)
            {
                if (person.all[0].Person.Value.CompareTo(fact.Person.Value) > 0) throw new ArgumentException("registrations are not in the order of people", nameof(inOrder));
                yield return person.Sorted();
                person.all.Clear();
            }
            person.all.Add(fact);
        }
        if (person.all.Count > 0) yield return person.Sorted();
    }

    private PersonEntries Sorted()
    {
        Standing.Clear();
        Gone.Clear();
        foreach (var fact in all)
            if (fact.Status != RegistrationStatus.Cancelled && !Has(Standing, fact.Event)) Standing.Add(fact);
        for (var i = all.Count - 1; i >= 0 && Standing.Count < all.Count; i--)
            if (all[i].Status == RegistrationStatus.Cancelled && !Has(Standing, all[i].Event) && !Has(Gone, all[i].Event)) Gone.Add(all[i]);
        return this;
    }

    private static bool Has(List<RegistrationFact> facts, EventId at)
    {
        foreach (var fact in facts)
            if (fact.Event == at) return true;
        return false;
    }
}
