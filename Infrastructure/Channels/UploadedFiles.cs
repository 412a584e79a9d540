using System.Collections.Concurrent;

namespace GrantBot.Infrastructure.Channels;

/// <summary>
/// Files of our store that a platform has by now, under its own ids: what goes to many is uploaded once. Whoever comes while the first upload is on
/// its way waits for it. Lives in memory: after a restart a file is uploaded once more.
/// </summary>
/// <typeparam name="TKey">What tells one upload from another.</typeparam>
/// <param name="lasts">How long the platform keeps them.</param>
/// <param name="time">The clock.</param>
internal sealed class UploadedFiles<TKey>(TimeSpan lasts, TimeProvider time) where TKey : notnull
{
    /// <summary>Most files are one person's ticket or certificate, and are not needed again.</summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<TKey, Slot> slots = new();

    /// <summary>What is known of a file.</summary>
    public Slot Of(TKey key)
    {
        if (slots.Count >= Most) foreach (var old in slots.OrderBy(s => s.Value.At).Take(Most / 2)) slots.TryRemove(old);
        return slots.GetOrAdd(key, static (_, made) => new Slot(made.lasts, made.time), (lasts, time));
    }

    /// <summary>One file.</summary>
    internal sealed class Slot(TimeSpan lasts, TimeProvider time)
    {
        private volatile string? id;

        private SemaphoreSlim One { get; } = new(1);

        /// <summary>When it was uploaded, or asked for first.</summary>
        public DateTimeOffset At { get; private set; } = time.GetUtcNow();

        /// <summary>The platform's id; null = not uploaded, or too long ago.</summary>
        public string? Id => time.GetUtcNow() - At < lasts ? id : null;

        /// <summary>It has another id from now on; null = none, the platform does not know it any more.</summary>
        public void Set(string? now) => (At, id) = (time.GetUtcNow(), now);

        /// <summary>Does something while nobody else uploads it.</summary>
        public async ValueTask<T> AloneAsync<T>(Func<ValueTask<T>> act, CancellationToken cancel)
        {
            await One.WaitAsync(cancel);
            try { return await act(); }
            finally { One.Release(); }
        }
    }
}
