namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>How long to wait before the next attempt. Pure.</summary>
internal static class TelegramPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>After the given number of failures in a row (1 = the first): 1, 2, 4 ... 60 s; what Telegram asks for on 429; 5 s on a conflict; a minute for a wrong token.</summary>
    public static TimeSpan After(TelegramAnswer answer, int failures) => answer.Code switch
    {
        429 => TimeSpan.FromSeconds(Math.Clamp(answer.RetryAfter ?? 1, 1, 3600)),
        409 => TimeSpan.FromSeconds(5),
        401 or 404 => Longest,
        _ => Growing(failures),
    };

    /// <summary>1, 2, 4 ... 60 s.</summary>
    public static TimeSpan Growing(int failures) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Clamp(failures, 1, 10) - 1)));
}
