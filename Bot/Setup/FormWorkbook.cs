using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;

namespace GrantBot.Bot.Setup;

/// <summary>A workbook on disk, read as a form.</summary>
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
            return WorkbookReader.Read(File.ReadAllBytes(file)) switch
            {
                WorkbookReading.Read(var sheets) => FormReader.Read(sheets),
                WorkbookReading.Refused(var problem) => new(null, [problem]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused("workbook-unreadable");
        }
    }

    private static FormReading Refused(string code, string found = "") => new(null, [new FormProblem(1, true, code, "", 0, "", found, "")]);
}
