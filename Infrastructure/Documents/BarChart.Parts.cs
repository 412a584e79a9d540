using System.Xml.Linq;
using GrantBot.Domain.Indicators;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Bars of several parts: end to end where the parts add up, one under the other where they are compared. Parts differ by colour and by hatching, and each number is printed.</summary>
internal sealed partial class BarChart
{
    private const double LegendBox = 34, LegendGap = 30, PartGap = 3;

    /// <summary>Hatching of the second part and the following; the first is plain.</summary>
    private static readonly string[] HatchLines = ["M0 12 L12 0", "M0 6 L12 6", "M0 0 L12 12", "M6 0 L6 12", "M0 12 L12 0 M0 0 L12 12"];

    private static XElement Hatches() => new(Svg + "defs", HatchLines.Select((path, i) => new XElement(Svg + "pattern",
        new XAttribute("id", $"h{i + 1}"), new XAttribute("width", "12"), new XAttribute("height", "12"), new XAttribute("patternUnits", "userSpaceOnUse"),
        new XElement(Svg + "path", new XAttribute("d", path), new XAttribute("stroke", "#FFFFFF"), new XAttribute("stroke-width", "3")))));

    private double Parts(List<XElement> body, ChartSection section, double y)
    {
        y = Legend(body, section.Series, y);
        var stacked = section.Form is ChartForm.Stacked;
        var longest = Math.Max(1, section.Bars.Max(b => stacked ? b.Parts.Sum(p => p.Value ?? 0) : b.Parts.Max(p => p.Value ?? 0)));
        var unit = Room(stacked ? section.Bars.Select(b => b.Text) : section.Bars.SelectMany(b => b.Parts.Select(p => p.Text))) / longest;
        foreach (var bar in section.Bars) y = stacked ? Stack(body, bar, unit, y) : Pair(body, bar, unit, y);
        return y - RowGap;
    }

    private double Legend(List<XElement> body, IReadOnlyList<string> series, double y)
    {
        var x = margin;
        foreach (var (at, name) in series.Index())
        {
            var shown = TextWidth.Wrap(name, TextSize, width - (2 * margin) - LegendBox)[0];
            var wide = LegendBox + 12 + TextWidth.Of(shown, TextSize) + LegendGap;
            if (x > margin && x + wide - LegendGap > width - margin) (x, y) = (margin, y + LegendBox + RowGap);
            Part(body, at, x, y, LegendBox, LegendBox);
            body.Add(Line(shown, x + LegendBox + 12, y + (TextSize * 0.83), TextSize, "#111111"));
            x += wide;
        }
        return y + LegendBox + RowGap + 6;
    }

    /// <summary>Parts end to end; their numbers stand under the bar in the order of the legend, since short parts have no room inside.</summary>
    private double Stack(List<XElement> body, ChartBar bar, double unit, double y)
    {
        var below = TextSize * Leading;
        var height = Label(body, bar.Label, y, BarHeight + below, out var middle);
        var (x, top) = (barLeft, middle - ((BarHeight + below) / 2));
        foreach (var (at, part) in bar.Parts.Index())
        {
            if (part.Value is not > 0) continue;
            var length = Math.Max(4, unit * part.Value.Value);
            Part(body, at, x, top, length - PartGap, BarHeight);
            x += length;
        }
        body.Add(Line(bar.Text, Math.Max(x, barLeft) + 11, top + (BarHeight / 2) + (TextSize * 0.36), TextSize, "#111111", bold: true));
        body.Add(Line(string.Join(" · ", bar.Parts.Select(p => p.Text)), barLeft, top + BarHeight + (TextSize * 0.95), NoteSize, "#555555"));
        return y + height + RowGap;
    }

    private double Pair(List<XElement> body, ChartBar bar, double unit, double y)
    {
        var high = (BarHeight * bar.Parts.Count) + (PartGap * (bar.Parts.Count - 1));
        var height = Label(body, bar.Label, y, high, out var middle);
        foreach (var (at, part) in bar.Parts.Index())
        {
            var top = middle - (high / 2) + (at * (BarHeight + PartGap));
            var length = part.Value is > 0 and var value ? Math.Max(4, unit * value) : 0;
            if (length > 0) Part(body, at, barLeft, top, length, BarHeight);
            body.Add(Line(part.Text, barLeft + length + 14, top + (BarHeight / 2) + (TextSize * 0.36), TextSize, "#111111", bold: true));
        }
        return y + height + RowGap;
    }

    private static void Part(List<XElement> body, int at, double x, double y, double width, double height)
    {
        body.Add(Box(x, y, width, height, Colours[at % Colours.Length]));
        if (at > 0) body.Add(Box(x, y, width, height, $"url(#h{((at - 1) % HatchLines.Length) + 1})"));
    }
}
