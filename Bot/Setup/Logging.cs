using Serilog;
using Serilog.Events;

namespace GrantBot.Bot.Setup;

/// <summary>Serilog to the console and a rolling file. What is logged are ids, counts and kinds of faults; never names, numbers, texts or secrets.</summary>
internal static class Logging
{
    public static void Use(WebApplicationBuilder builder, BotSettings settings)
    {
        Directory.CreateDirectory(settings.LogFolder);
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning) // its addresses hold Telegram's token
            .Enrich.FromLogContext()
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(Path.Combine(settings.LogFolder, "grantbot-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(Log.Logger, dispose: true);
    }
}
