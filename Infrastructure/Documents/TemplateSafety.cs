using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// Refuses what a drawing can do beyond being a drawing: run programs or fetch from elsewhere. librsvg does neither from its standard input,
/// but where it is missing the SVG itself is sent, and a browser would.
/// </summary>
internal static partial class TemplateSafety
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    // animations can set href after the check
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "foreignObject", "handler", "listener", "iframe", "object", "embed", "audio", "video", "canvas", "form", "link",
        "animate", "animateColor", "animateMotion", "animateTransform", "set", "discard",
    };

    public static void Check(XElement root, TemplateLog log)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (Forbidden.Contains(element.Name.LocalName) || element.Name.Namespace == Html) log.Error("forbidden", element, element.Name.LocalName);
            foreach (var attribute in element.Attributes()) Check(attribute, log);
            if (element.Name.LocalName == "style" && Reaches(element.Value) is { } found) log.Error("external", element, found);
        }
        foreach (var instruction in root.DescendantNodes().OfType<XProcessingInstruction>()) log.Error("external", instruction, instruction.Target);
    }

    private static void Check(XAttribute attribute, TemplateLog log)
    {
        if (attribute.IsNamespaceDeclaration) return;
        var name = attribute.Name.LocalName;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) log.Error("handler", attribute, name);
        else if (attribute.Name == XNamespace.Xml + "base") log.Error("external", attribute, "xml:base");
        else if (name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("src", StringComparison.OrdinalIgnoreCase))
        {
            if (!IsInside(attribute.Value)) log.Error("external", attribute, attribute.Value);
        }
        // names and settings of drawing programs are dropped anyhow
        else if (attribute.Name.Namespace == XNamespace.None && Reaches(attribute.Value) is { } found) log.Error("external", attribute, found);
    }

    /// <summary>What a style or an attribute of presentation reaches for outside the drawing; null when nothing.</summary>
    private static string? Reaches(string css)
    {
        // an escape could spell "url" or "@import" past this reading; fonts' names do without
        if (css.Contains('\\', StringComparison.Ordinal)) return css[Math.Max(0, css.IndexOf('\\', StringComparison.Ordinal) - 10)..];
        if (Import().Match(css) is { Success: true } import) return import.Value;
        return Url().Matches(css).Where(m => !IsInside(m.Groups[1].Value.Trim('"', '\''))).Select(m => m.Value).FirstOrDefault();
    }

    private static bool IsInside(string address)
    {
        var trimmed = address.Trim();
        return trimmed.StartsWith('#') || Picture().IsMatch(trimmed);
    }

    [GeneratedRegex(@"@import[^;]*|image-set\([^)]*|@font-face[^}]*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Import();

    [GeneratedRegex(@"url\(\s*([^)]*)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"\Adata:image/(png|jpe?g);base64,[A-Za-z0-9+/=\s]*\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Picture();
}
