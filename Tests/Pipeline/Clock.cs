namespace GrantBot.Tests.Pipeline;

/// <summary>
/// A clock that stands still until it is moved. Pauses of a second and more end when it is moved past them; those of a hurried clock move
/// it themselves and end at once. Shorter pauses (a glance at a lane) take real time, <paramref name="stretch"/> times over.
/// </summary>
internal sealed class Clock(DateTimeOffset now, bool hurried = true, int stretch = 1) : TimeProvider
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly List<TimeSpan> pauses = [];
    private readonly List<Waiting> waiting = [];
    private DateTimeOffset now = now;

    /// <summary>The pauses asked for so far, but the short ones.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get { lock (gate) return [.. pauses]; } }

    public override DateTimeOffset GetUtcNow() { lock (gate) return now; }

    public void Advance(TimeSpan by)
    {
        List<Waiting> due;
        lock (gate)
        {
            now += by;
            due = [.. waiting.Where(w => w.At <= now)];
            waiting.RemoveAll(due.Contains);
        }
        foreach (var one in due) one.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Second || period != Timeout.InfiniteTimeSpan) return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * stretch : dueTime, period);
        lock (gate)
        {
            pauses.Add(dueTime);
            if (!hurried)
            {
                var one = new Waiting(this, now + dueTime, () => callback(state));
                waiting.Add(one);
                return one;
            }
            now += dueTime;
        }
        return System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
    }

    private sealed class Waiting(Clock clock, DateTimeOffset at, Action ring) : ITimer
    {
        public DateTimeOffset At => at;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Pauses are not changed");

        public void Dispose() { lock (clock.gate) clock.waiting.Remove(this); }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
