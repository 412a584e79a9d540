namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>
/// What an answer of the Bot API means to the sender (platform/telegram.md A2, A6).
/// A wrong or revoked token (401, bare 404) pauses the whole account and refuses nothing: the messages are sound,
/// and refusing them would lose them all while staff mend the setting.
/// </summary>
internal static class TelegramErrors
{
    /// <summary>How long the account rests when its token is not accepted.</summary>
    public static readonly TimeSpan TokenPause = TimeSpan.FromMinutes(1);

    /// <summary>The outcome of one call.</summary>
    public static SendOutcome Outcome(TelegramAnswer answer)
    {
        var why = answer.Description ?? "";
        return answer.Code switch
        {
            200 => new SendOutcome.Sent(answer.MessageId?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            0 or >= 500 => new SendOutcome.Unreachable(why),
            429 => new SendOutcome.RetryAfter(TimeSpan.FromSeconds(Math.Clamp(answer.RetryAfter ?? 1, 1, 86_400)), WholeAccount: false),
            401 => new SendOutcome.RetryAfter(TokenPause, WholeAccount: true),
            404 when why is "Not Found" or "" => new SendOutcome.RetryAfter(TokenPause, WholeAccount: true),
            403 => new SendOutcome.Blocked(why),
            400 when Has(why, "message is not modified") || Has(why, "TOPIC_NOT_MODIFIED") => new SendOutcome.Sent(null),
            400 when Has(why, "chat not found") || Has(why, "user not found") || Has(why, "user is deactivated") || Has(why, "PEER_ID_INVALID") =>
                new SendOutcome.Blocked(why),
            _ => new SendOutcome.Refused(answer.Code, why),
        };
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
