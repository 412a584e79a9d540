using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>A chat as the bot's side of it: a person's or a group's. Safe for use by several threads.</summary>
internal abstract class Room(long id, TelegramEmulator telegram)
{
    private readonly Dictionary<int, BotMessage> messages = [];
    private readonly Dictionary<int, DateTimeOffset> times = [];
    private readonly List<int> removed = [];
    private readonly List<BotMessage> shown = [];

    protected static readonly TimeSpan Day = TimeSpan.FromHours(24);

    protected Lock Gate { get; } = new();

    public long Id => id;

    public RateLimit Limit { get; } = new(telegram.Options.ChatPerSecond, telegram.Options.ChatBurst, telegram.Options.Time);

    /// <summary>The bot sent or edited a message. Called after the bot has its answer.</summary>
    public Action<BotMessage>? Heard { get; set; }

    /// <summary>Everything the bot wrote, as it stands now, oldest first.</summary>
    public IReadOnlyList<BotMessage> Chat
    {
        get { lock (Gate) return [.. messages.Values.OrderBy(m => m.MessageId)]; }
    }

    /// <summary>Messages the bot took away.</summary>
    public IReadOnlyList<int> Removed { get { lock (Gate) return [.. removed]; } }

    /// <summary>What the bot sent and edited, in that order, but for the first so many.</summary>
    public IReadOnlyList<BotMessage> ShownAfter(int count)
    {
        lock (Gate) return shown[count..];
    }

    /// <summary>Refuses what the bot may not do here.</summary>
    /// <exception cref="ApiError">It may not write.</exception>
    internal abstract void Admit(CallParameters call);

    internal abstract void WriteChat(Utf8JsonWriter writer);

    /// <summary>Whether the bot may take away what others wrote.</summary>
    protected abstract bool MayRemoveOthers { get; }

    internal BotMessage? Find(int messageId)
    {
        lock (Gate) return messages.GetValueOrDefault(messageId);
    }

    /// <summary>A message somebody else sent.</summary>
    internal int Take()
    {
        var message = telegram.NextMessageId();
        lock (Gate) times[message] = telegram.Options.Time.GetUtcNow();
        return message;
    }

    /// <summary>Whether a message is there, whoever sent it.</summary>
    internal bool Holds(long messageId)
    {
        lock (Gate) return messageId is > 0 and <= int.MaxValue && times.ContainsKey((int)messageId);
    }

    internal void Show(BotMessage message)
    {
        lock (Gate)
        {
            messages[message.MessageId] = message;
            times.TryAdd(message.MessageId, telegram.Options.Time.GetUtcNow());
            shown.Add(message);
        }
    }

    /// <summary>A message of the last 48 hours goes.</summary>
    internal void Remove(int messageId)
    {
        lock (Gate)
        {
            if (!times.TryGetValue(messageId, out var at)) throw ApiError.Bad("message to delete not found");
            if (telegram.Options.Time.GetUtcNow() - at > 2 * Day || (!MayRemoveOthers && !messages.ContainsKey(messageId))) throw ApiError.Bad("message can't be deleted for everyone");
            times.Remove(messageId);
            messages.Remove(messageId);
            removed.Add(messageId);
        }
    }

    internal void Hear(BotMessage message) => Heard?.Invoke(message);
}
