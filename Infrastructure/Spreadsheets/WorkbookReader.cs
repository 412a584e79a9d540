using System.Text;
using ExcelDataReader;
using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>Reads the bytes of an .xlsx or old .xls file into sheets. The name a file was sent under does not matter. Never throws on what is in the file.</summary>
public static class WorkbookReader
{
    private static readonly HashSet<string> Failed = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"];

    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a whole workbook.</summary>
    public static WorkbookReading Read(byte[] bytes, WorkbookLimits? limits = null)
    {
        var within = limits ?? new();
        if (WorkbookFile.Refusal(bytes, within) is var (code, found)) return Refused(code, found);
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            return ReadSheets(reader, within);
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

    private static WorkbookReading ReadSheets(IExcelDataReader reader, WorkbookLimits limits)
    {
        var sheets = new List<Sheet>();
        do
        {
            if (sheets.Count == limits.Sheets) return Refused("workbook-sheets", $"{limits.Sheets}");
            var rows = new List<SheetRow>();
            for (var number = 1; reader.Read(); number++)
            {
                if (reader.FieldCount > limits.Columns && LastFilled(reader) >= limits.Columns) return Refused("workbook-columns", $"{limits.Columns}", reader.Name);
                if (ReadRow(reader, number, limits, out var longCell) is not { } row) continue;
                if (longCell) return Refused("workbook-cell", $"{limits.CellLength}", reader.Name);
                if (rows.Count == limits.Rows) return Refused("workbook-rows", $"{limits.Rows}", reader.Name);
                rows.Add(row);
            }
            sheets.Add(new(reader.Name, rows));
        }
        while (reader.NextResult());
        return new WorkbookReading.Read(new(sheets));
    }

    private static SheetRow? ReadRow(IExcelDataReader reader, int number, WorkbookLimits limits, out bool longCell)
    {
        longCell = false;
        var last = LastFilled(reader);
        if (last < 0) return null;
        var cells = new Cell[last + 1];
        for (var column = 0; column <= last; column++)
        {
            cells[column] = ReadCell(reader, column);
            longCell |= cells[column].Text.Length > limits.CellLength;
        }
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
