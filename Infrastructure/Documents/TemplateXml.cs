using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Reads the XML of a template without resolving anything, and the few things of SVG a template needs.</summary>
internal static class TemplateXml
{
    /// <summary>Deepest nesting and most elements taken: copying a drawing is recursive, and drawing costs time.</summary>
    public const int Deepest = 100, Most = 20_000;

    /// <summary>The namespace of SVG.</summary>
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The root element, or null after saying what is wrong.</summary>
    public static XElement? Load(ReadOnlyMemory<byte> file, TemplateLog log)
    {
        var bytes = file.ToArray();
        var typed = Begins(bytes, DtdProcessing.Ignore) && !Begins(bytes, DtdProcessing.Prohibit);
        if (typed) log.Error("dtd", 0);
        try
        {
            if (IsTooDeep(bytes))
            {
                log.Error("deep", 0, "", Deepest.ToString(CultureInfo.InvariantCulture));
                return null;
            }
            using var reader = Reader(bytes, DtdProcessing.Ignore);
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
            if (root.Name == Svg + "svg") return root;
            log.Error("not-svg", Line(root), root.Name.LocalName);
        }
        catch (XmlException e)
        {
            // with a document type in front, what follows may be entities it declares
            if (!typed) log.Error("not-xml", e.LineNumber);
        }
        return null;
    }

    /// <summary>The drawing without what only drawing programs and browsers read: comments, instructions, elements and attributes of other namespaces.</summary>
    public static XElement Tidied(XElement root)
    {
        var copy = new XElement(root);
        copy.DescendantNodes().Where(n => n is XComment or XProcessingInstruction).Remove();
        copy.Descendants().Where(e => e.Name.Namespace != Svg || e.Name.LocalName == "metadata").Remove();
        copy.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != XNamespace.None && !IsKept(a)).Remove();
        return copy;
    }

    /// <summary>Text elements of the drawing.</summary>
    public static IEnumerable<XElement> Texts(XElement root) => root.Descendants(Svg + "text");

    /// <summary>A number an attribute holds, in units of the drawing; null when there is none.</summary>
    public static double? Number(XElement element, string attribute) =>
        Length(element.Attribute(attribute)?.Value);

    /// <summary>A length in units of the drawing: a bare number or one with px, pt, mm, cm, in. Null for anything else.</summary>
    public static double? Length(string? text)
    {
        if (text is null) return null;
        var trimmed = text.Trim();
        var (factor, digits) = trimmed switch
        {
            [.. var n, 'p', 'x'] => (1d, n),
            [.. var n, 'p', 't'] => (96 / 72d, n),
            [.. var n, 'm', 'm'] => (96 / 25.4, n),
            [.. var n, 'c', 'm'] => (96 / 2.54, n),
            [.. var n, 'i', 'n'] => (96d, n),
            _ => (1d, trimmed),
        };
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && Math.Abs(value) < 1e6 ? value * factor : null;
    }

    /// <summary>Line of the file an element or attribute stands in.</summary>
    public static int Line(IXmlLineInfo? place) => place is not null && place.HasLineInfo() ? place.LineNumber : 0;

    private static bool IsKept(XAttribute attribute) => attribute.Name.LocalName == "href" || attribute.Name == XNamespace.Xml + "space";

    /// <summary>Whether the file can be read up to its first element.</summary>
    private static bool Begins(byte[] bytes, DtdProcessing types)
    {
        try
        {
            using var reader = Reader(bytes, types);
            return reader.MoveToContent() == XmlNodeType.Element;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsTooDeep(byte[] bytes)
    {
        using var reader = Reader(bytes, DtdProcessing.Ignore);
        for (var elements = 0; reader.Read();)
        {
            if (reader.NodeType == XmlNodeType.Element && (++elements > Most || reader.Depth > Deepest)) return true;
        }
        return false;
    }

    private static XmlReader Reader(byte[] bytes, DtdProcessing types) => XmlReader.Create(new MemoryStream(bytes), new()
    {
        DtdProcessing = types,
        XmlResolver = null,
        MaxCharactersInDocument = CertificateTemplate.LargestFile,
    });
}
