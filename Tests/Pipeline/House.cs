using GrantBot.Bot.Jobs;
using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrantBot.Tests.Pipeline;

/// <summary>The program's own pipeline and database behind a plain channel, without a web server. A crash is a copy of the database at that moment.</summary>
internal sealed class House : IAsyncDisposable
{
    public static readonly DateTimeOffset Today = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    /// <summary>Ending of the journal of sent replies beside the database.</summary>
    public const string Journal = "-sent";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-house-");
    private readonly ServiceProvider services;
    private long number = 100;

    private House(PlainChannel channel, string? database, TimeProvider? time, Action<IServiceCollection>? more)
    {
        Channel = channel;
        File = Path.Combine(folder.FullName, "house.db");
        if (database is not null) System.IO.File.Copy(database, File);
        if (System.IO.File.Exists(database + Journal)) System.IO.File.Copy(database + Journal, File + Journal);
        var settings = Settings(folder, File);
        Time = time ?? new Clock(Today);
        FirstStart.Prepare(settings, Time.GetUtcNow());
        var collection = new ServiceCollection().AddLogging(l => l.ClearProviders()).AddGrantBot(settings, Time).AddSingleton<IChannel>(channel);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public PlainChannel Channel { get; }
    public string File { get; }
    public TimeProvider Time { get; }
    public Writer Writer => Get<Writer>();
    public Ingest Ingest => Get<Ingest>();

    /// <summary>Opens the house, on a copy of a database when one is given.</summary>
    public static async Task<House> OpenAsync(PlainChannel? channel = null, string? database = null, TimeProvider? time = null, Action<IServiceCollection>? more = null)
    {
        var house = Closed(channel, database, time, more);
        await house.StartAsync();
        return house;
    }

    /// <summary>A house that does not work yet.</summary>
    public static House Closed(PlainChannel? channel = null, string? database = null, TimeProvider? time = null, Action<IServiceCollection>? more = null) => new(channel ?? new(), database, time, more);

    public Task StartAsync() => Get<PipelineHost>().StartAsync(CancellationToken.None);

    public Task StopAsync() => Get<PipelineHost>().StopAsync(CancellationToken.None);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public GrantBotDb Db() => Get<IDbContextFactory<GrantBotDb>>().CreateDbContext();

    /// <summary>A chat says things one after another and waits for each answer.</summary>
    public async Task SayAsync(string chat, params IEnumerable<string> words)
    {
        foreach (var said in words)
        {
            await Ingest.TakeAsync([Channel.Item(Interlocked.Increment(ref number), chat, said)], CancellationToken.None);
            await RestAsync();
        }
    }

    /// <summary>Waits until nothing is left to do, marks included.</summary>
    public async Task RestAsync()
    {
        await Get<PipelineHost>().DrainAsync().WaitAsync(TimeSpan.FromSeconds(20));
        await Writer.WriteAsync(new Work.Background(static _ => { }));
    }

    /// <summary>The database as a power cut at this moment would leave it.</summary>
    public string Crash()
    {
        var copy = Path.Combine(folder.FullName, $"crash-{Directory.GetFiles(folder.FullName).Length}.db");
        using var from = new SqliteConnection($"Data Source={File};Pooling=False");
        using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        Get<Sender>().Stop();
        await services.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={File}")) SqliteConnection.ClearPool(connection);
        folder.Delete(recursive: true);
    }

    private static BotSettings Settings(DirectoryInfo folder, string file) => new()
    {
        Engine = new SqliteEngine($"Data Source={file}", "OFF"), Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau"), WebChat = false, Demo = true, LogFolder = folder.FullName,
        Organisation = new Organisation
        {
            Name = "Жастар алаңы", Bin = "000000000000", Phone = "+7 700 000 00 00", Address = "Ақтау", DataOfficer = "Айбек Үлгіов", DataOfficerContact = "+7 700 000 00 00",
            GrantOperator = "Грант орталығы", Customer = "Басқарма", ConsentUntil = new DateOnly(2027, 12, 31),
        },
    };
}
