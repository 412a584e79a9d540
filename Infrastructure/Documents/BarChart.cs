using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GrantBot.Domain.Indicators;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// Draws groups of bars (plain, stacked, compared, or along time) as SVG. A picture of a messenger is 1080 pixels wide: a phone 360 pixels wide shows its letters at a
/// third, still 12 pixels high. In a page the drawing is narrower, since a bubble takes less than the whole phone.
/// Values are printed beside the bars and colours only part the groups, so nothing depends on telling colours apart.
/// </summary>
internal sealed partial class BarChart
{
    private static readonly BarChart OfPicture = new(1080, 48, 430), OfPage = new(840, 24, 330);
    private const double TitleSize = 46, SectionSize = 38, TextSize = 36, NoteSize = 32, Leading = 1.2, BarHeight = 38, RowGap = 14, SectionGap = 40;
    private const double PageHeight = 1920;

    private readonly double width, margin, labelWidth, barLeft, barWidth;

    // Okabe and Ito's palette, without its yellow, which is too pale on white.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"];
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private BarChart(double width, double margin, double labels) =>
        (this.width, this.margin, labelWidth, barLeft, barWidth) = (width, margin, labels, margin + labels + 20, width - margin - 110 - (margin + labels + 20));

    /// <summary>
    /// The chart as pictures no taller than a phone's screen, each with the title and whole groups: messengers shrink a taller picture
    /// until it cannot be read. A group that is taller by itself has a picture of its own.
    /// </summary>
    public static IReadOnlyList<byte[]> Pages(ChartData chart) => OfPicture.Paged(chart);

    /// <summary>The whole chart as one drawing, however tall, as UTF-8 bytes of SVG: for a document.</summary>
    public static byte[] Draw(ChartData chart) => OfPicture.Drawn(chart);

    /// <summary>The same for a bubble of the web chat.</summary>
    public static byte[] DrawForPage(ChartData chart) => OfPage.Drawn(chart);

    private IReadOnlyList<byte[]> Paged(ChartData chart)
    {
        var pages = new List<List<ChartSection>>();
        var top = Head([], chart);
        var foot = margin + (chart.Footnote is { } footnote ? Footnote([], footnote, 0) : 0);
        var y = double.MaxValue;
        foreach (var section in chart.Sections)
        {
            var height = SectionGap + Section([], section, "", 0);
            if (y + height > PageHeight - foot)
            {
                pages.Add([]);
                y = top;
            }
            pages[^1].Add(section);
            y += height;
        }
        return [.. pages.Select(sections => Drawn(chart with
        {
            Sections = sections,
            Footnote = sections.Exists(s => s.Bars.Any(b => b.Value is null)) ? chart.Footnote : null,
        }))];
    }

    private byte[] Drawn(ChartData chart)
    {
        var body = new List<XElement>();
        var y = Head(body, chart);
        for (var i = 0; i < chart.Sections.Count; i++) y = Section(body, chart.Sections[i], Colours[i % Colours.Length], y + SectionGap);
        if (chart.Footnote is { } footnote) y = Footnote(body, footnote, y);
        var height = y + margin;
        var root = new XElement(Svg + "svg",
            new XAttribute("width", N(width)), new XAttribute("height", N(height)), new XAttribute("viewBox", $"0 0 {N(width)} {N(height)}"),
            new XAttribute("font-family", "Noto Sans, DejaVu Sans, Segoe UI, Arial, sans-serif"), new XAttribute("role", "img"),
            new XElement(Svg + "title", XmlText.Clean($"{chart.Title}. {chart.Note}")),
            chart.Sections.Any(s => s.Series.Count > 0) ? Hatches() : null,
            Box(0, 0, width, height, "#FFFFFF"),
            body);
        return Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
    }

    private double Head(List<XElement> body, ChartData chart)
    {
        var y = Paragraph(body, chart.Title, TitleSize, margin, bold: true);
        return Paragraph(body, chart.Note, NoteSize, y + 6, colour: "#555555");
    }

    private double Footnote(List<XElement> body, string text, double y) => Paragraph(body, text, NoteSize, y + 24, colour: "#555555");

    private double Section(List<XElement> body, ChartSection section, string colour, double y)
    {
        y = Paragraph(body, section.Title, SectionSize, y, bold: true) + 12;
        if (section.Form is ChartForm.Stacked or ChartForm.Pairs) return Parts(body, section, y);
        if (section.Form is ChartForm.Timeline) return Timeline(body, section, colour, y);
        var longest = Math.Max(1, section.Bars.Max(b => b.Value) ?? 1);
        var room = Room(section.Bars.Select(b => b.Text));
        foreach (var bar in section.Bars) y = Bar(body, bar, room / longest, colour, y);
        return y - RowGap;
    }

    /// <summary>How long bars may be, so that what is printed behind them has its place.</summary>
    private double Room(IEnumerable<string> texts) => Math.Clamp(width - margin - barLeft - 20 - (texts.Select(t => TextWidth.Of(t, TextSize)).DefaultIfEmpty().Max() * 1.06), BarHeight, barWidth);

    private double Bar(List<XElement> body, ChartBar bar, double unit, string colour, double y)
    {
        var height = Label(body, bar.Label, y, BarHeight, out var middle);
        var length = bar.Value is { } value ? Math.Max(value > 0 ? 4 : 0, unit * value) : BarHeight;
        var box = Box(barLeft, middle - (BarHeight / 2), length, BarHeight, bar.Value is null ? "none" : colour);
        if (bar.Value is null) box.Add(new XAttribute("stroke", colour), new XAttribute("stroke-width", "3"), new XAttribute("stroke-dasharray", "8 6"));
        body.Add(box);
        body.Add(Line(bar.Text, barLeft + length + 14, middle + (TextSize * 0.36), TextSize, "#111111", bold: true));
        return y + height + RowGap;
    }

    /// <summary>The name of a row beside its bars, which are so high; gives the row's height and its middle.</summary>
    private double Label(List<XElement> body, string label, double y, double bars, out double middle)
    {
        var lines = TextWidth.Wrap(label, TextSize, labelWidth);
        var height = Math.Max(bars, lines.Count * TextSize * Leading);
        middle = y + (height / 2);
        for (var i = 0; i < lines.Count; i++)
            body.Add(Line(lines[i], margin, middle + ((i - ((lines.Count - 1) / 2.0)) * TextSize * Leading) + (TextSize * 0.36), TextSize, "#111111"));
        return height;
    }

    private double Paragraph(List<XElement> body, string text, double size, double y, bool bold = false, string colour = "#111111")
    {
        foreach (var line in TextWidth.Wrap(text, bold ? size * 1.06 : size, width - (2 * margin)))
        {
            body.Add(Line(line, margin, y + size, size, colour, bold));
            y += size * Leading;
        }
        return y;
    }

    private static XElement Line(string text, double x, double baseline, double size, string colour, bool bold = false)
    {
        var line = new XElement(Svg + "text", new XAttribute("x", N(x)), new XAttribute("y", N(baseline)), new XAttribute("font-size", N(size)), new XAttribute("fill", colour), XmlText.Clean(text));
        if (bold) line.Add(new XAttribute("font-weight", "bold"));
        return line;
    }

    private static XElement Box(double x, double y, double width, double height, string fill) => new(Svg + "rect",
        new XAttribute("x", N(x)), new XAttribute("y", N(y)), new XAttribute("width", N(width)), new XAttribute("height", N(height)), new XAttribute("fill", fill));

    private static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
