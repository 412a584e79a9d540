using System.Xml.Linq;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// A group that stacks what it holds between two heights, data-top and data-bottom: texts take the room their lines need, other elements that of
/// data-height, and data-gap is left above each. What is empty leaves no hole; what is too much is drawn closer and smaller. The stack stands in the
/// middle of its room.
/// </summary>
internal static class TemplateStack
{
    public static bool Is(XElement element) => element.Attribute("data-top") is not null && element.Attribute("data-bottom") is not null;

    /// <summary>Places the children. Texts must be filled before.</summary>
    public static void Arrange(XElement stack)
    {
        var (top, bottom) = (TemplateXml.Number(stack, "data-top") ?? 0, TemplateXml.Number(stack, "data-bottom") ?? 0);
        var items = stack.Elements().Where(e => e.Name.LocalName == "text" || e.Attribute("data-height") is not null).ToList();
        if (items.Count == 0) return;
        var (heights, gaps) = (items.Select(Height).ToList(), items.Select((e, i) => i == 0 ? 0 : TemplateXml.Number(e, "data-gap") ?? 0).ToList());
        var closer = Math.Clamp((bottom - top - heights.Sum()) / Math.Max(gaps.Sum(), 0.001), 0.3, 1);
        var total = heights.Sum() + (gaps.Sum() * closer);
        var scale = Math.Min(1, (bottom - top) / total);
        var y = top + ((bottom - top - (total * scale)) / 2);
        for (var i = 0; i < items.Count; i++)
        {
            y += gaps[i] * closer * scale;
            if (items[i].Name.LocalName == "text") Place(items[i], y, scale);
            else items[i].SetAttributeValue("transform", $"translate(0 {TemplateText.N(y)})");
            y += heights[i] * scale;
        }
    }

    private static double Height(XElement item) => item.Name.LocalName == "text"
        ? Math.Max(1, item.Elements().Count()) * TemplateText.Size(item) * TemplateText.Leading
        : TemplateXml.Number(item, "data-height") ?? 0;

    private static void Place(XElement text, double y, double scale)
    {
        var size = TemplateText.Size(text) * scale;
        if (scale < 1) TemplateText.SetSize(text, size);
        text.SetAttributeValue("y", TemplateText.N(y + size));
        foreach (var (line, i) in text.Elements().Select((line, i) => (line, i))) line.SetAttributeValue("dy", TemplateText.N(i == 0 ? 0 : TemplateText.Leading * size));
    }
}
