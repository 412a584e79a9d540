using System.Globalization;
using System.Xml;
using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Bot.Tools;

/// <summary>An XML document as a tree of answers. Comments, instructions and text beside elements have no place there.</summary>
internal static class InstanceXml
{
    private const string Xhtml = "http://www.w3.org/1999/xhtml", Namespaces = "http://www.w3.org/2000/xmlns/";
    private const int DeepestElement = 200;

    /// <summary>The document node above the root element.</summary>
    /// <exception cref="XmlException">Not well-formed, or nested deeper than any form.</exception>
    internal static InstanceNode Read(string xml)
    {
        // Files of other tools begin with <!DOCTYPE html>; it says nothing, and document types are not read.
        var body = xml.StartsWith("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase) ? xml["<!DOCTYPE html>".Length..] : xml;
        using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        InstanceNode? root = null, open = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element) open = ReadElement(reader, open, ref root);
            else if (reader.NodeType == XmlNodeType.EndElement) open = open?.Parent;
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && open is not null) open.Value += reader.Value;
        }
        Clear(root!);
        return InstanceNode.DocumentOf(root!);
    }

    /// <summary>The element becomes a child of the open one; returns the element that is open afterwards.</summary>
    private static InstanceNode? ReadElement(XmlReader reader, InstanceNode? open, ref InstanceNode? root)
    {
        if (reader.Depth > DeepestElement) throw new XmlException($"Elements are nested more than {DeepestElement} deep.");
        // A name without prefix in a path means no web page element: those get the prefix h, as in ODK's files.
        var node = new InstanceNode(reader.NamespaceURI == Xhtml ? "h:" + reader.LocalName : reader.Name);
        if (open is null) root = node;
        else open.Add(node);
        var empty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != Namespaces) node.Attributes[reader.Name] = reader.Value;
        }
        return empty ? open : node;
    }

    /// <summary>Text between elements is layout, not an answer.</summary>
    private static void Clear(InstanceNode node)
    {
        if (node.Children.Count > 0) node.Value = "";
        foreach (var child in node.Children) Clear(child);
    }

    /// <summary>The node at a positional path such as /*[1]/*[2]/@id; null when the path leads nowhere.</summary>
    internal static InstanceNode? Find(InstanceNode document, string? path)
    {
        var node = document;
        foreach (var step in (path ?? "/").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step[0] == '@') node = node.Attribute(step[1..]);
            else if (!int.TryParse(step.AsSpan().Trim("*[]"), NumberStyles.None, CultureInfo.InvariantCulture, out var place)) return null;
            else node = place >= 1 && place <= node.Children.Count ? node.Children[place - 1] : null;
            if (node is null) return null;
        }
        return node;
    }

    /// <summary>The positional path of a node.</summary>
    internal static string PathOf(InstanceNode node)
    {
        if (node.Name.Length == 0) return "/";
        if (node.Parent is not { } parent) return "/*[1]";
        if (node.Name[0] == '@') return PathOf(parent) + "/" + node.Name;
        return $"{PathOf(parent)}/*[{parent.Children.TakeWhile(c => c != node).Count() + 1}]";
    }

    /// <summary>The top element of the outside list of that id: what stands in instance[@id].</summary>
    internal static InstanceNode? Instance(InstanceNode node, string id)
    {
        if (node.Name == "instance" && node.Attributes.GetValueOrDefault("id") == id) return node.Children.Count > 0 ? node.Children[0] : null;
        return node.Children.Select(c => Instance(c, id)).FirstOrDefault(found => found is not null);
    }
}
