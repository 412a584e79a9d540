using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>What a rule sets.</summary>
public enum RuleKind
{
    /// <summary>Whether an item counts.</summary>
    Relevance = 1,

    /// <summary>The value of an item.</summary>
    Calculation = 2,

    /// <summary>Which choices of a select are on offer: an answer that is no longer among them goes.</summary>
    Filter = 3,

    /// <summary>How many instances a repeat has.</summary>
    Count = 4,
}

/// <summary>A relevant, calculation, choice filter or count of the form, placed so that what it reads is settled before it.</summary>
/// <param name="Kind">What it sets.</param>
/// <param name="Item">Index in <see cref="Form.Items"/> of the item it sets.</param>
/// <param name="Expression">The expression; of a count a path to its value.</param>
/// <param name="Reads">What it reads; of a triggered one, its triggers alone.</param>
/// <param name="Triggered">Worked out only when one of <paramref name="Reads"/> changes, never on opening.</param>
public sealed record FormRule(RuleKind Kind, int Item, Expression Expression, IReadOnlyList<RuleRead> Reads, bool Triggered = false)
{
    /// <summary>A value that must stay once it is there: once(), uuid(), random().</summary>
    public bool Lasting { get; } = Expression.Calls.Any(c => c.Name is "uuid" or "random" or "once");

    /// <summary>One instance's value is made from another's, as in a running total: all are worked out together, in order.</summary>
    public bool Runs { get; } = Kind == RuleKind.Calculation && Reads.Any(r => r.Item == Item && r.Within < 0);

    /// <summary>A value that cannot be worked out again from the answers: lasting, triggered, or made from its own last value.</summary>
    public bool Kept => Kind == RuleKind.Calculation && (Lasting || Triggered || Reads.Any(r => r.Item == Item));
}

/// <summary>An item a rule reads.</summary>
/// <param name="Item">Index of the item.</param>
/// <param name="Within">Index of the repeat in whose instance both stand, so that a change touches that instance alone; -1 = any instance touches all.</param>
public readonly record struct RuleRead(int Item, int Within);
