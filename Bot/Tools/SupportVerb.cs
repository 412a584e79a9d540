using GrantBot.Domain.Forms;

namespace GrantBot.Bot.Tools;

/// <summary>The verb that prints, as Markdown, which types, columns and functions of XLSForm are supported. The README holds exactly this.</summary>
internal static class SupportVerb
{
    /// <summary>Prints all tables; always 0.</summary>
    public static int Run(TextWriter output)
    {
        output.NewLine = "\n";
        Print(output, $"Types ({FormSupport.Types.Count()})", "type", FormSupport.Types);
        output.WriteLine($"Left blank, with a warning: {string.Join(", ", FormSupport.Blank)}.  ");
        output.WriteLine($"Refused, with an error: {string.Join(", ", FormSupport.Refused)}.");
        output.WriteLine();
        foreach (var (sheet, columns) in FormSupport.Columns) Print(output, $"Columns of the sheet {sheet} ({columns.Count()})", "column", columns);
        foreach (var (family, functions) in FormSupport.Functions) Print(output, $"Functions: {family.ToLowerInvariant()} ({functions.Count()})", "function", functions);
        return 0;
    }

    private static void Print(TextWriter output, string title, string heading, IEnumerable<SupportedWord> words)
    {
        output.WriteLine($"<details><summary>{title}</summary>\n");
        var spelt = words.Any(w => w.Also.Count > 0);
        output.WriteLine(spelt ? $"| {heading} | meaning | also written |\n|---|---|---|" : $"| {heading} | meaning |\n|---|---|");
        foreach (var word in words) output.WriteLine($"| `{word.Name}` | {word.Meaning} |" + (spelt ? $" {string.Join(", ", word.Also)} |" : ""));
        output.WriteLine("\n</details>\n");
    }
}
