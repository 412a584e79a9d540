using Microsoft.Extensions.Logging;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>What people see of the bot before they write, in one language.</summary>
/// <param name="Language">"kk", "ru", "en"; null for everybody else.</param>
/// <param name="Commands">The menu.</param>
/// <param name="Description">Shown in the empty chat, at most 512 characters.</param>
/// <param name="ShortDescription">Shown on the profile, at most 120 characters.</param>
internal sealed record TelegramProfile(string? Language, IReadOnlyList<BotCommand> Commands, string Description, string ShortDescription);

/// <summary>Tells Telegram where to post updates and what the bot is called to do. Network faults are tried again until cancelled.</summary>
internal sealed partial class TelegramSetup(TelegramClient client, TimeProvider time, ILogger<TelegramSetup> log)
{
    /// <summary>Sets the webhook; gives a sentence for staff when Telegram refuses it, else null.</summary>
    public async Task<string?> SetWebhookAsync(TelegramOptions options, CancellationToken cancel)
    {
        var answer = await CallAsync(new SetWebhook(options.WebhookUrl ?? "", options.WebhookSecret, 100, TelegramWebhook.AllowedUpdates), cancel);
        return answer.Code switch
        {
            200 => null,
            401 or 404 => "Telegram__Token was not accepted by Telegram. Copy it again from @BotFather (/token).",
            _ => $"Telegram__WebhookUrl was refused by Telegram ({answer.Description}). It must be reachable from the internet over https with a valid certificate.",
        };
    }

    /// <summary>Sets commands and descriptions of every language; gives a sentence for staff for each that Telegram refuses.</summary>
    public async Task<IReadOnlyList<string>> SetProfilesAsync(IEnumerable<TelegramProfile> profiles, CancellationToken cancel)
    {
        var problems = new List<string>();
        foreach (var profile in profiles)
        {
            TelegramCall[] calls =
            [
                new SetMyCommands(profile.Commands, profile.Language),
                new SetMyDescription(profile.Description, profile.Language),
                new SetMyShortDescription(profile.ShortDescription, profile.Language),
            ];
            foreach (var call in calls)
                if (await CallAsync(call, cancel) is { Ok: false } answer)
                    problems.Add($"Telegram refused {call.Method} for language {profile.Language ?? "default"}: {answer.Description}");
        }
        return problems;
    }

    private async Task<TelegramAnswer> CallAsync(TelegramCall call, CancellationToken cancel)
    {
        for (var failures = 1; ; failures++)
        {
            var answer = await client.CallAsync(call, cancel);
            if (answer.Code is not (0 or 429 or >= 500)) return answer;
            var pause = TelegramPause.After(answer, failures);
            LogAgain(call.Method, answer.Code, pause.TotalSeconds);
            await Task.Delay(pause, time, cancel);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Telegram {Method}: code {Code}; trying again in {Seconds} s")]
    private partial void LogAgain(string method, int code, double seconds);
}
