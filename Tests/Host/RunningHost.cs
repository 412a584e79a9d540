using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Load.Emulators.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrantBot.Tests.Host;

/// <summary>The real program in this process with settings and a log of the test's choice, and what the outside world sees of it.</summary>
internal sealed partial class RunningHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Today = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);
    public const string TelegramSecret = "obviously-a-secret-of-the-webhook";

    private readonly DirectoryInfo folder;
    private readonly WebApplication app;

    private RunningHost(DirectoryInfo folder, WebApplication app, string? ownerCode) => (this.folder, this.app, OwnerCode) = (folder, app, ownerCode);

    public string? OwnerCode { get; }

    public HttpClient Client { get; private set; } = new();

    /// <summary>Starts it with a change to settings that have neither channel.</summary>
    public static async Task<RunningHost> StartAsync(Func<BotSettings, BotSettings> change, ILoggerProvider? log = null)
    {
        var place = Directory.CreateTempSubdirectory("grantbot-host-");
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Information).AddFilter("GrantBot", LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var (app, code) = BotHost.Build(builder, change(Settings(place)), new Given.StillTime(Today));
        var host = new RunningHost(place, app, code);
        await BotHost.StartAsync(app);
        host.Client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(BotHost.Address(app)! + "/") };
        return host;
    }

    public static TelegramOptions ByWebhook(TelegramEmulator telegram) => new()
    {
        Token = telegram.Options.Token, ApiBaseUrl = telegram.BaseUrl, WebhookUrl = "https://bot.example.org/telegram/webhook", WebhookSecret = TelegramSecret,
    };

    /// <summary>Sends a body to a path; a header says who it is from.</summary>
    public async Task<HttpStatusCode> PostAsync(string path, byte[] body, string header, string? value, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (value is not null) request.Headers.Add(header, value);
        if (chunked) request.Headers.TransferEncodingChunked = true;
        using var answer = await Client.SendAsync(request);
        return answer.StatusCode;
    }

    public Task<HttpStatusCode> TelegramAsync(string body, string? secret = TelegramSecret) =>
        PostAsync("telegram/webhook", Encoding.UTF8.GetBytes(body), TelegramWebhook.SecretHeader, secret);

    public Task<HttpStatusCode> WhatsAppAsync(byte[] body, string? signature) => PostAsync("whatsapp/webhook", body, WhatsAppSignature.Header, signature);

    /// <summary>What /metrics says of a counter.</summary>
    public async Task<long> CountAsync(string name)
    {
        var metrics = await Client.GetStringAsync(new Uri("metrics", UriKind.Relative));
        return long.Parse(Line().Matches(metrics).Single(m => m.Groups[1].Value == name).Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task DrainAsync() => app.Services.GetRequiredService<PipelineHost>().DrainAsync();

    public GrantBotDb Database() => app.Services.GetRequiredService<IDbContextFactory<GrantBotDb>>().CreateDbContext();

    public async Task<IReadOnlyList<InboxRow>> InboxAsync()
    {
        await DrainAsync();
        await using var db = Database();
        return await db.Inbox.AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Database(folder)}")) SqliteConnection.ClearPool(connection);
        folder.Delete(recursive: true);
    }

    private static string Database(DirectoryInfo folder) => Path.Combine(folder.FullName, "bot.db");

    private static BotSettings Settings(DirectoryInfo folder) => new()
    {
        Engine = new SqliteEngine($"Data Source={Database(folder)}", "OFF"), Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau"), WebChat = false, Demo = true, LogFolder = folder.FullName,
        Organisation = new Organisation
        {
            Name = "Жастар алаңы", Bin = "000000000000", Phone = "+7 700 000 00 99", Address = "Ақтау", DataOfficer = "Айбек Үлгіов", DataOfficerContact = "+7 700 000 00 99",
            GrantOperator = "Грант орталығы", Customer = "Басқарма", ConsentUntil = new DateOnly(2027, 12, 31),
        },
    };

    [GeneratedRegex(@"^(\w+) (\d+)\r?$", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Line();
}
