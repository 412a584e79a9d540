using GrantBot.Bot.Jobs;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>Starts the pipeline with what a crash or a stop left waiting, and stops it without losing anything.</summary>
internal sealed partial class PipelineHost(IDbContextFactory<GrantBotDb> databases, Ingest ingest, Lanes lanes, Sender sender, HeldReplies held, Reactions reactions, DueWorker due, BroadcastFeed feed, ChatStore chats, SentJournal journal, Writer writer,
    TimeProvider time, ILogger<PipelineHost> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private readonly CancellationTokenSource stop = new();
    private Task reacting = Task.CompletedTask, dueing = Task.CompletedTask, feeding = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await held.LoadAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await MarkTakenAsync(db, cancellationToken);
        // replies first: what was decided before the stop is said before anything new
        var replies = await db.Outbox.AsNoTracking().Where(o => o.State == OutboxState.Waiting && o.Payload != null).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        foreach (var row in replies)
            if (chats.Reach(row.ChatId) is { } reach)
                sender.Add(HeldReplies.Line(row), reach.Address, reach.LastHeard, row.CreatedAt);
        var items = await db.Inbox.AsNoTracking().Where(i => i.State == InboxState.Waiting && i.Payload != null).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        foreach (var row in items) lanes.Add(InboxEntry.Of(row));
        if (replies.Count + items.Count > 0) LogFound(items.Count, replies.Count);
        reacting = reactions.RunAsync(stop.Token);
        dueing = due.RunAsync(stop.Token);
        feeding = feed.RunAsync(stop.Token);
    }

    /// <summary>Replies that platforms took and a crash kept from being marked are not said again.</summary>
    private async Task MarkTakenAsync(GrantBotDb db, CancellationToken cancel)
    {
        foreach (var taken in journal.Read().Distinct().Chunk(500))
        {
            var ids = taken.Select(t => t.Id).ToList();
            var rows = await db.Outbox.AsNoTracking().Where(o => ids.Contains(o.Id) && o.State == OutboxState.Waiting).Select(o => new { o.Id, o.ChatId }).ToListAsync(cancel);
            await Task.WhenAll(rows.Where(r => taken.Contains((r.Id, r.ChatId))).Select(r => writer.WriteAsync(new Work.MarkSent(r.Id, r.ChatId, OutboxState.Sent, null, null, time.GetUtcNow()))));
        }
        journal.Clear();
    }

    /// <summary>Takes nothing more, finishes the lanes, flushes the outbox, all within ten seconds; what is left waits in the database.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        ingest.Close();
        feed.Close();
        var until = time.GetUtcNow() + StopsWithin;
        while (IsBusy && time.GetUtcNow() < until) await Task.Delay(Glance, time, CancellationToken.None);
        sender.Stop();
        await stop.CancelAsync();
        await Task.WhenAll(reacting, dueing, feeding);
        LogStopped(lanes.Active, sender.Active);
    }

    /// <summary>Waits until nothing is waiting, being decided or being sent.</summary>
    public async Task DrainAsync()
    {
        for (var calm = 0; calm < 2; calm = IsBusy ? 0 : calm + 1) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
    }

    public void Dispose() => stop.Dispose();

    private bool IsBusy => lanes.Active > 0 || sender.Active > 0 || reactions.Busy || due.Busy || feed.Busy;

    [LoggerMessage(1, LogLevel.Information, "Found {Items} unanswered items and {Replies} unsent replies of an earlier run")]
    private partial void LogFound(int items, int replies);

    [LoggerMessage(2, LogLevel.Information, "Stopped; {Items} items and {Replies} replies wait for the next start")]
    private partial void LogStopped(int items, int replies);
}
