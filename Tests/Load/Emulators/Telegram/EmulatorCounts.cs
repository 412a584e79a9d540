using System.Collections.Concurrent;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>What happened, in numbers.</summary>
internal sealed class EmulatorCounts
{
    private long calls, errors, limited, posted, reposted, taken, expired, failed, replies, uploads;

    public long Calls => Interlocked.Read(ref calls);
    public long Errors => Interlocked.Read(ref errors);
    public long RateLimited => Interlocked.Read(ref limited);

    /// <summary>Updates handed to the bot for the first time.</summary>
    public long Delivered => Interlocked.Read(ref posted);
    public long Redelivered => Interlocked.Read(ref reposted);

    /// <summary>Updates the bot confirmed, by 2xx or by offset.</summary>
    public long Confirmed => Interlocked.Read(ref taken);
    public long Dropped => Interlocked.Read(ref expired);
    public long WebhookFailures => Interlocked.Read(ref failed);
    public long WebhookReplies => Interlocked.Read(ref replies);
    public string? LastWebhookError { get; private set; }

    public void Called() => Interlocked.Increment(ref calls);

    /// <summary>What was answered to calls that were refused, with its code.</summary>
    public ConcurrentQueue<string> Refusals { get; } = [];

    public void Refused(int code, string why)
    {
        Interlocked.Increment(ref errors);
        Refusals.Enqueue($"{code} {why}");
        if (code == 429) Interlocked.Increment(ref limited);
    }

    public void Posted(bool again) => _ = again ? Interlocked.Increment(ref reposted) : Interlocked.Increment(ref posted);

    public void Taken(int count = 1) => Interlocked.Add(ref taken, count);

    public void Expired() => Interlocked.Increment(ref expired);

    /// <summary>Files that came with their content, not by the id of an earlier one.</summary>
    public long Uploads => Interlocked.Read(ref uploads);

    public void Uploaded() => Interlocked.Increment(ref uploads);

    public void Replied() => Interlocked.Increment(ref replies);

    public void WebhookFailed(string why)
    {
        LastWebhookError = why;
        Interlocked.Increment(ref failed);
    }
}
