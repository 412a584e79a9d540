using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GrantBot.Infrastructure.Documents;

/// <summary>What a drawing needs to be a template: a size, its placeholders, a place for the QR code, numbers where they are meant.</summary>
internal static partial class TemplateChecks
{
    private const string QrText = "qr";

    private static readonly string[] Numbers = ["data-width", "data-lines", "data-min", "data-gap", "data-height", "data-top", "data-bottom"];

    public static void Check(XElement root, TemplateUse use, TemplateLog log)
    {
        if (!HasSize(root)) log.Error("size", root, "", "viewBox=\"0 0 1188 840\"");
        CheckPlaceholders(root, use, log);
        CheckQr(root, use, log);
        foreach (var attribute in root.Descendants().Attributes().Where(a => Numbers.Contains(a.Name.LocalName, StringComparer.Ordinal)))
        {
            var value = TemplateXml.Length(attribute.Value);
            if (value is null or < 0 || (value == 0 && attribute.Name.LocalName is "data-width" or "data-lines")) log.Error("number", attribute, attribute.Value, attribute.Name.LocalName);
        }
    }

    private static void CheckPlaceholders(XElement root, TemplateUse use, TemplateLog log)
    {
        var known = string.Join(", ", use.Known.Select(Braced));
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in TemplateXml.Texts(root))
        {
            var named = text.DescendantNodes().OfType<XText>().SelectMany(t => TemplateText.Placeholder().Matches(t.Value)).Select(m => m.Groups[1].Value.Trim()).ToHashSet(StringComparer.Ordinal);
            there.UnionWith(named);
            foreach (var name in named.Where(n => !use.Known.Contains(n, StringComparer.Ordinal)))
            {
                if (name.Equals(QrText, StringComparison.OrdinalIgnoreCase)) log.Error("qr-text", text);
                else log.Error("unknown", text, Braced(name), known);
            }
            var wide = use.Long.FirstOrDefault(named.Contains);
            if (wide is not null && !text.DescendantsAndSelf().Any(e => e.Attribute("data-width") is not null)) log.Warn("room", TemplateXml.Line(text), Braced(wide));
        }
        foreach (var name in use.Required.Where(n => !there.Contains(n))) log.Error("missing", 0, Braced(name));
    }

    private static void CheckQr(XElement root, TemplateUse use, TemplateLog log)
    {
        if (CertificateTemplate.QrBox(root) is not { } box) log.Warn("qr-missing", 0);
        else if (!(TemplateXml.Number(box, "width") > 0) || !(TemplateXml.Number(box, "height") > 0)
            || (box.Attribute("x") is { } x && TemplateXml.Length(x.Value) is null) || (box.Attribute("y") is { } y && TemplateXml.Length(y.Value) is null)) log.Error("qr-size", box);
    }

    private static bool HasSize(XElement root) => root.Attribute("viewBox")?.Value is { } box
        ? box.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) is [_, _, var w, var h] && TemplateXml.Length(w) > 0 && TemplateXml.Length(h) > 0
        : TemplateXml.Number(root, "width") > 0 && TemplateXml.Number(root, "height") > 0;

    private static string Braced(string name) => "{" + name + "}";
}
