using System.Text;
using ExcelDataReader;
using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>
/// Reads the bytes of an .xlsx or old .xls file into sheets; of sheets that are no part of a form the names alone. The name a file was sent
/// under does not matter. Never throws on what is in the file.
/// </summary>
public static class WorkbookReader
{
    private static readonly HashSet<string> Failed = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"];

    private static readonly HashSet<string> FormSheets = new(StringComparer.OrdinalIgnoreCase) { "survey", "choices", "settings" };

    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a whole workbook.</summary>
    public static WorkbookReading Read(byte[] bytes, WorkbookLimits? limits = null) => Read(bytes, limits, name => FormSheets.Contains(name.Trim()));

    /// <summary>Reads a workbook; the rows only of the sheets whose names are wanted.</summary>
    internal static WorkbookReading Read(byte[] bytes, WorkbookLimits? limits, Func<string, bool> wanted)
    {
        var within = limits ?? new();
        if (WorkbookFile.Refusal(bytes, within, out var size) is var (code, found)) return Refused(code, found);
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            if (reader.ResultsCount > within.Sheets) return Refused("workbook-sheets", $"{within.Sheets}");
            return reader.ResultsCount * size > within.SheetBytes ? Refused("workbook-bomb", "") : ReadSheets(reader, within, wanted);
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            return Refused("workbook-locked", "");
        }
        // The library answers a damaged file with whatever exception the damage leads to; there is nothing of ours in it to hide.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refused("workbook-broken", "");
        }
    }

    private static WorkbookReading ReadSheets(IExcelDataReader reader, WorkbookLimits limits, Func<string, bool> wanted)
    {
        var sheets = new List<Sheet>();
        var spent = new Spent();
        do
        {
            var rows = new List<SheetRow>();
            if (wanted(reader.Name) && ReadRows(reader, rows, limits, spent) is var (code, found)) return Refused(code, $"{found}", reader.Name);
            sheets.Add(new(reader.Name, rows));
        }
        while (reader.NextResult());
        return new WorkbookReading.Read(new(sheets));
    }

    /// <summary>What the sheets read so far have cost.</summary>
    private sealed class Spent
    {
        public long Looks, Cells, Text;
    }

    /// <summary>Code of the limit that was passed, and the limit; null when all rows were read.</summary>
    private static (string Code, int Limit)? ReadRows(IExcelDataReader reader, List<SheetRow> rows, WorkbookLimits limits, Spent spent)
    {
        for (var number = 1; reader.Read(); number++)
        {
            if (number > limits.LastRow) return ("workbook-rows", limits.Rows);
            if ((spent.Looks += reader.FieldCount) > limits.Looks) return ("workbook-bomb", 0);
            var last = LastFilled(reader);
            if (last < 0) continue;
            if (last >= limits.Columns) return ("workbook-columns", limits.Columns);
            if ((spent.Cells += last + 1) > limits.Cells) return ("workbook-bomb", 0);
            if (ReadRow(reader, number, last) is not { } row) continue;
            if (row.Cells.Any(c => c.Text.Length > limits.CellLength)) return ("workbook-cell", limits.CellLength);
            if ((spent.Text += row.Cells.Sum(c => c.Text.Length)) > limits.Text) return ("workbook-bomb", 0);
            if (rows.Count == limits.Rows) return ("workbook-rows", limits.Rows);
            rows.Add(row);
        }
        return null;
    }

    private static SheetRow? ReadRow(IExcelDataReader reader, int number, int last)
    {
        var cells = new Cell[last + 1];
        for (var column = 0; column <= last; column++) cells[column] = ReadCell(reader, column);
        return Array.Exists(cells, c => c.Kind != CellKind.Blank) ? new(number, cells) : null;
    }

    private static int LastFilled(IExcelDataReader reader)
    {
        var column = reader.FieldCount - 1;
        while (column >= 0 && reader.GetValue(column) is null) column--;
        return column;
    }

    private static Cell ReadCell(IExcelDataReader reader, int column)
    {
        return reader.GetValue(column) switch
        {
            null => Cell.Blank,
            double number => Cell.Of(number),
            int number => Cell.Of(number),
            bool value => Cell.Of(value),
            DateTime date => Cell.Of(date),
            TimeSpan time => Cell.Of(DateTime.MinValue + time),
            string text when Failed.Contains(text) => new(text, CellKind.Error),
            var other => Cell.Of(other.ToString() ?? ""),
        };
    }

    private static WorkbookReading.Refused Refused(string code, string found, string sheet = "") => new(new FormProblem(1, true, code, sheet, 0, "", found, ""));
}
