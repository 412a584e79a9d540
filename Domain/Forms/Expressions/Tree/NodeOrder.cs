namespace GrantBot.Domain.Forms.Expressions.Tree;

/// <summary>Document order: as the elements stand in the tree, parents before what is inside them.</summary>
internal static class NodeOrder
{
    /// <summary>Each node once, in document order.</summary>
    internal static List<InstanceNode> Sorted(List<InstanceNode> nodes)
    {
        var once = Distinct(nodes);
        if (once.Count < 2) return once;
        return [.. once.Select(n => (Node: n, Path: PathOf(n))).OrderBy(p => p.Path, PathComparer.Instance).Select(p => p.Node)];
    }

    /// <summary>Each node once, as first met.</summary>
    internal static List<InstanceNode> Distinct(List<InstanceNode> nodes)
    {
        if (nodes.Count < 2) return nodes;
        var seen = new HashSet<InstanceNode>(ReferenceEqualityComparer.Instance);
        return nodes.FindAll(seen.Add);
    }

    internal static int IndexOf(IReadOnlyList<InstanceNode> nodes, InstanceNode node)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (ReferenceEquals(nodes[i], node)) return i;
        }
        return -1;
    }

    private static List<int> PathOf(InstanceNode node)
    {
        var path = new List<int>();
        for (var n = node; n.Parent is { } parent; n = parent) path.Add(IndexOf(parent.Children, n));
        path.Reverse();
        return path;
    }

    private sealed class PathComparer : IComparer<List<int>>
    {
        internal static readonly PathComparer Instance = new();

        public int Compare(List<int>? x, List<int>? y)
        {
            for (var i = 0; i < Math.Min(x!.Count, y!.Count); i++)
            {
                if (x[i] != y[i]) return x[i].CompareTo(y[i]);
            }
            return x.Count.CompareTo(y!.Count);
        }
    }
}
