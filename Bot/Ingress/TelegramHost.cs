using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;

namespace GrantBot.Bot.Ingress;

/// <summary>Connects to Telegram once the program listens: by webhook when a public address is set, else by polling; then says what the bot can do.</summary>
internal sealed partial class TelegramHost(TelegramClient client, TelegramSetup setup, TelegramOptions options, InboxDoor door, Pipeline.Sender sender, BotNames names, Texts texts,
    BotSettings settings, TimeProvider time, IHostApplicationLifetime life, ILoggerFactory logs, ILogger<TelegramHost> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        try
        {
            var profile = ProfileAsync(stoppingToken);
            if (options.UsesWebhook)
            {
                sender.AcknowledgedByWebhook = item => item.Channel is ChannelKind.Telegram;
                if (await setup.SetWebhookAsync(options, stoppingToken) is { } problem) LogProblem(problem);
            }
            else
            {
                await new TelegramPoller(client, (items, cancel) => door(items, cancel), time, logs.CreateLogger<TelegramPoller>()).RunAsync(stoppingToken);
            }
            await profile;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { LogStopped(); }
    }

    /// <summary>The bot's own name, for links, and its commands and descriptions in three languages.</summary>
    private async Task ProfileAsync(CancellationToken cancel)
    {
        names.Telegram = (await client.GetMeAsync(cancel)).Me?.Username;
        string?[] languages = [null, .. Texts.Languages];
        var problems = await setup.SetProfilesAsync(languages.Select(Profile), cancel);
        foreach (var problem in problems) LogProblem(problem);
    }

    private TelegramProfile Profile(string? language)
    {
        var spoken = language ?? "kk";
        string[] commands = ["start", "menu", "events", "mine", "mydata", "language", "help", "stop"];
        var about = texts.Say("about", spoken, ("org", settings.Organisation.Name));
        return new(language, [.. commands.Select(c => new BotCommand(c, texts["cmd." + c, spoken]))], about, about.Length > 120 ? about[..119] + "…" : about);
    }

    [LoggerMessage(1, LogLevel.Error, "Telegram: {Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(2, LogLevel.Information, "Telegram: stopped")]
    private partial void LogStopped();
}
