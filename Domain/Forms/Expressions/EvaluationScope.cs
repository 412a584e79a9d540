namespace GrantBot.Domain.Forms.Expressions;

/// <summary>What an expression can see while it is evaluated. The outside world comes in here and nowhere else.</summary>
public sealed record EvaluationScope
{
    /// <summary>The node the expression belongs to: "." and current().</summary>
    public required InstanceNode Context { get; init; }

    /// <summary>The top element of the answers: "/data/x" finds its child x when its name is data.</summary>
    public required InstanceNode Root { get; init; }

    /// <summary>The moment of the turn, for today() and now().</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The deployment's zone: dates are local dates there.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>instance('id'): the top element of an outside list (its items' parent); null when there is no such list.</summary>
    public Func<string, InstanceNode?> Instance { get; init; } = static _ => null;

    /// <summary>jr:choice-name: a choice's value and the question's path as text give the label in the person's language; null when there is none.</summary>
    public Func<string, string, string?> ChoiceLabel { get; init; } = static (_, _) => null;

    /// <summary>uuid(): a fresh one; without it one of our own ids made from <see cref="Now"/>.</summary>
    public Func<string>? NewUuid { get; init; }

    /// <summary>Seed of random() and randomize(): the same for one person in one form, so that the order stays.</summary>
    public int Seed { get; init; }

    /// <summary>The value already stored, for once(); when null the context node's own value counts.</summary>
    public string? Once { get; init; }
}
