using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Load.Emulators.Telegram;

namespace GrantBot.Tests.Channels.Telegram;

/// <summary>An emulated Telegram with a bot's client and channel, and Сана who may write to it.</summary>
internal sealed class TelegramHouse : IAsyncDisposable
{
    private static int number;

    private TelegramHouse(TelegramEmulator telegram, string? token)
    {
        Telegram = telegram;
        Sana = telegram.Person(77);
        Settings = new() { Token = token ?? telegram.Options.Token, ApiBaseUrl = telegram.BaseUrl };
        Client = new(Settings, TimeProvider.System);
        Channel = new(Client, (key, _) => ValueTask.FromResult(Files.TryGetValue(key, out var bytes) ? (Stream)new MemoryStream(bytes) : null), TimeProvider.System);
    }

    public TelegramEmulator Telegram { get; }
    public TelegramOptions Settings { get; }
    public TelegramClient Client { get; }
    public TelegramChannel Channel { get; }
    public Person Sana { get; }
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Requests are recorded when the variable names a folder, for a specification to judge.</summary>
    public static async Task<TelegramHouse> OpenAsync(EmulatorOptions? options = null, string? token = null)
    {
        var folder = Environment.GetEnvironmentVariable("GRANTBOT_TELEGRAM_RECORDS");
        var record = folder is null ? null : Path.Combine(folder, $"{Environment.ProcessId}-{Interlocked.Increment(ref number)}.jsonl");
        var telegram = new TelegramEmulator((options ?? new()) with { RecordTo = record });
        await telegram.StartAsync();
        return new(telegram, token);
    }

    public ValueTask<SendOutcome> SendAsync(Reply reply, long chat = 77) =>
        Channel.SendAsync(new(new(ChannelKind.Telegram, $"{chat}"), reply, "kk", null, 1), default);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Telegram.DisposeAsync();
    }
}

/// <summary>Time whose timers ring at once and tell how long they should have waited.</summary>
internal sealed class HastyTime : TimeProvider
{
    private readonly List<TimeSpan> waited = [];

    public IReadOnlyList<TimeSpan> Waited
    {
        get { lock (waited) return [.. waited]; }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero) lock (waited) waited.Add(dueTime);
        return System.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : TimeSpan.Zero, period);
    }
}
