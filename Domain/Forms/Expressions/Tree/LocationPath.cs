namespace GrantBot.Domain.Forms.Expressions.Tree;

/// <summary>A path: from the root, from the node at hand or from what another term gave, step by step to nodes in document order.</summary>
internal sealed class LocationPath : Term
{
    private readonly Term? origin;
    private readonly bool fromRoot;
    private readonly Step[] steps;

    internal LocationPath(Term? origin, bool fromRoot, Step[] steps, PathReference reference, int position)
        : base(position, Math.Max(origin?.Depth ?? 0, steps.Length == 0 ? 0 : steps.Max(s => s.Depth)) + 1)
    {
        this.origin = origin;
        this.fromRoot = fromRoot;
        this.steps = steps;
        Reference = reference;
    }

    /// <summary>The same path for dependency graphs.</summary>
    internal PathReference Reference { get; }

    /// <summary>A step chooses among the nodes it finds.</summary>
    internal bool HasCondition => Array.Exists(steps, s => s.HasCondition);

    internal override Value Evaluate(Run run, in Focus focus)
    {
        run.Spend(1, Position);
        var nodes = Start(run, focus);
        var mayNest = origin is not null;
        foreach (var step in steps)
        {
            nodes = Take(run, step, nodes, mayNest);
            mayNest |= step.Axis is not (Axis.Child or Axis.Self or Axis.Attribute or Axis.Parent);
        }
        return new Value.Nodes(nodes);
    }

    private List<InstanceNode> Start(Run run, in Focus focus)
    {
        if (fromRoot) return [run.Document];
        if (origin is null) return [focus.Node];
        return origin.Evaluate(run, focus) is Value.Nodes nodes
            ? [.. nodes.Items]
            : throw new ExpressionException("A path can go on only from a path.", Position);
    }

    /// <remarks>Nodes may nest when some stand inside others (after "//"): then their children may come out of order or twice.</remarks>
    private List<InstanceNode> Take(Run run, Step step, List<InstanceNode> from, bool mayNest)
    {
        var found = new List<InstanceNode>();
        foreach (var node in from) step.Take(run, node, found, Position);
        if (found.Count < 2 || step.Axis is Axis.Self or Axis.Attribute) return found;
        if (Axes.LooksBack(step.Axis)) return Sorted(run, found);
        return from.Count > 1 && (mayNest || step.Axis != Axis.Child) ? Sorted(run, found) : found;
    }

    private List<InstanceNode> Sorted(Run run, List<InstanceNode> nodes)
    {
        run.Spend(nodes.Count * 4, Position);
        return NodeOrder.Sorted(nodes);
    }
}
