using System.Globalization;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Paths;

/// <summary>The forty forms that are walked: those that ship, those people send in scripts, and generated ones of every type and rule.</summary>
internal static class PathForms
{
    private static readonly string[] Sent = ["camp.md", "friends.md"];

    /// <summary>All of them, always the same.</summary>
    public static IReadOnlyList<PathForm> All { get; } = [.. Sheets().Select((f, i) => PathForm.Of(f.Name, string.Create(CultureInfo.InvariantCulture, $"path_{i}"), f.Sheets))];

    private static IEnumerable<(string Name, SheetSet Sheets)> Sheets() =>
    [
        .. Directory.GetFiles(Path.Combine(ContentLoader.Folder, "Forms"), "*.xlsx").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), Read(f))),
        .. Sent.Select(n => (n, MarkdownSheets.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Transcripts", "workbooks", n))))),
        .. Enumerable.Range(0, GeneratedForm.Enough).Select(seed => ($"generated {seed}", GeneratedForm.Sheets(seed))),
    ];

    private static SheetSet Read(string file) => WorkbookReader.Read(File.ReadAllBytes(file)).ShouldBeOfType<WorkbookReading.Read>().Sheets;
}
