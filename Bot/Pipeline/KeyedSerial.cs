using System.Collections.Concurrent;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// Runs the items of one key one after another, in order, and those of different keys at once: what keeps one chat's messages
/// in order without holding up another chat. Keys that have nothing to do cost nothing.
/// </summary>
internal sealed class KeyedSerial<TKey, TItem>(Func<TItem, Task> run) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Queue<TItem>> queues = new();
    private int active;

    /// <summary>Items that are waiting or running.</summary>
    public int Active => Volatile.Read(ref active);

    /// <summary>Queues an item. <paramref name="run"/> must not throw.</summary>
    public void Add(TKey key, TItem item)
    {
        Interlocked.Increment(ref active);
        while (true)
        {
            var queue = queues.GetOrAdd(key, static _ => new Queue<TItem>(1));
            lock (queue)
            {
                if (!queues.TryGetValue(key, out var current) || current != queue) continue; // it ran dry and was taken away meanwhile
                queue.Enqueue(item);
                if (queue.Count > 1) return;
            }
            ThreadPool.UnsafeQueueUserWorkItem(static s => _ = s.Self.RunAsync(s.Key, s.Queue), (Self: this, Key: key, Queue: queue), preferLocal: false);
            return;
        }
    }

    private async Task RunAsync(TKey key, Queue<TItem> queue)
    {
        while (true)
        {
            TItem item;
            lock (queue) item = queue.Peek();
            await run(item);
            Interlocked.Decrement(ref active);
            lock (queue)
            {
                queue.Dequeue();
                if (queue.Count > 0) continue;
                queues.TryRemove(key, out _);
                return;
            }
        }
    }
}
