using GrantBot.Bot.Ingress;
using GrantBot.Bot.Setup;
using GrantBot.Bot.Tools;

if (Verbs.Find(args) is { } verb) return await verb();

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
if (string.IsNullOrEmpty(builder.Configuration["Urls"])) builder.WebHost.UseUrls("http://127.0.0.1:5080");

var (settings, problems) = SettingsReader.Read(builder.Configuration);
if (problems.Count > 0) return Banner.Problems(problems);

Logging.Use(builder, settings);
builder.Services.AddGrantBot(settings).AddSingleton<MetricsText>();
var ownerCode = FirstStart.Prepare(settings, TimeProvider.System.GetUtcNow());

var app = builder.Build();
app.MapHealth();
if (settings.Telegram is not null) app.MapTelegram();
if (settings.WhatsApp is not null) app.MapWhatsApp();
if (settings.WebChat) app.MapWebChat();
app.Services.GetRequiredService<MetricsText>();

await app.StartAsync();
Banner.Started(app, settings, ownerCode);
await app.WaitForShutdownAsync();
return 0;
