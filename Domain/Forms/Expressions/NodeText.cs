using System.Text;

namespace GrantBot.Domain.Forms.Expressions;

/// <summary>What a node of the answers reads as.</summary>
internal static class NodeText
{
    /// <summary>A question's answer; of a group all answers inside joined; "" while a relevant expression hides it or a group around it.</summary>
    /// <param name="node">The node to read.</param>
    /// <param name="spend">Told of every node read inside a group, so that an evaluation can bound its work; may be null.</param>
    internal static string Of(InstanceNode node, Action? spend = null)
    {
        if (!Shown(node)) return "";
        if (node.Children.Count == 0) return node.Value;
        var text = new StringBuilder(node.Value);
        Join(node, text, spend);
        return text.ToString();
    }

    /// <summary>Neither the node nor anything around it is hidden.</summary>
    internal static bool Shown(InstanceNode node)
    {
        for (var n = node; n is not null; n = n.Parent)
        {
            if (!n.Relevant) return false;
        }
        return true;
    }

    private static void Join(InstanceNode node, StringBuilder text, Action? spend)
    {
        foreach (var child in node.Children)
        {
            spend?.Invoke();
            if (!child.Relevant) continue;
            text.Append(child.Value);
            Join(child, text, spend);
        }
    }
}
