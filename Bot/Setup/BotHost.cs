using GrantBot.Bot.Ingress;
using GrantBot.Bot.Pages;

namespace GrantBot.Bot.Setup;

/// <summary>The program as a host: what Program starts, and what tests start beside emulators with a clock of their own.</summary>
internal static class BotHost
{
    /// <summary>A built, not yet started host, and the code of the first staff member while there is none. The database is ready.</summary>
    public static (WebApplication App, string? OwnerCode) Build(WebApplicationBuilder builder, BotSettings settings, TimeProvider time)
    {
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.AddGrantBot(settings, time);
        var ownerCode = FirstStart.Prepare(settings, time.GetUtcNow());
        var app = builder.Build();
        app.MapHealth();
        app.MapDesk();
        app.MapCertificatePage();
        if (settings.Telegram is not null) app.MapTelegram();
        if (settings.WhatsApp is not null) app.MapWhatsApp();
        if (settings.WebChat) app.MapWebChat();
        app.Services.GetRequiredService<MetricsText>();
        return (app, ownerCode);
    }

    /// <summary>Starts it; from then on links to its own pages lead to the public address, or the one it listens on.</summary>
    public static async Task StartAsync(WebApplication app)
    {
        await app.StartAsync();
        app.Services.GetRequiredService<BotNames>().Web = app.Services.GetRequiredService<BotSettings>().PublicUrl ?? Address(app);
    }

    /// <summary>The address people can open, without a slash at its end.</summary>
    public static string? Address(WebApplication app) => app.Urls.FirstOrDefault()
        ?.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
