using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration.Import;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Infrastructure.Files;

/// <summary>The rows of a list that cannot be taken, each with its problems: staff mend them there and send that very file.</summary>
internal static class ProblemBook
{
    private const double LeastWidth = 16, MostWidth = 40; // a phone number in one line

    /// <summary>The workbook; null when no row has a problem. Columns that hold an IIN are left out.</summary>
    public static byte[]? Of(ImportPreview preview, Sheet sheet, string language, Texts texts)
    {
        var problems = preview.Problems.Where(p => p.Row > 0).GroupBy(p => p.Row).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(p => p.Say(texts, language))));
        if (problems.Count == 0) return null;
        var columns = preview.Columns.Where(c => c.State is not ImportColumnState.Refused).Select(c => (c.Heading, Index: Index(c.Letter))).ToList();
        var rows = sheet.Rows.Where(r => problems.ContainsKey(r.Number)).Select(r => (IReadOnlyList<XlsxCell>)
            [.. columns.Select(c => Cell(c.Index < r.Cells.Count ? r.Cells[c.Index] : Domain.Forms.Xls.Cell.Blank)), new XlsxCell.Text(problems[r.Number])]);
        return Xlsx.Write(new XlsxSheet(texts["import.problems.sheet", language], [.. columns.Select(c => new XlsxColumn(c.Heading, Math.Clamp(c.Heading.Length + 2, LeastWidth, MostWidth))), new(texts["import.problems.column", language], 70)], rows) { Landscape = true });
    }

    private static XlsxCell Cell(Cell cell) => cell.Kind is CellKind.Blank ? new XlsxCell.Blank() : new XlsxCell.Text(Typed.HideIin(cell.Text));

    /// <summary>"A" is 0, "AA" is 26.</summary>
    private static int Index(string letters) => letters.Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1;
}
