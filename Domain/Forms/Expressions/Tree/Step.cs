namespace GrantBot.Domain.Forms.Expressions.Tree;

internal enum NodeTestKind { Name, AnyElement, AnyNode, AnyText, Nothing }

/// <summary>Which nodes of an axis a step takes. Answers hold no comments and instructions, so tests for those take nothing.</summary>
internal sealed record NodeTest(NodeTestKind Kind, string Name = "")
{
    internal static readonly NodeTest AnyNode = new(NodeTestKind.AnyNode);
    internal static readonly NodeTest AnyElement = new(NodeTestKind.AnyElement);
    internal static readonly NodeTest AnyText = new(NodeTestKind.AnyText);
    internal static readonly NodeTest Nothing = new(NodeTestKind.Nothing);

    internal bool Takes(InstanceNode node) => Kind switch
    {
        NodeTestKind.Name => string.Equals(node.Name, Name, StringComparison.Ordinal),
        NodeTestKind.AnyElement => node.Name.Length > 0,
        NodeTestKind.AnyNode => true,
        _ => false,
    };
}

/// <summary>One step of a path: an axis, a test, predicates.</summary>
internal sealed class Step(Axis axis, NodeTest test, Term[] predicates)
{
    internal int Depth { get; } = predicates.Length == 0 ? 1 : predicates.Max(p => p.Depth) + 1;

    internal Axis Axis => axis;

    internal bool HasCondition => predicates.Length > 0;

    /// <summary>The nodes this step finds from one node, nearest first.</summary>
    internal void Take(Run run, InstanceNode from, List<InstanceNode> found, int position)
    {
        var mark = found.Count;
        if (axis == Axis.Child && test.Kind != NodeTestKind.AnyText)
        {
            run.Spend(from.Children.Count + 1, position);
            var children = from.Children;
            for (var i = 0; i < children.Count; i++)
            {
                if (test.Takes(children[i])) found.Add(children[i]);
            }
        }
        else Axes.Walk(run, from, axis, test, found, position);
        if (predicates.Length == 0) return;
        var kept = Keep(found.GetRange(mark, found.Count - mark), predicates, run);
        found.RemoveRange(mark, found.Count - mark);
        found.AddRange(kept);
    }

    /// <summary>The nodes for which every predicate holds; a number means the place, counted anew after each predicate.</summary>
    internal static List<InstanceNode> Keep(List<InstanceNode> nodes, Term[] predicates, Run run)
    {
        foreach (var predicate in predicates)
        {
            var kept = new List<InstanceNode>(nodes.Count);
            for (var i = 0; i < nodes.Count; i++)
            {
                run.Spend(1, predicate.Position);
                var value = predicate.Evaluate(run, new Focus(nodes[i], i + 1, nodes.Count));
                if (value is Value.Number place ? place.Value == i + 1 : run.Boolean(value)) kept.Add(nodes[i]);
            }
            nodes = kept;
        }
        return nodes;
    }
}
