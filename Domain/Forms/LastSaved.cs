using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>A person's last submission of the form as an outside list: what ${last-saved#name} reads.</summary>
internal static class LastSaved
{
    /// <summary>The list's id in expressions.</summary>
    public const string Instance = "__last-saved";

    /// <summary>The tree of the values, by path with positions; the root element.</summary>
    public static InstanceNode Tree(string root, IEnumerable<KeyValuePair<string, string>> values)
    {
        var top = new InstanceNode(root);
        var known = new Dictionary<string, InstanceNode>(StringComparer.Ordinal) { ["/" + root] = top };
        foreach (var (path, value) in values) At(path, known, top).Value = value;
        return top;
    }

    private static InstanceNode At(string path, Dictionary<string, InstanceNode> known, InstanceNode top)
    {
        if (known.TryGetValue(path, out var node)) return node;
        var slash = path.LastIndexOf('/');
        var parent = slash <= 0 ? top : At(path[..slash], known, top);
        return known[path] = parent.Add(new InstanceNode(path[(slash + 1)..].Split('[')[0]));
    }
}
