using System.Diagnostics;
using System.Globalization;
using GrantBot.Load.Emulators.Telegram;

namespace GrantBot.Load.Runs;

/// <summary>What a message to many brought to light.</summary>
internal sealed record BroadcastResult
{
    public required int People { get; init; }

    /// <summary>From the press of the button to the last person.</summary>
    public required TimeSpan Took { get; init; }

    public required int Missing { get; init; }

    /// <summary>People who read it more than once.</summary>
    public required int Twice { get; init; }

    public required long TooMany { get; init; }
    public required int Kills { get; init; }

    /// <summary>Milliseconds from what a person wrote to the answer, in order.</summary>
    public required IReadOnlyList<double> Waits { get; init; }

    public required int Unanswered { get; init; }
    public required ProcessFigures Figures { get; init; }

    /// <summary>How long it would take if the platform's limit were used to the full, with nothing else to say.</summary>
    public TimeSpan Limit => TimeSpan.FromSeconds(People / BroadcastRun.PerSecond);

    public double Wait(double share) => Waits.Count == 0 ? 0 : Waits[Math.Min(Waits.Count - 1, (int)(share * Waits.Count))];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        message to {People} people on Telegram at {BroadcastRun.PerSecond}/s, missing {Missing}, twice {Twice}, kills {Kills}
        time      {Took.TotalSeconds:0.0} s, the limit's own {Limit.TotalSeconds:0.0} s: {Took / Limit:0.000}; too many requests: {TooMany}
        replies   {Waits.Count} to people who wrote meanwhile: p50 {Wait(0.5):0} ms, p95 {Wait(0.95):0} ms, most {Wait(1):0} ms, unanswered {Unanswered}
        bot       {Figures.ProcessorSeconds:0.0} s of processor, peak memory {Figures.PeakMegabytes:0} MB
        """);
}

/// <summary>
/// One message to many: the real program, an emulated Telegram that takes 30 messages a second and one a second of a chat and refuses more, and
/// people who write to the bot meanwhile.
/// </summary>
internal sealed class BroadcastRun : IAsyncDisposable
{
    public const double PerSecond = 30;
    private const string Text = "Ертең 09:30-дан бастап тіркеу", Asks = "/help";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly LoadOptions options;
    private readonly TelegramEmulator telegram;
    private readonly BotProcess bot;
    private readonly int[] heard;
    private readonly long[] askedAt;
    private readonly List<double> waits = [];
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<BotMessage> offered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int reached;
    private long lastAt;

    private BroadcastRun(LoadOptions options)
    {
        this.options = options;
        (heard, askedAt) = (new int[options.People + 1], new long[options.People + 1]);
        telegram = new(new() { ApiDelay = options.ApiDelay, TotalPerSecond = PerSecond, ChatPerSecond = 1 }) { BotWrote = Hear };
        bot = new BotProcess(options.Bot, options);
    }

    /// <summary>Goes all the way.</summary>
    public static async Task<BroadcastResult> GoAsync(LoadOptions options)
    {
        await using var run = new BroadcastRun(options);
        return await run.GoAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await telegram.DisposeAsync();
        if (!options.Keep) Directory.Delete(bot.Folder, recursive: true);
    }

    private async Task<BroadcastResult> GoAsync()
    {
        await telegram.StartAsync();
        bot.Set([new("Telegram__Token", telegram.Options.Token), new("Telegram__ApiBaseUrl", telegram.BaseUrl), new("TimeZone", NoonZone())]);
        await bot.StartAsync();
        await bot.StopAsync();
        BroadcastCrowd.Write(bot.Engine, options.People);
        for (var i = 0; i <= options.People; i++) telegram.Person(BroadcastCrowd.FirstId + i).Standing = Standing.Talks;
        await bot.StartAsync();
        telegram.Person(BroadcastCrowd.FirstId).SendText($"/send open {Text}");
        var offer = await offered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var begun = Stopwatch.GetTimestamp();
        telegram.Person(BroadcastCrowd.FirstId).Press(offer.MessageId, offer.Buttons[0].Token);
        var writing = WriteAsync();
        var killing = KillAsync();
        await Task.WhenAny(done.Task, Task.Delay(options.Limit + TimeSpan.FromSeconds(options.People / PerSecond), TimeProvider.System, CancellationToken.None));
        done.TrySetResult();
        await killing;
        await writing;
        lock (waits) waits.Sort();
        return new()
        {
            People = options.People, Took = Stopwatch.GetElapsedTime(begun, lastAt), Missing = heard.Skip(1).Count(h => h == 0), Twice = heard.Count(h => h > 1), TooMany = telegram.Counts.RateLimited, Kills = options.Kills,
            Waits = waits, Unanswered = askedAt.Count(a => a > 0), Figures = bot.Figures,
        };
    }

    /// <summary>Somebody asks for help, evenly, so many a minute.</summary>
    private async Task WriteAsync()
    {
        var random = new Random(options.Seed);
        while (options.Writers > 0 && !done.Task.IsCompleted)
        {
            await Task.WhenAny(done.Task, Task.Delay(TimeSpan.FromMinutes(1.0 / options.Writers), TimeProvider.System, CancellationToken.None));
            var person = random.Next(1, options.People + 1);
            if (Interlocked.CompareExchange(ref askedAt[person], Stopwatch.GetTimestamp(), 0) == 0) telegram.Person(BroadcastCrowd.FirstId + person).SendText(Asks);
        }
        for (var begun = Stopwatch.GetTimestamp(); askedAt.Any(a => Interlocked.Read(ref a) > 0) && Stopwatch.GetElapsedTime(begun) < Patience;) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
    }

    /// <summary>Kills the bot on the way and starts it again.</summary>
    private async Task KillAsync()
    {
        for (var kill = 1; kill <= options.Kills; kill++)
        {
            while (Volatile.Read(ref reached) < options.People * kill / (options.Kills + 1) && !done.Task.IsCompleted) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
            await bot.KillAsync();
            await bot.StartAsync();
        }
    }

    private void Hear(BotMessage message)
    {
        var person = (int)(message.ChatId - BroadcastCrowd.FirstId);
        if (person == 0)
        {
            if (message.Buttons.Count > 0 && message.Buttons[0].Text.Contains(options.People.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = "\u00A0" }), StringComparison.Ordinal)) offered.TrySetResult(message);
            return;
        }
        if (message.Text != Text)
        {
            if (Interlocked.Exchange(ref askedAt[person], 0) is > 0 and var asked) lock (waits) waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            return;
        }
        if (Interlocked.Increment(ref heard[person]) > 1) return;
        Interlocked.Exchange(ref lastAt, Stopwatch.GetTimestamp());
        if (Interlocked.Increment(ref reached) == options.People) done.TrySetResult();
    }

    /// <summary>A zone in which it is about noon: nobody is written to at night.</summary>
    private static string NoonZone()
    {
        var ahead = 12 - TimeProvider.System.GetUtcNow().Hour;
        return ahead >= 0 ? $"Etc/GMT-{ahead}" : $"Etc/GMT+{-ahead}";
    }
}
