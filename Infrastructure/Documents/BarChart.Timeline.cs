using System.Xml.Linq;
using GrantBot.Domain.Indicators;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Columns along time. Every number is printed while there is room for it, otherwise the first, the greatest and the last.</summary>
internal sealed partial class BarChart
{
    private const double ColumnsHigh = 420, ColumnGap = 0.22;

    private double Timeline(List<XElement> body, ChartSection section, string colour, double y)
    {
        var bars = section.Bars;
        if (bars.Count == 0) return y;
        var (top, bottom) = (y + TextSize + 8, y + TextSize + 8 + ColumnsHigh);
        var columnsWide = width - (2 * margin);
        var step = columnsWide / bars.Count;
        var most = Math.Max(1, bars.Max(b => b.Value) ?? 1);
        var peak = bars.Index().MaxBy(b => b.Item.Value ?? 0).Index;
        var (numbers, names) = (new Row(width), new Row(width));
        foreach (var at in Order(bars.Count, peak)) // those that must be printed come first
        {
            var bar = bars[at];
            var middle = margin + (step * (at + 0.5));
            var high = bar.Value is > 0 and var value ? Math.Max(4, (ColumnsHigh - 10) * value / most) : 0;
            if (numbers.Takes(bar.Text, TextSize, middle)) body.Add(Centred(bar.Text, middle, bottom - high - 10, TextSize, bold: true));
            if (names.Takes(bar.Label, NoteSize, middle)) body.Add(Centred(bar.Label, middle, bottom + NoteSize + 8, NoteSize, bold: false));
        }
        foreach (var (at, bar) in bars.Index())
        {
            var high = bar.Value is > 0 and var value ? Math.Max(4, (ColumnsHigh - 10) * value / most) : 0;
            if (high > 0) body.Add(Box(margin + (step * (at + (ColumnGap / 2))), bottom - high, Math.Max(2, step * (1 - ColumnGap)), high, colour));
        }
        body.Add(Box(margin, bottom, columnsWide, 3, "#555555"));
        return bottom + (NoteSize * 2);
    }

    private static IEnumerable<int> Order(int count, int peak) => new[] { peak, 0, count - 1 }.Concat(Enumerable.Range(0, count)).Distinct();

    private XElement Centred(string text, double middle, double baseline, double size, bool bold) =>
        Line(text, new Row(width).Left(text, size, middle), baseline, size, "#111111", bold);

    /// <summary>Words that stand side by side without touching.</summary>
    private sealed class Row(double width)
    {
        private readonly List<(double From, double To)> taken = [];

        public double Left(string text, double size, double middle) => Math.Clamp(middle - (TextWidth.Of(text, size) / 2), 4, width - TextWidth.Of(text, size) - 4);

        public bool Takes(string text, double size, double middle)
        {
            var from = Left(text, size, middle);
            var to = from + TextWidth.Of(text, size) + (size * 0.4);
            if (taken.Exists(t => from < t.To && t.From < to)) return false;
            taken.Add((from, to));
            return true;
        }
    }
}
