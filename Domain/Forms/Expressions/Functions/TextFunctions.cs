using System.Text;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Texts: joining, cutting, searching, patterns.</summary>
internal static class TextFunctions
{
    private const string XmlSpace = " \t\r\n";

    internal static readonly Function[] All =
    [
        new("string", "value?", "the value as text", a => Value.Of(a.TextOrHere(0))),
        new("concat", "value+", "all values, and all nodes of a path, joined", a => Value.Of(Joined(a, "", a.Spread(0)))),
        new("join", "separator, value*", "the same with a separator between", a => Value.Of(Joined(a, a.Text(0), a.Spread(1)))),
        new("string-length", "text?", "number of characters", a => Value.Of(a.TextOrHere(0).Length)),
        new("normalize-space", "text?", "the text with single spaces, none at its ends", a => Value.Of(string.Join(' ', a.TextOrHere(0).Split(XmlSpace.ToCharArray(), StringSplitOptions.RemoveEmptyEntries)))),
        new("contains", "text, part", "whether the part stands in the text", a => Value.Of(a.Text(0).Contains(a.Text(1), StringComparison.Ordinal))),
        new("starts-with", "text, part", "whether the text begins so", a => Value.Of(a.Text(0).StartsWith(a.Text(1), StringComparison.Ordinal))),
        new("ends-with", "text, part", "whether the text ends so", a => Value.Of(a.Text(0).EndsWith(a.Text(1), StringComparison.Ordinal))),
        new("substring-before", "text, part", "what stands before the part", a => Value.Of(Before(a.Text(0), a.Text(1)))),
        new("substring-after", "text, part", "what stands after the part", a => Value.Of(After(a.Text(0), a.Text(1)))),
        new("substring", "text, from, length?", "a piece of the text; the first place is 1", a => Value.Of(Substring(a.Text(0), a.Number(1), a.Has(2) ? a.Number(2) : null))),
        new("substr", "text, from, to?", "a piece of the text; the first place is 0, `to` is left out, negative places count from the end", a => Value.Of(Substr(a.Text(0), a.Number(1), a.Has(2) ? a.Number(2) : double.PositiveInfinity))),
        new("translate", "text, from, to", "letters exchanged one by one", a => Value.Of(Translate(a.Text(0), a.Text(1), a.Text(2)))),
        // Decision: the whole text must fit, as JavaRosa and the documentation have it; Enketo and Web Forms search inside.
        new("regex", "text, pattern", "whether the whole text fits the pattern", a => Value.Of(Pattern.Fits(a.Text(0), a.Text(1), a.Position))),
    ];

    private static string Joined(Arguments a, string separator, List<Value> parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(separator);
            text.Append(parts[i].AsText());
            if (text.Length > Tree.Run.MaxText) break;
        }
        return a.Run.Limited(text.ToString(), a.Position);
    }

    private static string Before(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? "" : text[..at];
    }

    private static string After(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? "" : text[(at + mark.Length)..];
    }

    /// <summary>XPath's: places count from 1 and are rounded; NaN takes nothing.</summary>
    private static string Substring(string text, double from, double? length)
    {
        var first = Math.Floor(from + 0.5);
        // Without a length to the end, also from minus infinity, where the sum would be no number.
        var end = length is { } taken ? first + Math.Floor(taken + 0.5) : double.PositiveInfinity;
        if (double.IsNaN(first) || double.IsNaN(end)) return "";
        var start = (int)Math.Clamp(first - 1, 0, text.Length);
        var stop = (int)Math.Clamp(end - 1, 0, text.Length);
        return stop > start ? text[start..stop] : "";
    }

    /// <summary>OpenRosa's: places count from 0, the second one is no longer taken, negative ones count from the end.</summary>
    private static string Substr(string text, double from, double to)
    {
        var start = Place(from, text.Length);
        var stop = Place(to, text.Length);
        return stop > start ? text[start..stop] : "";
    }

    private static int Place(double place, int length)
    {
        if (double.IsNaN(place)) return 0;
        var whole = Math.Truncate(place);
        return (int)Math.Clamp(whole < 0 ? length + whole : whole, 0, length);
    }

    private static string Translate(string text, string from, string to)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = from.IndexOf(c, StringComparison.Ordinal);
            if (at < 0) result.Append(c);
            else if (at < to.Length) result.Append(to[at]);
        }
        return result.ToString();
    }
}
