namespace GrantBot.Infrastructure.Documents;

/// <summary>Lines of a text and the size of the letters at which they fit.</summary>
/// <param name="Lines">One or more lines.</param>
/// <param name="Size">Font size in the same units as the room.</param>
internal sealed record FittedText(IReadOnlyList<string> Lines, double Size);

/// <summary>
/// Makes a text fit into a room: first on one line with smaller letters, down to the smallest size wanted; then on two lines, and so on up to the most
/// allowed, each time with letters as large as fit. What is longer still becomes smaller than wanted, but is never cut.
/// </summary>
internal static class TextFit
{
    private const double Step = 0.98, SmallestOfAll = 3;

    /// <summary>Fits a text.</summary>
    /// <param name="text">The text; its spaces are where lines may break.</param>
    /// <param name="size">Font size wanted.</param>
    /// <param name="width">The room, in units of the font size.</param>
    /// <param name="lines">Most lines.</param>
    /// <param name="smallest">The size under which another line is taken rather.</param>
    /// <param name="wider">How much wider than a common font this one is: 1.2 for bold.</param>
    public static FittedText Fit(string text, double size, double width, int lines, double smallest, double wider = 1)
    {
        var room = width / wider;
        for (var count = 1; count <= lines; count++)
        {
            for (var s = size; s >= Math.Min(smallest, size); s *= Step)
            {
                if (Fits(text, s, room, count)) return new(Balanced(text, s, room), s);
            }
        }
        var small = Math.Min(smallest, size);
        while (small > SmallestOfAll && !Fits(text, small, room, lines)) small *= Step;
        return new(Balanced(text, small, room), small);
    }

    /// <summary>Few enough lines, and no word broken.</summary>
    private static bool Fits(string text, double size, double width, int lines) =>
        TextWidth.Of(text, size) <= width * lines
        && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(w => TextWidth.Of(w, size) <= width)
        && TextWidth.Wrap(text, size, width).Count <= lines;

    /// <summary>As many lines as are needed, as equal in length as words allow.</summary>
    private static IReadOnlyList<string> Balanced(string text, double size, double width)
    {
        var best = TextWidth.Wrap(text, size, width);
        var least = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => TextWidth.Of(w, size)).DefaultIfEmpty().Max();
        for (var (low, high) = (Math.Min(least, width), width); best.Count > 1 && high - low > size / 4;)
        {
            var middle = (low + high) / 2;
            var lines = TextWidth.Wrap(text, size, middle);
            if (lines.Count <= best.Count) (best, high) = (lines, middle);
            else low = middle;
        }
        return best;
    }
}
