using System.Xml.Linq;
using GrantBot.Domain.Indicators;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Columns along time. Every number is printed while there is room for it, otherwise the first, the greatest and the last.</summary>
internal static partial class BarChart
{
    private const double ColumnsHigh = 420, ColumnsWide = Width - (2 * Margin), ColumnGap = 0.22;

    private static double Timeline(List<XElement> body, ChartSection section, string colour, double y)
    {
        var bars = section.Bars;
        if (bars.Count == 0) return y;
        var (top, bottom) = (y + TextSize + 8, y + TextSize + 8 + ColumnsHigh);
        var step = ColumnsWide / bars.Count;
        var most = Math.Max(1, bars.Max(b => b.Value) ?? 1);
        var peak = bars.Index().MaxBy(b => b.Item.Value ?? 0).Index;
        var (numbers, names) = (new Row(), new Row());
        foreach (var at in Order(bars.Count, peak)) // those that must be printed come first
        {
            var bar = bars[at];
            var middle = Margin + (step * (at + 0.5));
            var high = bar.Value is > 0 and var value ? Math.Max(4, (ColumnsHigh - 10) * value / most) : 0;
            if (numbers.Takes(bar.Text, TextSize, middle)) body.Add(Centred(bar.Text, middle, bottom - high - 10, TextSize, bold: true));
            if (names.Takes(bar.Label, NoteSize, middle)) body.Add(Centred(bar.Label, middle, bottom + NoteSize + 8, NoteSize, bold: false));
        }
        foreach (var (at, bar) in bars.Index())
        {
            var high = bar.Value is > 0 and var value ? Math.Max(4, (ColumnsHigh - 10) * value / most) : 0;
            if (high > 0) body.Add(Box(Margin + (step * (at + (ColumnGap / 2))), bottom - high, Math.Max(2, step * (1 - ColumnGap)), high, colour));
        }
        body.Add(Box(Margin, bottom, ColumnsWide, 3, "#555555"));
        return bottom + (NoteSize * 2);
    }

    private static IEnumerable<int> Order(int count, int peak) => new[] { peak, 0, count - 1 }.Concat(Enumerable.Range(0, count)).Distinct();

    private static XElement Centred(string text, double middle, double baseline, double size, bool bold) =>
        Line(text, Row.Left(text, size, middle), baseline, size, "#111111", bold);

    /// <summary>Words that stand side by side without touching.</summary>
    private sealed class Row
    {
        private readonly List<(double From, double To)> taken = [];

        public static double Left(string text, double size, double middle) => Math.Clamp(middle - (TextWidth.Of(text, size) / 2), 4, Width - TextWidth.Of(text, size) - 4);

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
