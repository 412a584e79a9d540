using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Bot.Pipeline;

/// <summary>The way in: items are stored durably first, then handed on. What has come before is dropped.</summary>
internal sealed class Ingest(IWriter writer, Lanes lanes, TimeProvider time)
{
    private volatile bool closed;

    /// <summary>Stores items; returns when they are durable, which is when a platform may be told so.</summary>
    /// <exception cref="OperationCanceledException">The program is stopping: nothing was taken, the platform will deliver again.</exception>
    public async Task TakeAsync(IReadOnlyList<InboxItem> items, CancellationToken cancel)
    {
        if (closed) throw new OperationCanceledException("stopping");
        if (items.Count == 0) return;
        cancel.ThrowIfCancellationRequested();
        foreach (var item in items) lanes.Expect(item);
        var work = new Work.Receive(items, time.GetUtcNow());
        try
        {
            await writer.WriteAsync(work);
            for (var i = 0; i < items.Count; i++)
            {
                if (work.Ids[i] != 0) lanes.Add(new Waiting(work.Ids[i], items[i]));
                else Meters.Duplicates.Add(1);
            }
        }
        finally
        {
            foreach (var item in items) lanes.Arrived(item);
        }
        Meters.Received.Add(items.Count);
    }

    /// <summary>Takes no more.</summary>
    public void Close() => closed = true;
}

/// <summary>An item that waits to be answered.</summary>
internal sealed record Waiting(long InboxId, InboxItem Item)
{
    /// <summary>The chat whose order it keeps.</summary>
    public (ChannelKind, string) Key => (Item.Channel, Item.ChatKey);
}
