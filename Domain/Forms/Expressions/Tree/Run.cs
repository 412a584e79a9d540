namespace GrantBot.Domain.Forms.Expressions.Tree;

/// <summary>One evaluation: the scope, and how much work it has cost so far.</summary>
internal sealed class Run(EvaluationScope scope)
{
    /// <summary>Nodes visited and terms evaluated; a long form needs a few thousand. At most some hundredths of a second.</summary>
    internal const int MaxSteps = 500_000;

    /// <summary>No answer and no message is longer; stops texts that grow by being joined with themselves.</summary>
    internal const int MaxText = 1_000_000;

    private int steps;
    private int lastPosition;
    private Action? spendOne;
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
        lastPosition = position;
        if (steps > MaxSteps) throw new ExpressionException($"The expression needs more than {MaxSteps} steps.", position);
    }

    internal string Limited(string text, int position)
    {
        if (text.Length > MaxText) throw new ExpressionException($"The expression makes a text longer than {MaxText} characters.", position);
        return text;
    }

    /// <summary>A node's text; reading a whole group costs a step for each node inside.</summary>
    internal string Text(InstanceNode node) => NodeText.Of(node, node.Children.Count == 0 ? null : spendOne ??= () => Spend(1, lastPosition));

    /// <summary>As <see cref="Value.AsText"/>, with its cost.</summary>
    internal string Text(Value value) => value is Value.Nodes nodes ? nodes.Items.Count == 0 ? "" : Text(nodes.Items[0]) : value.AsText();

    /// <summary>As <see cref="Value.AsBoolean"/>, with its cost.</summary>
    internal bool Boolean(Value value)
    {
        if (value is not Value.Nodes nodes) return value.AsBoolean();
        foreach (var node in nodes.Items)
        {
            if (Text(node).Length > 0) return true;
        }
        return false;
    }

    /// <summary>As <see cref="Value.AsNumber"/>, but a date written as text stands at local midnight.</summary>
    internal double Number(Value value) => value is Value.Text or Value.Nodes ? NumberText.Read(Text(value), Offset) : value.AsNumber();

    /// <summary>The value as a date: a date as it is, a number as days since 1970, a text by ISO; null when it is none.</summary>
    internal Value.Date? Date(Value value)
    {
        if (value is Value.Date date) return date;
        if (value is Value.Number number) return DateText.FromDays(number.Value, Offset);
        if (value is Value.Bool) return null;
        var text = Text(value);
        if (DateText.TryRead(text.AsSpan().Trim(), Offset, out var read))
            return read.HasTime ? read with { Moment = TimeZoneInfo.ConvertTime(read.Moment, scope.Zone) } : read;
        // A date kept as a number of days, as calculations leave it.
        var days = NumberText.Read(text, Offset);
        return double.IsNaN(days) ? null : DateText.FromDays(days, Offset);
    }

    /// <summary>A date value, or a text or answer that reads as one.</summary>
    internal bool IsDate(Value value) => value switch
    {
        Value.Date => true,
        Value.Text t => DateText.Looks(t.Value.AsSpan().Trim()),
        Value.Nodes { Items.Count: > 0 } ns => DateText.Looks(Text(ns.Items[0]).AsSpan().Trim()),
        _ => false,
    };
}

/// <summary>The node a term is evaluated at, and its place among the nodes a predicate goes through.</summary>
internal readonly record struct Focus(InstanceNode Node, int Position, int Size);
