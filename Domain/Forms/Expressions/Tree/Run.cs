namespace GrantBot.Domain.Forms.Expressions.Tree;

/// <summary>One evaluation: the scope, and how much work it has cost so far.</summary>
internal sealed class Run(EvaluationScope scope)
{
    /// <summary>Nodes visited and terms evaluated; a long form needs a few thousand. At most some hundredths of a second.</summary>
    internal const int MaxSteps = 500_000;

    /// <summary>No answer and no message is longer; stops texts that grow by being joined with themselves.</summary>
    internal const int MaxText = 1_000_000;

    private int steps;
    private TimeSpan? offset;
    private InstanceNode? document;

    internal EvaluationScope Scope => scope;

    /// <summary>What the zone is ahead of UTC now; every calendar date of this evaluation stands at this offset (see <see cref="DateText"/>).</summary>
    internal TimeSpan Offset => offset ??= scope.Zone.GetUtcOffset(scope.Now);

    /// <summary>What a lone "/" stands for.</summary>
    internal InstanceNode Document => document ??=
        scope.Context.Parent is null && scope.Context.Children.Count == 1 && ReferenceEquals(scope.Context.Children[0], scope.Root)
            ? scope.Context
            : InstanceNode.DocumentOf(scope.Root);

    internal InstanceNode? ParentOf(InstanceNode node) => ReferenceEquals(node, scope.Root) ? Document : node.Parent;

    internal void Spend(int amount, int position)
    {
        steps += amount;
        if (steps > MaxSteps) throw new ExpressionException($"The expression needs more than {MaxSteps} steps.", position);
    }

    internal string Limited(string text, int position)
    {
        if (text.Length > MaxText) throw new ExpressionException($"The expression makes a text longer than {MaxText} characters.", position);
        return text;
    }

    internal double Number(Value value) => value switch
    {
        Value.Text t => NumberText.Read(t.Value, Offset),
        Value.Nodes ns => ns.Items.Count == 0 ? double.NaN : NumberText.Read(NodeText.Of(ns.Items[0]), Offset),
        _ => value.AsNumber(),
    };

    /// <summary>The value as a date: a date as it is, a number as days since 1970, a text by ISO; null when it is none.</summary>
    internal Value.Date? Date(Value value)
    {
        if (value is Value.Date date) return date;
        if (value is Value.Number number) return DateText.FromDays(number.Value, Offset);
        if (value is Value.Bool) return null;
        var text = value.AsText().AsSpan().Trim();
        if (DateText.TryRead(text, Offset, out var read))
            return read.HasTime ? read with { Moment = TimeZoneInfo.ConvertTime(read.Moment, scope.Zone) } : read;
        // A date kept as a number of days, as calculations leave it.
        var days = NumberText.Read(value.AsText(), Offset);
        return double.IsNaN(days) ? null : DateText.FromDays(days, Offset);
    }

    /// <summary>A date value, or a text or answer that reads as one.</summary>
    internal bool IsDate(Value value) => value switch
    {
        Value.Date => true,
        Value.Text t => DateText.Looks(t.Value.AsSpan().Trim()),
        Value.Nodes { Items.Count: > 0 } ns => DateText.Looks(NodeText.Of(ns.Items[0]).AsSpan().Trim()),
        _ => false,
    };
}

/// <summary>The node a term is evaluated at, and its place among the nodes a predicate goes through.</summary>
internal readonly record struct Focus(InstanceNode Node, int Position, int Size);
