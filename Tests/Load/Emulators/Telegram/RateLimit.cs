namespace GrantBot.Load.Emulators.Telegram;

/// <summary>A bucket of messages that fills up with time.</summary>
internal sealed class RateLimit(double perSecond, int burst, TimeProvider time)
{
    private readonly Lock gate = new();
    private double left = burst;
    private long filled = time.GetTimestamp();

    /// <summary>Takes one message; else gives the seconds to wait.</summary>
    public bool TryTake(out int wait)
    {
        wait = 0;
        if (perSecond <= 0) return true;
        lock (gate)
        {
            var now = time.GetTimestamp();
            left = Math.Min(burst, left + perSecond * time.GetElapsedTime(filled, now).TotalSeconds);
            filled = now;
            if (left >= 1)
            {
                left--;
                return true;
            }
            wait = Math.Max(1, (int)Math.Ceiling((1 - left) / perSecond));
            return false;
        }
    }
}
