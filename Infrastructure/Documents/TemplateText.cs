using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// Fills one text of a template. Attributes on the text or its tspan say how it fits: data-width its room, data-lines the most lines (2),
/// data-min the smallest letters before another line is taken (0.6 of the font size). A text none of whose placeholders has a value is left out,
/// with the words around them; a dash or dot that parted an empty one goes too.
/// </summary>
internal static partial class TemplateText
{
    /// <summary>Distance of two lines in font sizes.</summary>
    public const double Leading = 1.22;

    private static readonly char[] Separators = [' ', '\u00A0', ',', ';', '·', '•', '|', '/', '–', '—', '-', ':'];

    [GeneratedRegex(@"\{([^{}<>]{1,40})\}", RegexOptions.NonBacktracking)]
    internal static partial Regex Placeholder();

    /// <summary>Fills and fits; removes the text when nothing is left to say.</summary>
    public static void Fill(XElement text, IReadOnlyDictionary<string, string> values)
    {
        foreach (var node in text.DescendantNodes().OfType<XText>().ToList())
        {
            if (Filled(node.Value, values) is { } filled && filled != node.Value) node.ReplaceWith(new XText(filled));
        }
        if (text.Value.Trim().Length == 0) text.Remove();
        else foreach (var element in text.DescendantsAndSelf().Where(e => e.Attribute("data-width") is not null).ToList()) Fit(element);
    }

    /// <summary>Font size of an element: its own or that of the nearest around it; 16 when nobody says.</summary>
    public static double Size(XElement element) => element.AncestorsAndSelf().Select(OwnSize).FirstOrDefault(s => s > 0) ?? 16;

    /// <summary>Sets the font size where it is said.</summary>
    public static void SetSize(XElement element, double size)
    {
        element.SetAttributeValue("font-size", N(size));
        if (element.Attribute("style") is { } style) style.Value = FontSize().Replace(style.Value, "");
    }

    public static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static string Filled(string template, IReadOnlyDictionary<string, string> values)
    {
        var (blank, said) = (false, false);
        var result = Placeholder().Replace(template, m =>
        {
            var value = Value(values, m.Groups[1].Value.Trim());
            (blank, said) = (blank || value.Length == 0, said || value.Length > 0);
            return value;
        });
        if (!blank) return result;
        return said ? result.Trim(Separators) : "";
    }

    private static string Value(IReadOnlyDictionary<string, string> values, string name)
    {
        if (!values.TryGetValue(name, out var value)) return "";
        var shown = value.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or '\r' || !IsHidden(r)).Take(TemplateUse.LongestValue + 1).ToList();
        var text = shown.Count <= TemplateUse.LongestValue ? string.Concat(shown) : string.Concat(shown.Take(TemplateUse.LongestValue)) + "…";
        return string.Join(' ', XmlText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Control characters and those that turn the direction of writing around.</summary>
    private static bool IsHidden(System.Text.Rune rune) =>
        System.Text.Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0xFEFF or 0xFFFD;

    private static void Fit(XElement element)
    {
        // drawing programs put one tspan around the whole text: the innermost of such a chain holds the words
        var inner = element;
        while (inner.Elements().ToList() is [var only] && only.Name.LocalName == "tspan" && only.Value.Trim() == inner.Value.Trim()) inner = only;
        if (inner.HasElements || TemplateXml.Number(element, "data-width") is not { } width) return;
        var (size, words) = (Size(inner), inner.Value.Trim());
        var spaced = inner.AncestorsAndSelf().Select(e => TemplateXml.Number(e, "letter-spacing")).FirstOrDefault(s => s is not null) ?? 0;
        var fitted = TextFit.Fit(words, size, Math.Max(width / 4, width - (spaced * words.Length)), (int)Math.Clamp(TemplateXml.Number(element, "data-lines") ?? 2, 1, 10),
            TemplateXml.Number(element, "data-min") ?? size * 0.6, IsBold(inner) ? 1.2 : 1);
        SetSize(inner, fitted.Size);
        if (fitted.Lines.Count == 1) inner.Value = fitted.Lines[0];
        else Break(inner, fitted);
    }

    /// <summary>One tspan a line, the block centred about the line it replaces.</summary>
    private static void Break(XElement inner, FittedText fitted)
    {
        var x = inner.AncestorsAndSelf().Select(e => e.Attribute("x")?.Value).FirstOrDefault(v => v is not null) ?? "0";
        var rise = -(fitted.Lines.Count - 1) / 2.0 * Leading * fitted.Size;
        inner.ReplaceNodes(fitted.Lines.Select((line, i) => new XElement(TemplateXml.Svg + "tspan",
            new XAttribute("x", x), new XAttribute("dy", N(i == 0 ? rise : Leading * fitted.Size)), line)));
    }

    private static bool IsBold(XElement element) => element.AncestorsAndSelf().Any(e => Heavy().IsMatch(e.Attribute("font-weight")?.Value ?? "") || Heavy().IsMatch(e.Attribute("style")?.Value ?? ""));

    private static double? OwnSize(XElement element) => TemplateXml.Length(element.Attribute("style")?.Value is { } style && FontSize().Match(style) is { Success: true } m
        ? m.Groups[1].Value : element.Attribute("font-size")?.Value);

    [GeneratedRegex(@"\bfont-size\s*:\s*([^;]+);?", RegexOptions.NonBacktracking)]
    private static partial Regex FontSize();

    [GeneratedRegex(@"(\A|font-weight\s*:\s*)(bold|[6-9]00)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Heavy();
}
