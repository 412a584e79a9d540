using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// One lane per chat that has something waiting: its items in order, other chats at once.
/// Telegram may deliver a text and a button press of one person concurrently and reversed (platform/telegram.md A3.9). Its numbers grow by
/// one, so an item waits, a few hundredths of a second at the most, while a lower number is still on its way in.
/// </summary>
internal sealed class Lanes
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private const int MostGlances = 8;
    private readonly KeyedSerial<(ChannelKind, string), Lane> chats;
    private readonly Dictionary<(ChannelKind, string), Lane> open = [];
    private readonly Arrivals arrivals = new();
    private readonly TimeProvider time;
    private readonly Func<InboxEntry, Task> answer;
    private long came;

    public Lanes(TurnRunner runner, TimeProvider time)
    {
        this.time = time;
        answer = runner.AnswerAsync;
        runner.Again = Add;
        chats = new(RunAsync);
    }

    /// <summary>Items that are waiting or being answered.</summary>
    public int Active => chats.Active;

    /// <summary>Queues an item, stored or about to be.</summary>
    public void Add(InboxEntry entry)
    {
        if (entry.Item.Order > 0) arrivals.Came(entry.Item);
        Lane lane;
        lock (open)
        {
            if (!open.TryGetValue(entry.Key, out lane!)) open[entry.Key] = lane = new Lane(entry.Key);
            lane.Items.Enqueue(entry, (entry.Item.Order, ++came));
        }
        chats.Add(entry.Key, lane);
    }

    private async Task RunAsync(Lane lane)
    {
        InboxEntry next;
        lock (open) next = lane.Items.Peek();
        for (var i = 0; i < MostGlances && next.Item.Order > 0 && arrivals.HasGapBelow(next.Item.Order); i++) await Task.Delay(Glance, time, CancellationToken.None);
        lock (open)
        {
            next = lane.Items.Dequeue();
            if (lane.Items.Count == 0) open.Remove(lane.Key);
        }
        await answer(next);
    }

    private sealed class Lane((ChannelKind, string) key)
    {
        public (ChannelKind, string) Key { get; } = key;

        /// <summary>By the platform's number, and where it has none as they came.</summary>
        public PriorityQueue<InboxEntry, (long, long)> Items { get; } = new();
    }
}

/// <summary>Which of the recent numbers of Telegram have come.</summary>
internal sealed class Arrivals
{
    private const int Window = 1024;
    private readonly long[] seen = new long[Window];
    private readonly Lock gate = new();
    private long first;

    /// <summary>Notes a number.</summary>
    public void Came(InboxItem item)
    {
        lock (gate)
        {
            if (first == 0 || item.Order > first + 100_000 || item.Order < first) first = item.Order;
            seen[item.Order % Window] = item.Order;
        }
    }

    /// <summary>Whether one of the 16 numbers below, none older than the program's start, has not come yet.</summary>
    public bool HasGapBelow(long order)
    {
        lock (gate)
        {
            for (var n = order - 1; n >= order - 16 && n >= first; n--)
                if (seen[n % Window] != n) return true;
            return false;
        }
    }
}
