using System.Collections.Concurrent;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// The pace of messages to many: evenly, as many a second as the platform takes from an account. Replies do not wait here; each takes a place of
/// those who do, so that both together keep within the limit.
/// </summary>
internal sealed class BulkPace(TimeProvider time)
{
    /// <summary>So far behind its plan it catches up; timers are never early.</summary>
    private static readonly TimeSpan CatchesUp = TimeSpan.FromMilliseconds(250);

    /// <summary>A crowd of people who write holds messages to many back by no more than this; platforms forgive a burst.</summary>
    private static readonly TimeSpan MostDebt = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ChannelKind, Lane> lanes = new();

    /// <summary>Measured from here, so that nobody who sets the machine's clock stops it or lets it run away.</summary>
    private readonly long began = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(began);

    /// <summary>How many messages to many may be on their way at once: a quarter of a second's worth, 8 where nothing limits them. A killed process may say as many again.</summary>
    public static int MostOnTheWay(IChannel channel) => channel.BulkPerSecond > 0 ? (int)Math.Ceiling(channel.BulkPerSecond / 4) : 8;

    /// <summary>Sends when it is its turn and there are not too many on their way; it is on its way until it is sent.</summary>
    public async Task<T> CarryAsync<T>(IChannel channel, Func<Task<T>> send, CancellationToken cancel)
    {
        var way = Of(channel).Way;
        await way.WaitAsync(cancel);
        try
        {
            await PassAsync(channel, cancel);
            return await send();
        }
        finally
        {
            way.Release();
        }
    }

    /// <summary>Waits for a place, in the order of asking.</summary>
    public async ValueTask PassAsync(IChannel channel, CancellationToken cancel)
    {
        if (channel.BulkPerSecond <= 0) return;
        var lane = Of(channel);
        await lane.Turn.WaitAsync(cancel);
        try
        {
            var place = lane.Reserve(Now, Every(channel));
            if (place - Now is { Ticks: > 0 } wait) await Task.Delay(wait, time, cancel);
            if (place - Now > CatchesUp) lane.Stand(Now); // under a clock that stands still nothing adds up
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    /// <summary>A reply is sent.</summary>
    public void Spend(IChannel channel)
    {
        if (channel.BulkPerSecond > 0) Of(channel).Spend(Now, Every(channel));
    }

    /// <summary>The platform says that it is too much: nothing to many for a while.</summary>
    public void Close(IChannel channel, TimeSpan after) => Of(channel).Close(Now + after);

    private Lane Of(IChannel channel) => lanes.GetOrAdd(channel.Traits.Channel, static (_, channel) => new Lane(MostOnTheWay(channel)), channel);

    private static TimeSpan Every(IChannel channel) => TimeSpan.FromSeconds(1 / channel.BulkPerSecond);

    private sealed class Lane(int mostOnTheWay)
    {
        private readonly Lock gate = new();
        private TimeSpan next;

        public SemaphoreSlim Turn { get; } = new(1, 1);
        public SemaphoreSlim Way { get; } = new(mostOnTheWay);

        /// <summary>Takes the next place.</summary>
        public TimeSpan Reserve(TimeSpan now, TimeSpan every)
        {
            lock (gate)
            {
                var at = next = Later(next, now - CatchesUp);
                next += every;
                return at;
            }
        }

        public void Stand(TimeSpan now) { lock (gate) next = now; }

        public void Spend(TimeSpan now, TimeSpan every)
        {
            lock (gate)
            {
                next = Later(next, now - CatchesUp);
                if (next + every - now <= MostDebt) next += every;
            }
        }

        public void Close(TimeSpan until) { lock (gate) next = Later(next, until); }

        private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
    }
}
