using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Bot.Pipeline;

/// <summary>The way in: items are stored durably first, then handed on. What has come before is dropped.</summary>
internal sealed class Ingest(Writer writer, Lanes lanes, TimeProvider time)
{
    private volatile bool closed;

    /// <summary>Stores items; returns when they are durable, which is when a platform may be told so.</summary>
    /// <exception cref="OperationCanceledException">The program is stopping: nothing was taken, the platform will deliver again.</exception>
    public async Task TakeAsync(IReadOnlyList<InboxItem> items, CancellationToken cancel)
    {
        if (closed) throw new OperationCanceledException("stopping");
        if (items.Count == 0) return;
        cancel.ThrowIfCancellationRequested();
        var entries = items.Select(i => new InboxEntry(i)).ToList();
        // queued before the turns of its items, so none reaches the disk before what it answers; both may share a commit
        var stored = writer.WriteAsync(new Work.Receive(entries, time.GetUtcNow()));
        foreach (var entry in entries) lanes.Add(entry);
        await stored;
        Meters.Received.Add(items.Count);
        Meters.Duplicates.Add(entries.Count(e => e.Id == 0));
    }

    /// <summary>Takes no more.</summary>
    public void Close() => closed = true;
}
