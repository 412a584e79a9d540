using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>A workbook, read as a form.</summary>
internal static class FormWorkbook
{
    /// <summary>The form, or everything that is wrong with the file or in it. Never throws on what a path leads to.</summary>
    public static FormReading Read(string file)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists) return Refused("workbook-missing");
            if (info.Length > new WorkbookLimits().Bytes) return Refused("workbook-large", $"{info.Length / 1024 / 1024} MB");
            return Read(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused("workbook-unreadable");
        }
    }

    /// <summary>The form, or everything that is wrong. Never throws on what is in the bytes.</summary>
    /// <param name="bytes">The workbook.</param>
    /// <param name="lists">Texts of the lists attached to it, by file name.</param>
    public static FormReading Read(byte[] bytes, IReadOnlyDictionary<string, string>? lists = null) => WorkbookReader.Read(bytes) switch
    {
        WorkbookReading.Read(var sheets) => FormReader.Read(sheets, lists),
        WorkbookReading.Refused(var problem) => new(null, [problem]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static FormReading Refused(string code, string found = "") => new(null, [new FormProblem(1, true, code, "", 0, "", found, "")]);
}
