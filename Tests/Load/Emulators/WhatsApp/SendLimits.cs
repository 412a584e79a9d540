namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>One message in six seconds to one person; up to 45 may be borrowed from the future at once (platform/whatsapp.md B8.2).</summary>
internal sealed class PairLimit
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(6);
    private const int Burst = 45;
    private readonly Lock gate = new();
    private DateTimeOffset paidUntil;

    public bool TryTake(DateTimeOffset now)
    {
        lock (gate)
        {
            var from = paidUntil > now ? paidUntil : now;
            if (from - now > Interval * (Burst - 1)) return false;
            paidUntil = from + Interval;
            return true;
        }
    }
}

/// <summary>Messages of the business number in one second, in and out together (B8.1).</summary>
internal sealed class ThroughputLimit(int perSecond)
{
    private readonly Lock gate = new();
    private long second;
    private int count;

    /// <summary>Counts a message of a person; those are never refused.</summary>
    public void Count(DateTimeOffset now) => Take(now);

    public bool TryTake(DateTimeOffset now) => perSecond == 0 || Take(now);

    private bool Take(DateTimeOffset now)
    {
        lock (gate)
        {
            var current = now.ToUnixTimeSeconds();
            if (current != second) (second, count) = (current, 0);
            if (count >= perSecond) return false;
            count++;
            return true;
        }
    }
}
