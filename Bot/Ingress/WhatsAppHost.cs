using GrantBot.Bot.Setup;
using GrantBot.Infrastructure.Channels.WhatsApp;

namespace GrantBot.Bot.Ingress;

/// <summary>Asks WhatsApp at start which number people write to, so that links and posters lead there; not where it is set. Until it is known they name the other channels only.</summary>
internal sealed partial class WhatsAppHost(WhatsAppClient client, BotNames names, TimeProvider time, ILogger<WhatsAppHost> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5), LongestPause = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var pause = FirstPause; names.WhatsApp is null; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                var answer = await client.GetPhoneAsync(stoppingToken);
                if (string.Concat((answer.Value?.DisplayPhoneNumber ?? "").Where(char.IsAsciiDigit)) is { Length: > 0 } number) { names.WhatsApp = number; return; }
                LogUnknown(answer.Error?.Why() ?? answer.Failure ?? "it did not say", pause.TotalSeconds);
                await Task.Delay(pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { LogStopped(); }
    }

    [LoggerMessage(1, LogLevel.Warning, "WhatsApp: the number people write to is not known, so no link leads there: {Why}. Asking again in {Seconds} s; WhatsApp__Number sets it")]
    private partial void LogUnknown(string why, double seconds);

    [LoggerMessage(2, LogLevel.Information, "WhatsApp: stopped")]
    private partial void LogStopped();
}
