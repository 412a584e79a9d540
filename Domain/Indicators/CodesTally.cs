using System.Runtime.InteropServices;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>How many people there are of each kind. A million of them are told apart by some thousand codes, so that counting them again and again costs nothing.</summary>
public sealed class CodesTally
{
    // Objects are compared, not what they hold: readers share them, and one kind that stands here twice adds up all the same.
    private readonly Dictionary<RegistrationCodes, int> counts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of these.</summary>
    public CodesTally(params IEnumerable<RegistrationCodes> all)
    {
        foreach (var codes in all) Add(codes);
    }

    /// <summary>How many in all.</summary>
    public int Count { get; private set; }

    /// <summary>Codes, each with how many have them; the same codes may stand in several rows.</summary>
    public IEnumerable<KeyValuePair<RegistrationCodes, int>> Rows => counts;

    internal void Add(RegistrationCodes codes)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(counts, codes, out _)++;
        Count++;
    }
}

/// <summary>How many registrations there are, for which events and in which states.</summary>
public sealed class RegistrationTally
{
    private readonly Dictionary<EventId, int> events = [];
    private readonly int[] states = new int[Enum.GetValues<RegistrationStatus>().Length]; // they are numbered from 0; a test holds it

    /// <summary>How many in all.</summary>
    public int Count { get; private set; }

    /// <summary>How many for each event that has any.</summary>
    public IReadOnlyDictionary<EventId, int> ByEvent => events;

    /// <summary>How many are in states such as this.</summary>
    public int CountOf(Func<RegistrationStatus, bool> isOfThese) => states.Index().Where(s => isOfThese((RegistrationStatus)s.Index)).Sum(s => s.Item);

    internal void Add(in RegistrationFact fact)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(events, fact.Event, out _)++;
        states[(int)fact.Status]++;
        Count++;
    }
}
