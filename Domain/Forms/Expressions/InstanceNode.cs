namespace GrantBot.Domain.Forms.Expressions;

/// <summary>
/// One element of the tree a form's answers live in (XForms instance): the root, a group, one instance of a repeat, or a question.
/// Mutable, made anew for each turn of a conversation from stored answers.
/// </summary>
public class InstanceNode(string name)
{
    private readonly List<InstanceNode> children = [];

    /// <summary>Element name.</summary>
    public string Name { get; } = name;

    /// <summary>The answer as text, "" when blank. Groups have none of their own.</summary>
    public string Value { get; set; } = "";

    /// <summary>False while a relevant expression hides it: then it reads as blank in expressions and is not submitted.</summary>
    public bool Relevant { get; set; } = true;

    /// <summary>The element it stands in; null for the root.</summary>
    public InstanceNode? Parent { get; private set; }

    /// <summary>Elements inside, in order.</summary>
    public IReadOnlyList<InstanceNode> Children => children;

    /// <summary>Attributes by name; used only by outside instance documents.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Puts an element at the end, or at <paramref name="index"/>.</summary>
    public InstanceNode Add(InstanceNode child, int? index = null)
    {
        child.Parent = this;
        children.Insert(index ?? children.Count, child);
        return child;
    }

    /// <summary>An attribute seen as a node, so that paths and ".." work on it; null when there is none. Not among the children.</summary>
    public InstanceNode? Attribute(string name) =>
        Attributes.TryGetValue(name, out var value) ? new InstanceNode("@" + name) { Parent = this, Value = value } : null;

    /// <summary>The document above <paramref name="root"/>: what a lone "/" and instance('id') stand for. The root does not learn of it.</summary>
    public static InstanceNode DocumentOf(InstanceNode root)
    {
        var document = new InstanceNode("");
        document.children.Add(root);
        return document;
    }

    /// <summary>Takes an element out.</summary>
    public void Remove(InstanceNode child) { if (children.Remove(child)) child.Parent = null; }
}
