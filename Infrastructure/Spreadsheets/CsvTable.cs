using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>
/// Reads a .csv: UTF-8 with or without its mark, UTF-16 with it (Excel's "Unicode text"), else the Windows code page of Cyrillic; cells parted by
/// semicolons, commas or tabs, whichever the first line has most of. Every cell is text, whatever it looks like.
/// </summary>
internal static class CsvTable
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly char[] Separators = [';', ',', '\t'];

    static CsvTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The table as a sheet, or the limit it passes.</summary>
    public static WorkbookReading Read(byte[] bytes, WorkbookLimits limits)
    {
        if (bytes.Length > limits.Bytes) return Refused("workbook-large", $"{bytes.Length / 1024 / 1024} MB");
        var text = Text(bytes);
        if (text.Contains('\0', StringComparison.Ordinal)) return Refused("import-kind", "");
        var rows = new List<SheetRow>();
        var config = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator(text).ToString(), HasHeaderRecord = false, IgnoreBlankLines = false, BadDataFound = null, MaxFieldSize = limits.CellLength, CacheFields = false,
        };
        try
        {
            using var parser = new CsvParser(new StringReader(text), config);
            for (var number = 1; parser.Read(); number++)
            {
                if (parser.Count > limits.Columns) return Refused("workbook-columns", $"{limits.Columns}");
                var cells = parser.Record!.Select(Cell.Of).ToArray();
                if (!Array.Exists(cells, c => c.Kind != CellKind.Blank)) continue;
                if (rows.Count == limits.Rows) return Refused("workbook-rows", $"{limits.Rows}");
                rows.Add(new(number, cells));
            }
        }
        catch (MaxFieldSizeException)
        {
            return Refused("workbook-cell", $"{limits.CellLength}");
        }
        return new WorkbookReading.Read(new([new Sheet("csv", rows)]));
    }

    private static string Text(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1251).GetString(bytes);
        }
    }

    /// <summary>The one that stands most often outside quotes in the first line that has any.</summary>
    private static char Separator(string text)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var at) counts[at]++;
            else if (!quoted && c == '\n' && counts.Sum() > 0) break;
        }
        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private static WorkbookReading.Refused Refused(string code, string found) => new(new FormProblem(1, true, code, "", 0, "", found, ""));
}
