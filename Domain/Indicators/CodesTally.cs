using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>How many there are of each kind of registration. A million of them are told apart by some thousand codes, so that counting them again and again costs nothing.</summary>
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

    /// <summary>How many are in states such as this.</summary>
    public int CountOf(Func<RegistrationStatus, bool> isOfThese) => counts.Where(c => isOfThese(c.Key.Status)).Sum(c => c.Value);

    internal void Add(RegistrationCodes codes)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, codes, out _)++;
        Count++;
    }
}
