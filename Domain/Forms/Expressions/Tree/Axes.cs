using System.Diagnostics;

namespace GrantBot.Domain.Forms.Expressions.Tree;

internal enum Axis
{
    Child, Self, Parent, Attribute, Descendant, DescendantOrSelf, Ancestor, AncestorOrSelf,
    FollowingSibling, PrecedingSibling, Following, Preceding, Namespace,
}

/// <summary>The directions a step may look in. Those that look back give the nearest node first, as predicates count it.</summary>
internal static class Axes
{
    internal static readonly Dictionary<string, Axis> ByName = new(StringComparer.Ordinal)
    {
        ["child"] = Axis.Child, ["self"] = Axis.Self, ["parent"] = Axis.Parent, ["attribute"] = Axis.Attribute,
        ["descendant"] = Axis.Descendant, ["descendant-or-self"] = Axis.DescendantOrSelf,
        ["ancestor"] = Axis.Ancestor, ["ancestor-or-self"] = Axis.AncestorOrSelf,
        ["following-sibling"] = Axis.FollowingSibling, ["preceding-sibling"] = Axis.PrecedingSibling,
        ["following"] = Axis.Following, ["preceding"] = Axis.Preceding, ["namespace"] = Axis.Namespace,
    };

    internal static bool LooksBack(Axis axis) => axis is Axis.Ancestor or Axis.AncestorOrSelf or Axis.PrecedingSibling or Axis.Preceding;

    internal static void Walk(Run run, InstanceNode from, Axis axis, NodeTest test, List<InstanceNode> found, int position)
    {
        if (axis == Axis.Attribute) Attributes(from, test, found);
        else if (test.Kind == NodeTestKind.AnyText) Texts(run, from, axis, found, position);
        else
        {
            foreach (var node in Nodes(run, from, axis))
            {
                run.Spend(1, position);
                if (test.Takes(node)) found.Add(node);
            }
        }
    }

    private static IEnumerable<InstanceNode> Nodes(Run run, InstanceNode from, Axis axis) => axis switch
    {
        Axis.Child => from.Children,
        Axis.Self => [from],
        Axis.Parent => run.ParentOf(from) is { } parent ? [parent] : [],
        Axis.Descendant => Descendants(from),
        Axis.DescendantOrSelf => Descendants(from).Prepend(from),
        Axis.Ancestor => Ancestors(run, from),
        Axis.AncestorOrSelf => Ancestors(run, from).Prepend(from),
        Axis.FollowingSibling => Siblings(run, from, +1),
        Axis.PrecedingSibling => Siblings(run, from, -1),
        Axis.Following => Ancestors(run, from).Prepend(from).SelectMany(a => Siblings(run, a, +1)).SelectMany(s => Descendants(s).Prepend(s)),
        Axis.Preceding => Ancestors(run, from).Prepend(from).SelectMany(a => Siblings(run, a, -1)).SelectMany(s => Descendants(s).Prepend(s).Reverse()),
        Axis.Namespace => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>All nodes inside, in document order; with a stack of its own, since trees may be deep.</summary>
    internal static IEnumerable<InstanceNode> Descendants(InstanceNode node)
    {
        var waiting = new Stack<InstanceNode>();
        for (var i = node.Children.Count - 1; i >= 0; i--) waiting.Push(node.Children[i]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            for (var i = next.Children.Count - 1; i >= 0; i--) waiting.Push(next.Children[i]);
        }
    }

    private static IEnumerable<InstanceNode> Ancestors(Run run, InstanceNode node)
    {
        for (var n = run.ParentOf(node); n is not null; n = run.ParentOf(n)) yield return n;
    }

    private static IEnumerable<InstanceNode> Siblings(Run run, InstanceNode node, int direction)
    {
        if (run.ParentOf(node) is not { } parent) yield break;
        var at = NodeOrder.IndexOf(parent.Children, node);
        if (at < 0) yield break;
        for (var i = at + direction; i >= 0 && i < parent.Children.Count; i += direction) yield return parent.Children[i];
    }

    private static void Attributes(InstanceNode from, NodeTest test, List<InstanceNode> found)
    {
        if (test.Kind == NodeTestKind.Name)
        {
            if (from.Attribute(test.Name) is { } one) found.Add(one);
            return;
        }
        if (test.Kind is NodeTestKind.AnyElement or NodeTestKind.AnyNode) found.AddRange(from.Attributes.Keys.Select(k => from.Attribute(k)!));
    }

    /// <summary>text(): an answer's text is the answer itself, so the node stands for its text.</summary>
    private static void Texts(Run run, InstanceNode from, Axis axis, List<InstanceNode> found, int position)
    {
        if (axis == Axis.Child && from.Value.Length > 0) found.Add(from);
        if (axis is not (Axis.Descendant or Axis.DescendantOrSelf)) return;
        foreach (var node in Descendants(from).Prepend(from))
        {
            run.Spend(1, position);
            if (node.Value.Length > 0) found.Add(node);
        }
    }
}
