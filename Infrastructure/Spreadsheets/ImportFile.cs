using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Registration.Import;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>Reads the file of an import, .xlsx, .xls or .csv, into one sheet. What it is, its bytes say; the name only tells a .csv from anything else.</summary>
internal static class ImportFile
{
    private static readonly string[] Texts = [".csv", ".tsv", ".txt"];

    /// <summary>How much is taken: the header and some lines above it come on top of the people. The text of 5,000 full rows fits the workbook's own limit.</summary>
    private static readonly WorkbookLimits Limits = new() { Rows = ImportReader.MostRows + 10, Columns = ImportReader.MostColumns };

    /// <summary>The first sheet that holds anything, alone, or the reason why not. Never throws on what is in the bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">The name it was sent under.</param>
    public static WorkbookReading Read(byte[] bytes, string name) => Reading(bytes, name) switch
    {
        WorkbookReading.Read(var sheets) => sheets.Sheets.FirstOrDefault(s => s.Rows.Count > 0) is { Rows.Count: > 1 } list ? new WorkbookReading.Read(new([list])) : Refused("import-empty"),
        var refused => refused,
    };

    private static WorkbookReading Reading(byte[] bytes, string name)
    {
        if (IsWorkbook(bytes)) return WorkbookReader.Read(bytes, Limits, _ => true);
        return Texts.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? CsvTable.Read(bytes, Limits) : Refused("import-kind");
    }

    private static bool IsWorkbook(byte[] bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];

    private static WorkbookReading.Refused Refused(string code) => new(new FormProblem(1, true, code, "", 0, "", "", ""));
}
