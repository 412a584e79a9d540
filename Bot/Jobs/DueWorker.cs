using GrantBot.Bot.Pipeline;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Does what is due. The rows say what and when, so a restart neither loses nor doubles it; each piece of work commits together with its row.</summary>
internal sealed partial class DueWorker(IDbContextFactory<GrantBotDb> databases, Writer writer, IEnumerable<IDueWork> works, DueSignal signal, Lanes lanes, EventBook events, Pipeline.Reactions reactions,
    TimeProvider time, ILogger<DueWorker> log)
{
    private readonly Dictionary<string, IDueWork> byKind = works.ToDictionary(w => w.Kind, StringComparer.Ordinal);
    private volatile bool running;

    /// <summary>True while something may be due.</summary>
    public bool Busy => signal.IsSet || running;

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(cancel);
                running = true;
                signal.Taken();
                await CatchUpAsync(cancel);
                running = false;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { running = false; }
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        try
        {
            while (await StepAsync(cancel)) { }
        }
        catch (Exception e) when (e is not OperationCanceledException) // the database is in trouble; the clock wakes us again
        {
            LogFault(e.GetType().Name);
        }
    }

    /// <summary>Does some of what is due by now; false when there is nothing.</summary>
    private async Task<bool> StepAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var kinds = byKind.Keys.ToList();
        var rows = await db.Due.AsNoTracking().Where(d => d.DueAt <= now && kinds.Contains(d.Kind)).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(100).ToListAsync(cancel);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            await DoAsync(row, now);
        }
        return rows.Count > 0;
    }

    private async Task DoAsync(DueRow row, DateTimeOffset now)
    {
        Aftermath? done = null;
        string? fault = null;
        try
        {
            if (!await writer.WriteAsync(new Work.Background(db => done = Do(db, row, now)) { Now = now })) fault = nameof(ConflictException);
        }
        catch (Exception e) when (e is not ObjectDisposedException)
        {
            fault = e.GetType().Name;
        }
        if (fault is not null) // nothing of it was written
        {
            LogWork(row.Id, row.Kind, fault);
            await writer.WriteAsync(new Work.Background(db => Delay(db, row, now)) { Now = now });
            return;
        }
        if (done is null) return;
        events.Changed(done.Facts);
        if (done.Facts.Count > 0) reactions.Wake();
        foreach (var entry in done.Notices) lanes.Add(entry);
    }

    /// <summary>The row may have gone, or be due later, since it was read.</summary>
    private Aftermath? Do(GrantBotDb db, DueRow seen, DateTimeOffset now)
    {
        var row = db.Due.SingleOrDefault(d => d.Id == seen.Id && d.DueAt <= now);
        if (row is null) return null;
        var after = new Aftermath(db, now);
        var cursor = byKind[row.Kind].Run(after, row);
        db.SaveChanges();
        var mine = db.Due.Where(d => d.Id == row.Id && d.DueAt <= now);
        if (cursor is { } position) mine.ExecuteUpdate(s => s.SetProperty(d => d.Cursor, position));
        else mine.ExecuteDelete();
        return after;
    }

    /// <summary>Work that fails is tried again later and later, at most once a day.</summary>
    private static void Delay(GrantBotDb db, DueRow row, DateTimeOffset now)
    {
        var at = now + TimeSpan.FromMinutes(Math.Min(1440, 1 << Math.Min(row.Attempts, 10)));
        db.Due.Where(d => d.Id == row.Id).ExecuteUpdate(s => s.SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.DueAt, at));
    }

    [LoggerMessage(1, LogLevel.Error, "Due row {Id} of kind {Kind} failed with {Fault}; it is tried again later")]
    private partial void LogWork(long id, string kind, string fault);

    [LoggerMessage(2, LogLevel.Error, "Looking for what is due failed with {Fault}")]
    private partial void LogFault(string fault);
}
