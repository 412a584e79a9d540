using System.Globalization;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>The Bot API refuses a call; thrown within the emulator and written as its answer (platform/telegram.md A2).</summary>
internal sealed class ApiError(int code, string description, int? retryAfter = null) : Exception(description)
{
    public int Code => code;
    public int? RetryAfter => retryAfter;

    /// <summary>The group's new id.</summary>
    public long? MigratesTo { get; init; }

    public static ApiError Bad(string text) => new(400, "Bad Request: " + text);

    public static ApiError Forbidden(string text) => new(403, "Forbidden: " + text);

    public static ApiError Flood(int seconds) =>
        new(429, string.Create(CultureInfo.InvariantCulture, $"Too Many Requests: retry after {seconds}"), seconds);
}

/// <summary>A fault to come: what happens to one call instead of its answer.</summary>
internal abstract record Fault
{
    private Fault() { }

    /// <summary>An error with a status, such as 500.</summary>
    public sealed record Answer(int Code, string Description, int? RetryAfter = null) : Fault;

    /// <summary>The connection is lost before the call is carried out.</summary>
    public sealed record Drop : Fault;

    /// <summary>The call is carried out, its answer is lost.</summary>
    public sealed record DropAnswer : Fault;

    /// <summary>The call takes longer.</summary>
    public sealed record Delay(TimeSpan By) : Fault;

    public static readonly Fault Status500 = new Answer(500, "Internal Server Error");
}
