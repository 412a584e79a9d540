using System.Diagnostics;
using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Sqlite;

namespace GrantBot.Load.Counts;

/// <summary>What counts cost over many registrations: reading the question, counting, the report's tables. Prints a Markdown table.</summary>
internal static class CountCosts
{
    private const int Rounds = 7;

    private static readonly string[] Questions =
    [
        "сколько записалось", "how many unique people came by district", "сколько девушек 14-17 лет пришло в Жанаозене", "расталғандар саны аудан мен жынысы бойынша", "how many came by month", "сколько не пришло на турниры",
    ];

    /// <summary>Measures over so many registrations.</summary>
    public static async Task RunAsync(int registrations, string forms)
    {
        var folder = Directory.CreateTempSubdirectory("grantbot-counts-");
        try
        {
            var connection = $"Data Source={Path.Combine(folder.FullName, "s.db")};Pooling=False";
            ManyRegistrations.Write(connection, registrations);
            var catalogue = new FormCatalogue([.. Directory.GetFiles(forms, "*.xlsx").Select(f => FormWorkbook.Read(f).Form).OfType<Form>()]);
            Console.WriteLine($"| question, {registrations.ToString("N0", CultureInfo.InvariantCulture)} registrations | number | median ms | worst ms |\n|---|---|---|---|");
            foreach (var question in Questions) await MeasureAsync(question, () => CountAsync(connection, catalogue, question));
            await MeasureAsync("the three demographic tables", async () =>
            {
                await using var db = new GrantBotDb(SqliteDatabase.Options(connection));
                return ReportTables.Of(await new StatsQuery(db).VisitsAsync("", TimeZoneInfo.Utc, CancellationToken.None), CategoryOrder.Usual).People;
            });
            Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, Func<Task<int>> run)
    {
        var number = await run();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {number} | {times[Rounds / 2]:F0} | {times[^1]:F0} |"));
    }

    /// <summary>From the words to the number, as an answer in the chat does it.</summary>
    private static async Task<int> CountAsync(string connection, FormCatalogue forms, string question)
    {
        await using var db = new GrantBotDb(SqliteDatabase.Options(connection));
        var world = AskingWorld.Of(KnowledgeReader.Events(db), forms, new DateOnly(2026, 11, 21));
        if (CountReader.Read(question, world) is not CountReading.Understood understood) throw new InvalidOperationException("not understood: " + question);
        return CountEngine.Count(understood.Question, await new CountQuery(db, world, TimeZoneInfo.Utc).ReadAsync(understood.Question, CancellationToken.None)).Number;
    }
}
