using System.Diagnostics;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Digests;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Days;

/// <summary>A front office: the whole program with its three channels and their platforms, its people, and the clock on the wall.</summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(15), NightGlance = TimeSpan.FromHours(1);

    /// <summary>The approved templates of WhatsApp that ask people back in.</summary>
    private static readonly Dictionary<string, (int, int)> Approved = new(StringComparer.Ordinal) { ["kk"] = (0, 0), ["ru"] = (0, 0), ["en"] = (0, 0) };

    /// <summary>Longer than Telegram waits for an update when it is asked for one.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(31);

    private readonly List<Somebody> everybody = [];
    private long lastWebLine;

    private Office(LivingBot bot) => Bot = bot;

    public LivingBot Bot { get; }

    public Diary Diary { get; } = new();

    public IReadOnlyList<Somebody> Everybody => everybody;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(Bot.Time.GetUtcNow(), Zone);

    /// <summary>Several things happen before anything is answered.</summary>
    public bool IsHurried { get; private set; }

    /// <summary>Opens the office at a local time; requests to Telegram go into a file.</summary>
    public static async Task<Office> OpenAsync(DateTime at, string record) => new(await LivingBot.StartAsync([ChannelKind.Telegram, ChannelKind.WhatsApp, ChannelKind.Web], new DateTimeOffset(at, Zone.GetUtcOffset(at)),
        templates: Approved, digest: new DigestTime(DayOfWeek.Monday, new TimeOnly(9, 0)), record: record, strict: true));

    public Somebody Person(string name, string language, ChannelKind channel)
    {
        var number = everybody.Count + 1;
        everybody.Add(new(this, name, language, channel, Bot.Person(number, language, channel)));
        return everybody[^1];
    }

    /// <summary>Everything is answered, and everybody reads what came.</summary>
    public async Task RestAsync()
    {
        await Bot.DrainAsync();
        await using var db = Bot.Database();
        var line = db.WebMessages.Max(m => (long?)m.Id) ?? 0;
        foreach (var one in everybody.Where(o => o.Channel is not ChannelKind.Web || line != lastWebLine)) await one.ReadAsync(); // nobody loads a page that has nothing new
        lastWebLine = line;
    }

    /// <summary>The clock goes on to a time of this day, or of the next; what falls due on the way is done and read.</summary>
    public async Task UntilAsync(int hour, int minute, int daysOn = 0)
    {
        var to = Now.Date.AddDays(daysOn).AddHours(hour).AddMinutes(minute);
        if (to <= Now.DateTime) throw new InvalidOperationException($"It is {Now:HH:mm} already");
        while (to - Now.DateTime is var left && left > TimeSpan.Zero)
        {
            var glance = Now.Hour is >= 20 or < 7 ? NightGlance : Glance;
            var step = left < glance ? left : glance;
            if (step >= 2 * Poll) await PassAsync(step - Poll);
            await PassAsync(Poll); // at most so much too late
            await RestAsync();
        }
    }

    /// <summary>Everybody does something at the same moment; nobody waits for another.</summary>
    public async Task AtOnceAsync(params IEnumerable<(Somebody Who, Func<Somebody, Task> Act)> acts)
    {
        var all = acts.ToList();
        foreach (var (who, _) in all) who.LooksAway();
        IsHurried = true;
        await Task.WhenAll(all.Select(a => a.Act(a.Who)));
        IsHurried = false;
        await RestAsync();
    }

    /// <summary>Stops the program and starts it anew on its database.</summary>
    public async Task RestartAsync()
    {
        await Bot.RestartAsync();
        await RestAsync();
    }

    /// <summary>
    /// Lets time pass and waits until Telegram is asked for updates again. Since hours pass in a moment here, a question that waits for updates is broken off; after several of
    /// them in a row the program would rest for a minute that nobody lets pass. Hence the second, short step, after which a question ends as it should.
    /// </summary>
    private async Task PassAsync(TimeSpan time)
    {
        var asked = Bot.Telegram.Feed.Asked;
        await Bot.PassAsync(time);
        var began = Stopwatch.GetTimestamp();
        while (Bot.Telegram.Feed.Asked == asked)
        {
            if (Stopwatch.GetElapsedTime(began) > Bot.Patience) throw new TimeoutException("The program asks Telegram for nothing any more");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var one in everybody) one.Dispose();
        return Bot.DisposeAsync();
    }
}
