using System.Diagnostics;
using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Files;
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
        "how many unique people came by event", "registered by school", "сколько отменили", "satisfaction by district", "response rate",
    ];

    /// <summary>Measures over so many registrations.</summary>
    /// <param name="registrations">How many.</param>
    /// <param name="content">Folder of the shipped forms and texts.</param>
    /// <param name="database">File to be made and kept, or used again; null = one for this run.</param>
    /// <param name="only">Only these are measured; none = all.</param>
    public static void Run(int registrations, string content, string? database = null, params string[] only)
    {
        var folder = Directory.CreateTempSubdirectory("grantbot-counts-");
        try
        {
            var file = database ?? Path.Combine(folder.FullName, "s.db");
            var connection = $"Data Source={file};Pooling=False";
            if (!File.Exists(file)) ManyRegistrations.Write(connection, registrations);
            using (var open = SqliteDatabase.Open(connection)) SqliteMigrations.Apply(open);
            var forms = new FormCatalogue([.. Directory.GetFiles(Path.Combine(content, "Forms"), "*.xlsx").Select(f => FormWorkbook.Read(f).Form).OfType<Form>()]);
            using var first = new GrantBotDb(SqliteDatabase.Options(connection));
            var world = AskingWorld.Of(KnowledgeReader.Events(first), forms, new DateOnly(2026, 11, 21)); // the program holds events and forms in memory
            Console.WriteLine($"| question, {registrations.ToString("N0", CultureInfo.InvariantCulture)} registrations | number | median ms | least ms | most ms | processor ms |\n|---|---|---|---|---|---|");
            foreach (var question in Questions) Measure(only, question, connection, db => Count(db, world, question));
            var texts = LocaleFolder.Read(Path.Combine(content, "Locales"));
            Measure(only, "/stats", connection, db => Stats(db, texts));
            Measure(only, "the three demographic tables", connection, db => ReportTables.Of(new StatsQuery(db, TimeZoneInfo.Utc).Visits("", CancellationToken.None), CategoryOrder.Usual).People);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"peak memory {process.PeakWorkingSet64 >> 20} MB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Time on the wall, and of processors, which says more where others work beside.</summary>
    private static void Measure(string[] only, string name, string connection, Func<GrantBotDb, int> count)
    {
        if (only.Length > 0 && !only.Contains(name)) return;
        using var process = Process.GetCurrentProcess();
        var (number, times, busy) = (0, new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            process.Refresh();
            var (began, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
            using (var db = new GrantBotDb(SqliteDatabase.Options(connection))) number = count(db);
            process.Refresh();
            if (round < 0) continue; // the first one is for the compiler
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            busy.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }
        times.Sort();
        busy.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {number} | {times[Rounds / 2]:F0} | {times[0]:F0} | {times[^1]:F0} | {busy[Rounds / 2]:F0} |"));
    }

    /// <summary>To the words of the answer, as the chat reads them.</summary>
    private static int Stats(GrantBotDb db, Texts texts)
    {
        var query = new StatsQuery(db, TimeZoneInfo.Utc);
        var set = query.Read(null, CancellationToken.None);
        var events = query.EventsAsync("ru", CancellationToken.None).GetAwaiter().GetResult();
        return StatsReport.OfAll(events, set, new("ru", DateTimeOffset.UnixEpoch), texts).Blocks.Count > 0 ? set.Active.Count : 0;
    }

    /// <summary>From the words to the number, as an answer in the chat does it.</summary>
    private static int Count(GrantBotDb db, AskingWorld world, string text)
    {
        if (CountReader.Read(text, world) is not CountReading.Understood { Question: var question }) throw new InvalidOperationException("not understood: " + text);
        return CountEngine.IsOfSurveys(question.Measure) ? SurveyCounting.Count(db, question, world, TimeZoneInfo.Utc)!.Number
            : CountEngine.Count(question, new CountQuery(db, world, TimeZoneInfo.Utc).Read(question, CancellationToken.None)).Number;
    }
}
