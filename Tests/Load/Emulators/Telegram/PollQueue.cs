using System.Buffers;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Updates for getUpdates, confirmed by offset (platform/telegram.md A4).</summary>
internal sealed class PollQueue(EmulatorOptions options, EmulatorCounts counts)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<long, PendingUpdate> pending = [];
    private readonly HashSet<long> shown = [];
    private readonly HashSet<long> confirmed = [];
    private TaskCompletionSource arrived = Signal();
    private CancellationTokenSource? current;
    private string ending = "";
    private long asked;

    /// <summary>How often the bot has asked for updates.</summary>
    public long Asked { get { lock (gate) return asked; } }

    public int Count
    {
        get { lock (gate) return pending.Count; }
    }

    public void Add(PendingUpdate update)
    {
        lock (gate)
        {
            pending[update.Id] = update;
            arrived.TrySetResult();
        }
    }

    /// <summary>Takes out everything, oldest first.</summary>
    public IReadOnlyList<PendingUpdate> Drain()
    {
        lock (gate)
        {
            PendingUpdate[] all = [.. pending.Values];
            pending.Clear();
            return all;
        }
    }

    /// <summary>Ends a waiting getUpdates with 409.</summary>
    public void Interrupt(string text)
    {
        lock (gate)
        {
            ending = text;
            current?.Cancel();
        }
    }

    /// <summary>The result array of one getUpdates.</summary>
    public async Task<ReadOnlyMemory<byte>> GetAsync(long offset, int limit, TimeSpan timeout, CancellationToken aborted)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        lock (gate)
        {
            ending = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
            current?.Cancel();
            current = mine;
            asked++;
            Confirm(offset);
        }
        try
        {
            return await WaitAsync(limit, timeout, mine.Token);
        }
        catch (OperationCanceledException)
        {
            throw new ApiError(409, ending);
        }
        finally
        {
            lock (gate) if (current == mine) current = null;
        }
    }

    private async Task<ReadOnlyMemory<byte>> WaitAsync(int limit, TimeSpan timeout, CancellationToken cancel)
    {
        var began = options.Time.GetTimestamp();
        while (true)
        {
            Task signal;
            lock (gate)
            {
                Forget();
                if (pending.Count > 0) return Take(limit);
                if (arrived.Task.IsCompleted) arrived = Signal();
                signal = arrived.Task;
            }
            var left = timeout - options.Time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return "[]"u8.ToArray();
            await Task.WhenAny(signal, Task.Delay(left, options.Time, cancel));
            cancel.ThrowIfCancellationRequested();
        }
    }

    private void Confirm(long offset)
    {
        if (pending.Count == 0 || offset == 0) return;
        if (offset > pending.Keys.Last() + 11) return; // "in the future": confirms nothing
        long[] done = offset < 0
            ? [.. pending.Keys.Take(Math.Max(0, pending.Count - (int)Math.Min(-offset, int.MaxValue)))]
            : [.. pending.Keys.TakeWhile(id => id < offset)];
        foreach (var id in done)
        {
            if (options.Twice && confirmed.Add(id)) continue;
            pending.Remove(id);
            shown.Remove(id);
        }
        counts.Taken(done.Length);
    }

    private void Forget()
    {
        var now = options.Time.GetUtcNow();
        foreach (var late in pending.Values.Where(u => u.Expires <= now).ToList())
        {
            pending.Remove(late.Id);
            counts.Expired();
        }
    }

    private ReadOnlyMemory<byte> Take(int limit)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        buffer.Write("["u8);
        var first = true;
        foreach (var update in pending.Values.Take(limit))
        {
            if (!first) buffer.Write(","u8);
            first = false;
            buffer.Write(update.Body);
            counts.Posted(again: !shown.Add(update.Id));
        }
        buffer.Write("]"u8);
        return buffer.WrittenMemory;
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
