namespace GrantBot.Tests.Given;

/// <summary>
/// A clock that stands still until it is moved. Timers ring when it is moved past them, but for short pauses (a glance at a lane, the
/// rest before a retry), which end after a moment: time does not pass by them, and nothing waits forever.
/// </summary>
internal sealed class StillTime(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);
    private readonly Lock gate = new();
    private readonly List<Ringing> timers = [];
    private DateTimeOffset now = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() { lock (gate) return now; }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= TimeSpan.Zero && dueTime <= ShortPause && period == Timeout.InfiniteTimeSpan
            ? System.CreateTimer(callback, state, dueTime < Moment ? dueTime : Moment, period)
            : new Ringing(this, callback, state, dueTime, period);

    /// <summary>Lets time pass and rings what falls due.</summary>
    public void Advance(TimeSpan by)
    {
        lock (gate) now += by;
        while (Due() is { } timer) timer.Ring();
    }

    private Ringing? Due()
    {
        lock (gate)
        {
            var due = timers.Where(t => t.At <= now).MinBy(t => t.At);
            due?.Next();
            return due;
        }
    }

    private sealed class Ringing : ITimer
    {
        private readonly StillTime time;
        private readonly TimerCallback callback;
        private readonly object? state;
        private TimeSpan period;

        public Ringing(StillTime time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.time, this.callback, this.state) = (time, callback, state);
            lock (time.gate) time.timers.Add(this);
            Change(dueTime, period);
        }

        public DateTimeOffset At { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                this.period = period;
                At = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.now + dueTime;
            }
            return true;
        }

        /// <summary>When it rings after this time.</summary>
        public void Next() => At = period > TimeSpan.Zero ? At + period : DateTimeOffset.MaxValue;

        public void Ring() => callback(state);

        public void Dispose() { lock (time.gate) time.timers.Remove(this); }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
