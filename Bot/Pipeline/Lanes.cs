using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;

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
    private readonly SortedSet<(ChannelKind, string, long)> coming = new(Comparer<(ChannelKind Channel, string Chat, long Order)>.Create(InOrder));
    private readonly Arrivals arrivals = new();
    private readonly TimeProvider time;
    private readonly Func<Waiting, Task> answer;

    public Lanes(TurnRunner runner, TimeProvider time)
    {
        this.time = time;
        answer = runner.AnswerAsync;
        chats = new(RunAsync);
    }

    /// <summary>Items that are waiting or being answered.</summary>
    public int Active => chats.Active;

    /// <summary>Notes an item that is being stored, so that a later one of the same person waits for it. <see cref="Arrived"/> must follow.</summary>
    public void Expect(InboxItem item)
    {
        if (item.Order == 0) return;
        arrivals.Came(item);
        lock (open) coming.Add((item.Channel, item.ChatKey, item.Order));
    }

    /// <summary>Notes that an item was stored, or that it will not be.</summary>
    public void Arrived(InboxItem item) { lock (open) coming.Remove((item.Channel, item.ChatKey, item.Order)); }

    /// <summary>Queues a stored item.</summary>
    public void Add(Waiting waiting)
    {
        Lane lane;
        lock (open)
        {
            if (!open.TryGetValue(waiting.Key, out lane!)) open[waiting.Key] = lane = new Lane(waiting.Key);
            lane.Items.Enqueue(waiting, (waiting.Item.Order, waiting.InboxId));
            coming.Remove((waiting.Item.Channel, waiting.Item.ChatKey, waiting.Item.Order));
        }
        chats.Add(waiting.Key, lane);
    }

    private async Task RunAsync(Lane lane)
    {
        Waiting next;
        lock (open) next = lane.Items.Peek();
        for (var i = 0; next.Item.Order > 0 && (IsComingBelow(next) || (i < MostGlances && arrivals.HasGapBelow(next.Item.Order))); i++) await Task.Delay(Glance, time, CancellationToken.None);
        lock (open)
        {
            next = lane.Items.Dequeue();
            if (lane.Items.Count == 0) open.Remove(lane.Key);
        }
        await answer(next);
    }

    /// <summary>Whether an earlier item of the same chat is being stored at this moment.</summary>
    private bool IsComingBelow(Waiting waiting)
    {
        var (channel, chat) = waiting.Key;
        lock (open) return coming.Count > 0 && coming.GetViewBetween((channel, chat, 0), (channel, chat, waiting.Item.Order - 1)).Count > 0;
    }

    private static int InOrder((ChannelKind Channel, string Chat, long Order) a, (ChannelKind Channel, string Chat, long Order) b)
    {
        var byChat = a.Channel == b.Channel ? string.CompareOrdinal(a.Chat, b.Chat) : a.Channel.CompareTo(b.Channel);
        return byChat != 0 ? byChat : a.Order.CompareTo(b.Order);
    }

    private sealed class Lane((ChannelKind, string) key)
    {
        public (ChannelKind, string) Key { get; } = key;

        /// <summary>By the platform's number, and where it has none as they were stored.</summary>
        public PriorityQueue<Waiting, (long, long)> Items { get; } = new();
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
