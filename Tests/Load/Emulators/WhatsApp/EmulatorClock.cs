using System.Diagnostics;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>Emulated time: starts now, runs as fast as asked, and can be moved on.</summary>
internal sealed class EmulatorClock(double scale)
{
    private readonly DateTimeOffset start = TimeProvider.System.GetUtcNow();
    private readonly long origin = Stopwatch.GetTimestamp();
    private long advancedTicks;

    public DateTimeOffset Now => start + (Stopwatch.GetElapsedTime(origin) * scale) + new TimeSpan(Interlocked.Read(ref advancedTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref advancedTicks, by.Ticks);

    /// <summary>Waits an emulated time.</summary>
    public Task Wait(TimeSpan emulated, CancellationToken cancel) => Task.Delay(emulated / scale, TimeProvider.System, cancel);
}
