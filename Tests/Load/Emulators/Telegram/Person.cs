using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>How a person stands to the bot.</summary>
internal enum Standing { NeverWrote, Talks, Blocked, Deactivated, CannotBeWrittenFirst }

/// <summary>A person with a private chat. Safe for use by several threads.</summary>
internal sealed class Person(long id, string firstName, string languageCode, TelegramEmulator telegram)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<int, BotMessage> messages = [];
    private readonly List<int> removed = [];
    private readonly List<BotMessage> shown = [];
    private readonly Dictionary<int, DateTimeOffset> times = [];

    public long Id => id;
    public string FirstName => firstName;
    public string LanguageCode => languageCode;

    /// <summary>May be set to make the bot's messages fail.</summary>
    public Standing Standing { get; set; }

    public RateLimit Limit { get; } = new(telegram.Options.ChatPerSecond, telegram.Options.ChatBurst, telegram.Options.Time);

    /// <summary>The bot sent or edited a message. Called after the bot has its answer.</summary>
    public Action<BotMessage>? Heard { get; set; }

    /// <summary>Everything the bot wrote, as it stands now, oldest first.</summary>
    public IReadOnlyList<BotMessage> Chat
    {
        get { lock (gate) return [.. messages.Values.OrderBy(m => m.MessageId)]; }
    }

    /// <summary>What the bot sent and edited, in that order, but for the first so many.</summary>
    public IReadOnlyList<BotMessage> ShownAfter(int count)
    {
        lock (gate) return shown[count..];
    }

    /// <summary>Id of the message they sent last.</summary>
    public int LastMessage { get; private set; }

    public long SendText(string text) => Send(w => w.WriteString("text", text));

    /// <summary>Answers to a message of the chat, theirs or the bot's.</summary>
    public long SendReply(string text, int to) => Send(w =>
    {
        w.WriteStartObject("reply_to_message");
        w.WriteNumber("message_id", to);
        Sender(w);
        w.WriteEndObject();
        w.WriteString("text", text);
    });

    /// <summary>Gives a message of theirs other words; its date stays.</summary>
    public long EditText(int message, string text) => telegram.Feed.Add("edited_message", id, Day, w =>
    {
        w.WriteStartObject();
        w.WriteNumber("message_id", message);
        Sender(w);
        w.WriteNumber("edit_date", telegram.Options.Time.GetUtcNow().ToUnixTimeSeconds());
        w.WriteString("text", text);
        w.WriteEndObject();
    });

    public long ShareContact(string phone, bool own = true) => Send(w =>
    {
        w.WriteStartObject("contact");
        w.WriteString("phone_number", phone);
        w.WriteString("first_name", own ? firstName : "Біреу");
        if (own) w.WriteNumber("user_id", id);
        w.WriteEndObject();
    });

    public long ShareLocation(double latitude, double longitude) => Send(w =>
    {
        w.WriteStartObject("location");
        w.WriteNumber("latitude", latitude);
        w.WriteNumber("longitude", longitude);
        w.WriteEndObject();
    });

    /// <summary>Sends a document that the bot may fetch with getFile.</summary>
    public long SendDocument(string name, string mediaType, byte[] content) => Send(w =>
    {
        w.WriteStartObject("document");
        w.WriteString("file_id", telegram.Keep(name, content));
        w.WriteString("file_unique_id", "u" + name);
        w.WriteString("file_name", name);
        w.WriteString("mime_type", mediaType);
        w.WriteNumber("file_size", content.Length);
        w.WriteEndObject();
    });

    /// <summary>Sends a message whose kind the callback writes (a sticker, a location).</summary>
    public long Send(Action<Utf8JsonWriter> content)
    {
        if (Standing == Standing.NeverWrote) Standing = Standing.Talks;
        var message = LastMessage = telegram.NextMessageId();
        lock (gate) times[message] = telegram.Options.Time.GetUtcNow();
        return telegram.Feed.Add("message", id, Day, w =>
        {
            w.WriteStartObject();
            w.WriteNumber("message_id", message);
            Sender(w);
            content(w);
            w.WriteEndObject();
        });
    }

    /// <summary>Presses a button, at the moment or later, of a message the bot sent or of none; the token may be forged.</summary>
    public long Press(int messageId, string token)
    {
        BotMessage? message;
        lock (gate) messages.TryGetValue(messageId, out message);
        var query = telegram.OpenPress();
        return telegram.Feed.Add("callback_query", id + 3 * (1L << 33), telegram.Options.PressLifetime, w =>
        {
            w.WriteStartObject();
            w.WriteString("id", query);
            w.WritePropertyName("from");
            TelegramWriter.User(w, this);
            w.WritePropertyName("message");
            if (message is null) Inaccessible(w, messageId);
            else TelegramWriter.Message(w, message, this, telegram.Options);
            w.WriteString("chat_instance", "1");
            w.WriteString("data", token);
            w.WriteEndObject();
        });
    }

    /// <summary>Presses the newest button with this label.</summary>
    /// <exception cref="InvalidOperationException">The chat shows none.</exception>
    public long Press(string label)
    {
        foreach (var message in Chat.Reverse())
            if (message.Buttons.FirstOrDefault(b => b.Text == label) is { } button) return Press(message.MessageId, button.Token);
        throw new InvalidOperationException($"The chat shows no button \"{label}\"");
    }

    public long Block()
    {
        Standing = Standing.Blocked;
        return Membership("kicked");
    }

    public long Unblock()
    {
        Standing = Standing.Talks;
        return Membership("member");
    }

    internal BotMessage? Find(int messageId)
    {
        lock (gate) return messages.GetValueOrDefault(messageId);
    }

    internal void Show(BotMessage message)
    {
        lock (gate)
        {
            messages[message.MessageId] = message;
            times.TryAdd(message.MessageId, telegram.Options.Time.GetUtcNow());
            shown.Add(message);
        }
    }

    /// <summary>A message of the last 48 hours goes, whoever sent it.</summary>
    internal void Remove(int messageId)
    {
        lock (gate)
        {
            if (!times.TryGetValue(messageId, out var at)) throw ApiError.Bad("message to delete not found");
            if (telegram.Options.Time.GetUtcNow() - at > 2 * Day) throw ApiError.Bad("message can't be deleted for everyone");
            times.Remove(messageId);
            messages.Remove(messageId);
            removed.Add(messageId);
        }
    }

    /// <summary>Messages the bot took away.</summary>
    public IReadOnlyList<int> Removed { get { lock (gate) return [.. removed]; } }

    internal void Hear(BotMessage message) => Heard?.Invoke(message);

    private void Sender(Utf8JsonWriter w)
    {
        w.WritePropertyName("from");
        TelegramWriter.User(w, this);
        w.WritePropertyName("chat");
        TelegramWriter.Chat(w, this);
        w.WriteNumber("date", telegram.Options.Time.GetUtcNow().ToUnixTimeSeconds());
    }

    private void Inaccessible(Utf8JsonWriter w, int messageId)
    {
        w.WriteStartObject();
        w.WritePropertyName("chat");
        TelegramWriter.Chat(w, this);
        w.WriteNumber("message_id", messageId);
        w.WriteNumber("date", 0);
        w.WriteEndObject();
    }

    private long Membership(string status) => telegram.Feed.Add("my_chat_member", id + 5 * (1L << 33), Day, w =>
    {
        w.WriteStartObject();
        Sender(w);
        w.WriteStartObject("new_chat_member");
        w.WriteString("status", status);
        w.WriteEndObject();
        w.WriteEndObject();
    });
}
