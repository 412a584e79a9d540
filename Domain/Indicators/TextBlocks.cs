namespace GrantBot.Domain.Indicators;

/// <summary>Cuts lines into messages that every channel takes.</summary>
internal static class TextBlocks
{
    /// <summary>The longest plain message of Telegram and WhatsApp, in UTF-16 units.</summary>
    public const int Longest = 4096;

    /// <summary>Joins lines into as few blocks as fit. A line is parted only when it is longer than a whole block.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> lines)
    {
        var blocks = new List<string>();
        var block = "";
        foreach (var line in lines.SelectMany(Parts))
        {
            if (block.Length > 0 && block.Length + 1 + line.Length > Longest)
            {
                blocks.Add(block);
                block = "";
            }
            block = block.Length == 0 ? line : $"{block}\n{line}";
        }
        if (block.Length > 0) blocks.Add(block);
        return blocks;
    }

    /// <summary>One line of at most <paramref name="longest"/> units: line feeds become spaces, what is too long ends in an ellipsis.</summary>
    public static string OneLine(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : line[..CutAt(line, longest - 1)] + "…";
    }

    private static IEnumerable<string> Parts(string line)
    {
        while (line.Length > Longest)
        {
            var cut = CutAt(line, Longest);
            yield return line[..cut];
            line = line[cut..];
        }
        yield return line;
    }

    /// <summary>Never between the two halves of an emoji.</summary>
    private static int CutAt(string text, int at) => char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
