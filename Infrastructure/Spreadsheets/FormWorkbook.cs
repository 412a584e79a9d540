using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Files;

namespace GrantBot.Infrastructure.Spreadsheets;

/// <summary>A workbook, read as a form.</summary>
internal static class FormWorkbook
{
    /// <summary>The form, with the lists and pictures that lie beside the file, or everything that is wrong with it. Never throws on what a path leads to.</summary>
    public static FormReading Read(string file)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists) return Refused("workbook-missing");
            if (info.Length > new WorkbookLimits().Bytes) return Refused("workbook-large", $"{info.Length / 1024 / 1024} MB");
            return ReadBeside(file, File.ReadAllBytes(file));
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

    /// <summary>What the form misses is looked for in its folder and nowhere else; then it is read again.</summary>
    private static FormReading ReadBeside(string file, byte[] bytes)
    {
        var reading = Read(bytes);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var named = reading.Problems.Where(p => p.Code is FormProblem.FileMissing or FormProblem.PictureMissing).Select(p => p.Found).Distinct(StringComparer.Ordinal);
        var beside = named.Where(n => Path.GetFileName(n) == n).Select(n => new FileInfo(Path.Combine(folder, n))).Where(f => f.Exists).ToList();
        if (beside.Count == 0) return reading;
        var again = Read(bytes, beside.Where(Fits).ToDictionary(f => f.Name, f => FormFiles.Text(f.Name, File.ReadAllBytes(f.FullName)), StringComparer.Ordinal));
        var large = beside.Where(f => !Fits(f)).Select((f, index) =>
            new FormProblem(again.Problems.Count(p => p.IsError) + index + 1, true, "list-large", f.Name, 0, "", $"{f.Length / 1024 / 1024} MB", "")).ToList();
        return large.Count == 0 ? again : new(null, [.. again.Problems, .. large]);
    }

    private static bool Fits(FileInfo file) => file.Length <= FormFiles.MostBytes;

    private static FormReading Refused(string code, string found = "") => new(null, [new FormProblem(1, true, code, "", 0, "", found, "")]);
}
