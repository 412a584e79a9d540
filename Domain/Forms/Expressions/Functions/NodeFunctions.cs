using GrantBot.Domain.Forms.Expressions.Tree;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Paths: where we are, how many there are, repeats and outside lists. Counting passes over what a relevant expression hides.</summary>
internal static class NodeFunctions
{
    internal static readonly Function[] All =
    [
        new("current", "", "the question the expression belongs to", a => One(a.Run.Scope.Context)),
        new("position", "path?", "number of a repeat's instance: position(..)", a => Value.Of(a.Has(0) ? PositionOf(a, a.Nodes(0)) : a.Focus.Position)),
        new("last", "", "number of the nodes at hand", a => Value.Of(a.Focus.Size)),
        new("count", "path", "how many there are", a => Value.Of(a.Shown(0).Count())),
        new("count-non-empty", "path", "how many are answered", a => Value.Of(a.Shown(0).Count(n => a.Run.Text(n).Length > 0))),
        new("name", "path?", "name of the question", a => Value.Of(Name(a))),
        new("local-name", "path?", "the same without a prefix", a => Value.Of(Name(a)[(Name(a).IndexOf(':', StringComparison.Ordinal) + 1)..])),
        new("instance", "list", "a list of choices: instance('towns')/root/item[name = ${town}]/label", a => a.Run.Scope.Instance(a.Text(0)) is { } root ? One(InstanceNode.DocumentOf(root)) : new Value.Nodes([])),
        new("indexed-repeat", "path, repeat, place, repeat?, place?, repeat?, place?", "the answer in that instance of a repeat", IndexedRepeat),
        new("pulldata", "list, column, key-column, key", "a column of an attached list, found by its key", PullData),
        new("randomize", "path, seed?", "the nodes in a random order, the same for a person each time", a => new Value.Nodes(Shuffle.Of(a.Nodes(0), a.Has(1) ? Shuffle.Seed(a[1]) : a.Run.Scope.Seed))),
    ];

    private static Value.Nodes One(InstanceNode node) => new([node]);

    private static string Name(Arguments a)
    {
        if (!a.Has(0)) return a.Focus.Node.Name.TrimStart('@');
        return a.Nodes(0) is [var first, ..] ? first.Name.TrimStart('@') : "";
    }

    /// <summary>Place among the siblings of the same name, from 1: the number of a repeat's instance.</summary>
    private static double PositionOf(Arguments a, IReadOnlyList<InstanceNode> nodes) => nodes.Count == 0 ? double.NaN : PlaceOf(a.Run, nodes[0], a.Position);

    private static int PlaceOf(Run run, InstanceNode node, int position)
    {
        if (run.ParentOf(node) is not { } parent) return 1;
        var place = 0;
        run.Spend(parent.Children.Count, position);
        foreach (var sibling in parent.Children)
        {
            if (string.Equals(sibling.Name, node.Name, StringComparison.Ordinal)) place++;
            if (ReferenceEquals(sibling, node)) break;
        }
        return place;
    }

    /// <summary>The nodes of the first path that stand in the instances asked for of the repeats named.</summary>
    /// <remarks>Decision: a place below 1 means the first, as in JavaRosa.</remarks>
    private static Value IndexedRepeat(Arguments a)
    {
        IEnumerable<InstanceNode> nodes = a.Nodes(0);
        for (var i = 1; i + 1 < a.Count; i += 2)
        {
            var repeats = new HashSet<InstanceNode>(a.Nodes(i), ReferenceEqualityComparer.Instance);
            var place = a.Number(i + 1) is var wanted && wanted < 1 ? 1 : Math.Truncate(wanted);
            var instances = repeats.Where(r => PlaceOf(a.Run, r, a.Position) == place).ToHashSet<InstanceNode>(ReferenceEqualityComparer.Instance);
            nodes = nodes.Where(n => Stands(n, instances)).ToList();
        }
        return new Value.Nodes([.. nodes]);
    }

    private static bool Stands(InstanceNode node, HashSet<InstanceNode> inside)
    {
        for (var n = node; n is not null; n = n.Parent)
        {
            if (inside.Contains(n)) return true;
        }
        return false;
    }

    /// <summary>From the outside list named, the column of the first item whose key column has the key; blank when there is none.</summary>
    private static Value PullData(Arguments a)
    {
        if (a.Run.Scope.Instance(a.Text(0)) is not { } root) return Value.Blank;
        string column = a.Text(1), keyColumn = a.Text(2), key = a.Text(3);
        a.Run.Spend(root.Children.Count, a.Position);
        var item = root.Children.FirstOrDefault(i => Column(i, keyColumn) == key);
        return item is null ? Value.Blank : Value.Of(Column(item, column) ?? "");
    }

    private static string? Column(InstanceNode item, string name) => item.Children.FirstOrDefault(c => c.Name == name)?.Value;
}
