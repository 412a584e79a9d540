using System.Diagnostics;
using GrantBot.Bot.Jobs;
using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Storage;
using GrantBot.Load.Emulators.Telegram;
using GrantBot.Load.Emulators.WhatsApp;
using GrantBot.Tests.Given.Talkers;
using GrantBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrantBot.Tests.Given;

/// <summary>
/// The real program in this process: Kestrel on a free port, a database, one channel or several with their platforms emulated, a clock
/// that stands still. Demonstration events are there: premier (13 to 18 years, 21 days ahead), open (14 to 35) and camp (everybody).
/// </summary>
internal sealed class LivingBot : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-chat-");
    private readonly TestDatabase database;
    private readonly TelegramEmulator? telegram;
    private WhatsAppEmulator? whatsApp;
    private WebApplication? app;

    private readonly IReadOnlyList<ChannelKind> channels;

    private readonly IReadOnlyDictionary<string, (int Values, int Replies)> templates;

    private readonly DigestTime? digest;

    private LivingBot(IReadOnlyList<ChannelKind> channels, DateTimeOffset now, bool twice, DigestTime? digest, string? record, IReadOnlyDictionary<string, (int Values, int Replies)>? templates, bool strict, Product product)
    {
        database = TestDatabase.Ready(product);
        this.templates = templates ?? new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        this.digest = digest;
        (this.channels, Twice, Time) = (channels, twice, new StillTime(now));
        if (channels.Contains(ChannelKind.Telegram)) telegram = new TelegramEmulator(new() { Time = Time, Twice = twice, RecordTo = record, ChatPerSecond = strict ? 1 : 0, TotalPerSecond = strict ? 30 : 0, TooFast = seconds => Go(TimeSpan.FromSeconds(seconds)) });
    }

    /// <summary>The channel, the first of several.</summary>
    public ChannelKind Channel => channels[0];

    /// <summary>Everything the person does is delivered a second time.</summary>
    public bool Twice { get; }

    public StillTime Time { get; }

    /// <summary>Address of the web chat as people know it; null = the one it listens on.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>How long it may work before it is taken to be stuck.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The code of the first staff member.</summary>
    public string? OwnerCode { get; private set; }

    public Uri Address => new(BotHost.Address(app!)! + "/");

    /// <param name="channel">The channel.</param>
    /// <param name="now">The moment it begins at.</param>
    /// <param name="twice">Deliver everything a second time.</param>
    /// <param name="templates">Templates of WhatsApp that are approved and set, by the name of their setting ("kk", "offer_kk"), with how many variables and quick replies they have.</param>
    /// <param name="digest">When staff get the weekly digest; null = they do not.</param>
    /// <param name="record">A file that receives every request to Telegram; null = none.</param>
    public static Task<LivingBot> StartAsync(ChannelKind channel, DateTimeOffset now, bool twice = false, IReadOnlyDictionary<string, (int Values, int Replies)>? templates = null, DigestTime? digest = null, string? record = null) =>
        StartAsync([channel], now, twice, templates, digest, record);

    /// <summary>The same with several channels in one program, whose web chat may have a public address.</summary>
    /// <remarks>The platforms hold their limits of pace only where it is asked for (strict): while the clock stands still nobody could wait for them to end. See <see cref="Go"/>.</remarks>
    public static async Task<LivingBot> StartAsync(IReadOnlyList<ChannelKind> channels, DateTimeOffset now, bool twice = false, IReadOnlyDictionary<string, (int Values, int Replies)>? templates = null, DigestTime? digest = null, string? record = null, string? publicUrl = null, bool strict = false, Product product = Product.Sqlite)
    {
        var bot = new LivingBot(channels, now, twice, digest, record, templates, strict, product) { PublicUrl = publicUrl };
        if (bot.telegram is not null) await bot.telegram.StartAsync();
        if (channels.Contains(ChannelKind.WhatsApp))
        {
            bot.whatsApp = await WhatsAppEmulator.StartAsync(new()
            {
                Throughput = strict ? 80 : 0, PairLimit = strict, Statuses = StatusLevel.None, Duplicates = twice ? 1 : 0, TimeScale = 1e-6,
                Templates = bot.templates.Keys.Select(k => ("t_" + k, k[^2..])).ToHashSet(), Shapes = bot.templates.ToDictionary(t => "t_" + t.Key, t => t.Value, StringComparer.Ordinal),
            });
            bot.whatsApp.Advance(now - bot.whatsApp.Now);
        }
        await bot.OpenAsync();
        return bot;
    }

    /// <summary>The emulated Telegram.</summary>
    public TelegramEmulator Telegram => telegram!;

    /// <summary>Messages of the bot its platform refused.</summary>
    public long Refused => (telegram?.Counts.Errors ?? 0) + (whatsApp?.Counts.Refused ?? 0);

    /// <summary>Messages of the bot WhatsApp refused.</summary>
    public long RefusedByWhatsApp => whatsApp?.Counts.Refused ?? 0;

    /// <summary>The phone of a person by their number.</summary>
    public static string Phone(int number) => $"+7700{number:0000000}";

    /// <summary>A person with a chat of their own. Numbers count from 1.</summary>
    public Talker Person(int number, string language) => Person(number, language, Channel);

    /// <summary>The same on one of several channels.</summary>
    public Talker Person(int number, string language, ChannelKind channel) => channel switch
    {
        ChannelKind.Telegram => new TelegramTalker(telegram!.Person(7000 + number, languageCode: language)),
        ChannelKind.WhatsApp => new WhatsAppTalker(whatsApp!.AddPerson(Phone(number)[1..], userId: $"KZ.{number}")),
        _ => new WebTalker(this, number, language),
    };

    /// <summary>Waits until everything said was answered and nothing is on its way.</summary>
    /// <exception cref="TimeoutException">Something waits that nothing will wake.</exception>
    public async Task DrainAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var pipeline = app!.Services.GetRequiredService<PipelineHost>();
        do
        {
            var drained = pipeline.DrainAsync();
            if (await Task.WhenAny(drained, Task.Delay(Patience, TimeProvider.System, CancellationToken.None)) != drained || Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"The bot does not come to rest: {Unrest()}");
            await drained;
        }
        while (telegram?.Feed.Waiting > 0 || whatsApp?.Pending > 0);
        await pipeline.DrainAsync();
    }

    /// <summary>What still waits or works.</summary>
    private string Unrest()
    {
        var services = app!.Services;
        return $"lanes {services.GetRequiredService<Lanes>().Active}, replies {services.GetRequiredService<Sender>().Active}, reactions {services.GetRequiredService<Bot.Pipeline.Reactions>().Busy}, "
            + $"due work {services.GetRequiredService<DueWorker>().Busy}, broadcasts {services.GetRequiredService<BroadcastFeed>().Busy}, on the way from Telegram {telegram?.Feed.Waiting ?? 0}, from WhatsApp {whatsApp?.Pending ?? 0} (refused {whatsApp?.Webhooks.Refused ?? 0})";
    }

    /// <summary>Lets a moment go by in the midst of things: somebody thinks and types, or Telegram wants the program to wait (a short pause ends by itself and takes no time otherwise).</summary>
    public void Go(TimeSpan moment)
    {
        whatsApp?.Advance(moment);
        Time.Advance(moment);
    }

    /// <summary>Lets time pass; what falls due is done.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Go(time);
        app!.Services.GetRequiredService<DueSignal>().Wake();
        await DrainAsync();
    }

    /// <summary>Everybody who is registered for an event was seen there.</summary>
    public async Task AttendAsync(string code)
    {
        await app!.Services.GetRequiredService<Writer>().WriteAsync(new Work.Background(db =>
        {
            var after = new Aftermath(db, Time.GetUtcNow());
            foreach (var r in db.Registrations.Where(r => db.Events.Any(e => e.Id == r.EventId && e.Code == code) && r.Status == RegistrationStatus.Confirmed).OrderBy(r => r.Number).ToList())
                after.Record(new Fact.RegistrationMoved(r.Id, r.EventId, r.PersonId, RegistrationStatus.Confirmed, RegistrationStatus.Attended, MoveReason.CheckedIn));
        })
        { Now = Time.GetUtcNow() });
        await DrainAsync();
    }

    /// <summary>Stops the program and starts it again on its database.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public GrantBotDb Database() => app!.Services.GetRequiredService<IDbContextFactory<GrantBotDb>>().CreateDbContext();

    /// <summary>Where a text is kept, once all is calm; null = nowhere.</summary>
    public async Task<string?> WhereAsync(string text)
    {
        await DrainAsync();
        return database.Where(text);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (telegram is not null) await telegram.DisposeAsync();
        if (whatsApp is not null) await whatsApp.DisposeAsync();
        database.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        (app, var code) = BotHost.Build(builder, Settings(), Time);
        OwnerCode = code ?? OwnerCode;
        await BotHost.StartAsync(app);
        if (whatsApp is not null) whatsApp.Webhook = new Uri(Address, Bot.Ingress.WhatsAppEndpoint.Path);
        var names = app.Services.GetRequiredService<BotNames>();
        while (telegram is not null && names.Telegram is null) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        await DrainAsync();
    }

    private async Task CloseAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    private BotSettings Settings() => new()
    {
        Engine = database.Engine, Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau"),
        Organisation = new Organisation
        {
            Name = "Жастар алаңы", Bin = "000000000000", Phone = "+7 700 000 00 00", Address = "Ақтау, 1-шағын аудан", DataOfficer = "Айбек Үлгіов", DataOfficerContact = "+7 700 000 00 00",
            GrantOperator = "Грант орталығы", Customer = "Облыс басқармасы", ConsentUntil = new DateOnly(2027, 12, 31),
        },
        Telegram = telegram is null ? null : new TelegramOptions { Token = telegram.Options.Token, ApiBaseUrl = telegram.BaseUrl },
        WhatsApp = whatsApp is null ? null : new WhatsAppOptions
        {
            AccessToken = whatsApp.Options.AccessToken, AppSecret = whatsApp.Options.AppSecret, VerifyToken = whatsApp.Options.VerifyToken,
            PhoneNumberId = whatsApp.Options.PhoneNumberId, ApiBaseUrl = whatsApp.BaseUrl.ToString(),
            Templates = templates.Keys.ToDictionary(k => k, k => "t_" + k, StringComparer.Ordinal),
        },
        WebChat = channels.Contains(ChannelKind.Web), Demo = true, DigestAt = digest, WhatsAppNumber = "77000000000", PublicUrl = PublicUrl, LogFolder = folder.FullName,
    };
}
