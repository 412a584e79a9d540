using System.Data.Common;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>
/// Tells people what staff wrote to them, no faster than it leaves: only a few messages are ever on their way, so that holding a message takes
/// effect at once, memory does not grow with the number of people, and nothing stands before a reply. It rests at night.
/// </summary>
internal sealed partial class BroadcastFeed(Writer writer, Lanes lanes, Sender sender, Deployment deployment, TimeProvider time, ILogger<BroadcastFeed> log) : IDisposable
{
    /// <summary>Two seconds of Telegram.</summary>
    private const int MostOnTheWay = 60;

    private const int Worthwhile = 10;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private readonly SemaphoreSlim signal = new(1);
    private volatile bool dirty = true, running, closed;

    /// <summary>True while there may be somebody to tell.</summary>
    public bool Busy => !closed && (dirty || running);

    /// <summary>A message may be ready to leave.</summary>
    public void Wake()
    {
        dirty = true;
        if (signal.CurrentCount == 0) signal.Release();
    }

    /// <summary>Tells nobody more; who waits is told after the next start.</summary>
    public void Close() => closed = true;

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(cancel);
                running = true;
                dirty = false;
                while (!closed && await StepAsync(cancel)) { }
                running = false;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { running = false; }
    }

    public void Dispose() => signal.Dispose();

    /// <summary>Tells some, or waits a moment for those on the way; false when there is nobody to tell.</summary>
    private async Task<bool> StepAsync(CancellationToken cancel)
    {
        var room = MostOnTheWay - lanes.Active - sender.BulkWaiting;
        if (room < Worthwhile)
        {
            await Task.Delay(Glance, time, cancel);
            return true;
        }
        try
        {
            return await TellAsync(room);
        }
        catch (Exception e) when (e is DbException or DbUpdateException) // the database is in trouble
        {
            LogFault(e.GetType().Name);
            await Task.Delay(TimeSpan.FromSeconds(5), time, cancel);
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false; // the program has stopped
        }
    }

    private async Task<bool> TellAsync(int most)
    {
        var now = time.GetUtcNow();
        var (after, more) = ((Aftermath?)null, false);
        await writer.WriteAsync(new Work.Background(db =>
        {
            after = new Aftermath(db, now);
            more = Reminders.ByDay(now, deployment.Zone) is var morning && morning > now ? Rest(db, morning) : BroadcastSending.Tell(after, most);
        })
        { Now = now });
        foreach (var entry in after?.Notices ?? []) lanes.Add(entry);
        return more;
    }

    /// <summary>It is night: what is leaving goes on in the morning.</summary>
    private static bool Rest(GrantBotDb db, DateTimeOffset morning)
    {
        foreach (var id in db.Broadcasts.Where(b => b.Status == BroadcastStatus.Sending).Select(b => b.Id).ToList()) DueRows.Set(db, BroadcastProjection.Due, id.Value, morning);
        return false;
    }

    [LoggerMessage(1, LogLevel.Error, "Messages to many wait for the database ({Fault})")]
    private partial void LogFault(string fault);
}
