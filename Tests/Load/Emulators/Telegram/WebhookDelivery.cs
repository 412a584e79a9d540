using System.Net;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Posts updates: in order per key, keys in parallel up to the connection limit, each until the bot answers 2xx or it expires.</summary>
internal sealed class WebhookDelivery(WebhookPoster poster, int connections, EmulatorOptions options, EmulatorCounts counts, Action<byte[]> onReply) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Queue<PendingUpdate>> waiting = [];
    private readonly SemaphoreSlim slots = new(connections);
    private readonly CancellationTokenSource stop = new();
    private readonly Random random = new(7);

    /// <summary>Lets go of an update; its turn comes by itself.</summary>
    public void Add(PendingUpdate update)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(update.Key, out var queue))
            {
                queue.Enqueue(update);
                return;
            }
            waiting[update.Key] = queue = new();
            queue.Enqueue(update);
        }
        _ = Task.Run(() => PumpAsync(update.Key));
    }

    /// <summary>Stops posting and gives back what the bot has not taken, oldest first.</summary>
    public IReadOnlyList<PendingUpdate> Stop()
    {
        stop.Cancel();
        lock (gate) return [.. waiting.Values.SelectMany(q => q).OrderBy(u => u.Id)];
    }

    public void Dispose()
    {
        stop.Cancel();
        poster.Dispose();
    }

    private async Task PumpAsync(long key)
    {
        while (!stop.IsCancellationRequested && Head(key) is { } update)
        {
            if (!await DeliverAsync(update)) return;
            lock (gate) waiting[key].Dequeue();
        }
    }

    private PendingUpdate? Head(long key)
    {
        lock (gate)
        {
            if (waiting[key].TryPeek(out var update)) return update;
            waiting.Remove(key);
            return null;
        }
    }

    /// <summary>True when the update is done with; false when the webhook was taken away.</summary>
    private async Task<bool> DeliverAsync(PendingUpdate update)
    {
        for (var failures = 0; ;)
        {
            if (options.Time.GetUtcNow() >= update.Expires)
            {
                counts.Expired();
                return true;
            }
            var wait = await PostAsync(update, failures);
            if (stop.IsCancellationRequested) return wait is null;
            if (wait is null) return true;
            failures++;
            if (wait > TimeSpan.Zero && !await RestAsync(wait.Value)) return false;
        }
    }

    /// <summary>Null when the bot took it, else how long to wait.</summary>
    private async Task<TimeSpan?> PostAsync(PendingUpdate update, int failures)
    {
        await slots.WaitAsync();
        try
        {
            counts.Posted(again: failures > 0);
            var answer = await poster.PostAsync(update.Body);
            if (answer.Status is < 200 or > 299)
            {
                counts.WebhookFailed($"Wrong response from the webhook: {answer.Status} {(HttpStatusCode)answer.Status}");
                return answer.RetryAfter is { } asked ? TimeSpan.FromSeconds(Math.Min(asked, 3600)) * options.RetryScale : Backoff(failures + 1);
            }
            counts.Taken();
            if (answer.Body.Length > 2) onReply(answer.Body);
            return null;
        }
        catch (IOException)
        {
            counts.WebhookFailed("Connection failed or read timeout expired");
            return Backoff(failures + 1);
        }
        finally
        {
            slots.Release();
        }
    }

    private TimeSpan Backoff(int failures)
    {
        if (failures == 1) return TimeSpan.Zero;
        double cap;
        lock (gate) cap = 60 + 60 * random.NextDouble();
        return TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), cap)) * options.RetryScale;
    }

    private async Task<bool> RestAsync(TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, options.Time, stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
