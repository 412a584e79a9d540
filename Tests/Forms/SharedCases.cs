using System.Text.Json;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;

namespace GrantBot.Tests.Forms;

/// <summary>The recorded XLSForm cases of the folder GRANTBOT_SHARED names; a test that needs them is skipped where they are missing.</summary>
internal static class SharedCases
{
    public static string File(string name)
    {
        var shared = Environment.GetEnvironmentVariable("GRANTBOT_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(shared), "Set GRANTBOT_SHARED to the folder that holds cases/xlsform to run the recorded cases.");
        return Path.Combine(shared!, "cases", "xlsform", name);
    }

    /// <summary>The sheets of a recorded workbook: its rows, or where the recorder kept none, its file.</summary>
    public static SheetSet Sheets(JsonElement one) => one.GetProperty("sheets").ValueKind != JsonValueKind.Object
        ? WorkbookReader.Read(System.IO.File.ReadAllBytes(File(one.GetProperty("file").GetString()!))).ShouldBeOfType<WorkbookReading.Read>().Sheets
        : new([.. one.GetProperty("sheets").EnumerateObject().Select(s => new Sheet(s.Name,
            [.. s.Value.EnumerateArray().Select((row, index) => new SheetRow(index + 1, [.. row.EnumerateArray().Select(CellOf)])).Where(r => r.Cells.Any(c => c.Kind != CellKind.Blank))]))]);

    /// <summary>A recorded path under our root: the recorder called a form without a name after its file.</summary>
    public static string Rooted(string path, Form form) => path.Split('/') is ["", _, .. var rest] ? "/" + string.Join('/', rest.Prepend(form.Root)) : path;

    private static Cell CellOf(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => Cell.Of(cell.GetDouble()),
        JsonValueKind.True => Cell.Of(true),
        JsonValueKind.False => Cell.Of(false),
        JsonValueKind.String => Cell.Of(cell.GetString()!),
        _ => Cell.Blank,
    };
}
