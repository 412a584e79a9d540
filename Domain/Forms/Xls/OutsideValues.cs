namespace GrantBot.Domain.Forms.Xls;

/// <summary>Finds values of outside lists in a text: instance('list')/root/item[name = ${q}]/label, as XLSForm allows in labels.</summary>
internal static class OutsideValues
{
    private const string Start = "instance(";

    /// <summary>The stretches of the text that are such paths, in order.</summary>
    public static IEnumerable<Range> Find(string text)
    {
        for (var at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            var end = EndOf(text, at);
            if (end < 0) continue;
            yield return at..end;
            at = end - 1;
        }
    }

    // -1 when no path follows.
    private static int EndOf(string text, int from)
    {
        var at = Closing(text, from + Start.Length - 1);
        var steps = 0;
        while (at > 0 && at < text.Length && text[at] == '/')
        {
            at++;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or '*' or '@')) at++;
            if (at < text.Length && text[at] == '[') at = Closing(text, at);
            steps++;
        }
        return steps == 0 ? -1 : at;
    }

    // After the bracket that closes the one at this place; -1 when none does.
    private static int Closing(string text, int from)
    {
        var (depth, quote) = (0, '\0');
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"') quote = c;
            else if (c is '(' or '[') depth++;
            else if (c is ')' or ']' && --depth == 0) return at + 1;
        }
        return -1;
    }
}
