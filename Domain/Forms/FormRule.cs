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
}

/// <summary>A relevant, calculation or choice filter of the form, placed so that everything it reads is settled before it.</summary>
/// <param name="Kind">What it sets.</param>
/// <param name="Item">Index in <see cref="Form.Items"/> of the item it sets.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Reads">Indexes of the items it reads; of a triggered one, its triggers alone.</param>
/// <param name="Triggered">Worked out only when one of <paramref name="Reads"/> changes, never on opening.</param>
public sealed record FormRule(RuleKind Kind, int Item, Expression Expression, IReadOnlyList<int> Reads, bool Triggered = false);
