using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Tests.Given;

/// <summary>
/// A workbook written as Markdown tables inside a test. A line without bars names the sheet ("survey" when there is none);
/// the first row of a table is its headings, and row numbers are those a spreadsheet would show.
/// </summary>
internal static class MarkdownSheets
{
    public static SheetSet Read(string markdown)
    {
        var sheets = new List<Sheet>();
        var name = "survey";
        var rows = new List<SheetRow>();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.StartsWith('|'))
            {
                if (!line.All(c => c is '|' or '-' or ' ')) rows.Add(new(rows.Count + 1, Cells(line)));
                else if (line.Contains("| |", StringComparison.Ordinal)) rows.Add(new(rows.Count + 1, []));
                continue;
            }
            if (rows.Count > 0) sheets.Add(new(name, rows));
            (name, rows) = (line, []);
        }
        if (rows.Count > 0) sheets.Add(new(name, rows));
        return new(sheets);
    }

    // "\|" is a bar inside a cell.
    private static List<Cell> Cells(string line) =>
        [.. line.Trim('|').Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|').Select(c => Cell.Of(c.Replace('\u0001', '|').Trim()))];
}
