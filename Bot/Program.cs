using GrantBot.Bot.Setup;
using GrantBot.Bot.Tools;
using GrantBot.Infrastructure.Storage;

if (Verbs.Find(args) is { } verb) return await verb();

var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]); // settings are read once, so no file is watched
if (string.IsNullOrEmpty(builder.Configuration["Urls"])) builder.WebHost.UseUrls("http://127.0.0.1:5080");
var (settings, problems) = SettingsReader.Read(builder.Configuration);
if (problems.Count > 0) return Banner.Problems(problems);

Logging.Use(builder, settings);
WebApplication app;
string? ownerCode;
try { (app, ownerCode) = BotHost.Build(builder, settings, TimeProvider.System); }
catch (UnfitDatabaseException e) { return Banner.Problems([e.Message]); }
await using var disposed = app; // the writer's last commit
await BotHost.StartAsync(app);
Banner.Started(app, settings, ownerCode);
GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive); // reading texts and forms leaves garbage that would stay for as long as little happens
await app.WaitForShutdownAsync();
return 0;
