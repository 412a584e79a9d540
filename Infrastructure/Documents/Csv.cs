using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// Writes a sheet as .csv (RFC 4180, commas, UTF-8 with its mark, so that Excel, LibreOffice, R and SPSS read every letter). A text that a
/// spreadsheet would run as a formula gets an apostrophe before it; a phone number keeps its plus.
/// </summary>
internal static class Csv
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789 ().,-");

    /// <summary>As it is announced to messengers.</summary>
    public const string MediaType = "text/csv";

    /// <summary>The columns' headings and the rows; titles and notes have no place in it.</summary>
    public static byte[] Write(XlsxSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes, new UTF8Encoding(true)), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Row(csv, sheet.Columns.Select(c => Safe(c.Heading)));
            foreach (var row in sheet.Rows) Row(csv, row.Select(Text));
        }
        return bytes.ToArray();
    }

    private static void Row(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }

    private static string Text(XlsxCell cell) => cell switch
    {
        XlsxCell.Text text => Safe(text.Value),
        XlsxCell.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        XlsxCell.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        XlsxCell.Moment moment => moment.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        XlsxCell.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        XlsxCell.Across across => Safe(across.Value),
        _ => "",
    };

    private static string Safe(string text) => text.Length > 0 && (text[0] is '=' or '@' or '\t' or '\r' || (text[0] is '+' or '-' && text.AsSpan(1).ContainsAnyExcept(NumberSigns))) ? "'" + text : text;
}
