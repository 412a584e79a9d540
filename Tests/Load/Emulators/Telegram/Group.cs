using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>
/// A group with the bot in it. Unless it is an administrator it hears commands, answers to it and what Telegram says of the group, no more
/// (platform/telegram.md A10.1).
/// </summary>
internal sealed class Group(long id, TelegramEmulator telegram) : Room(id, telegram)
{
    private readonly TelegramEmulator telegram = telegram;
    private readonly long id = id;
    private readonly Dictionary<int, string> topics = [];
    private readonly HashSet<int> closed = [];
    private long? movedTo;

    /// <summary>It has topics.</summary>
    public bool IsForum { get; set; }

    /// <summary>The bot is an administrator who may manage topics and take messages away.</summary>
    public bool IsAdmin { get; set; } = true;

    /// <summary>The bot is in it.</summary>
    public bool HasBot { get; private set; }

    /// <summary>Names of its topics by id.</summary>
    public IReadOnlyDictionary<int, string> Topics { get { lock (Gate) return new Dictionary<int, string>(topics); } }

    /// <summary>Topics in which nobody but administrators may write.</summary>
    public IReadOnlyCollection<int> Closed { get { lock (Gate) return [.. closed]; } }

    protected override bool MayRemoveOthers => IsAdmin;

    /// <summary>Somebody takes the bot in.</summary>
    public void Add(Person by) { HasBot = true; Membership(by, IsAdmin ? "administrator" : "member"); }

    /// <summary>Somebody throws the bot out.</summary>
    public void Remove(Person by) { HasBot = false; Membership(by, "kicked"); }

    /// <summary>A member writes; gives the message's id.</summary>
    public int Say(Person by, string text, int? topic = null, int? to = null)
    {
        var message = Take();
        if (IsAdmin || text.StartsWith('/') || (to is { } old && Find(old) is not null))
            telegram.Feed.Add("message", id, Day, w => Write(w, by, message, topic, to, () => w.WriteString("text", text)));
        return message;
    }

    /// <summary>A member gives a message of theirs other words.</summary>
    public void Edit(Person by, int message, string text, int? topic = null) => telegram.Feed.Add("edited_message", id, Day, w => Write(w, by, message, topic, null, () =>
    {
        w.WriteNumber("edit_date", telegram.Options.Time.GetUtcNow().ToUnixTimeSeconds());
        w.WriteString("text", text);
    }));

    /// <summary>A member presses the newest button with this label.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void Press(Person by, string label)
    {
        var message = Chat.LastOrDefault(m => m.Buttons.Any(b => b.Text == label)) ?? throw new InvalidOperationException($"The group shows no button \"{label}\"");
        var query = telegram.OpenPress();
        telegram.Feed.Add("callback_query", by.Id + 3 * (1L << 33), telegram.Options.PressLifetime, w =>
        {
            w.WriteStartObject();
            w.WriteString("id", query);
            w.WritePropertyName("from");
            TelegramWriter.User(w, by);
            w.WritePropertyName("message");
            TelegramWriter.Message(w, message, this, telegram.Options);
            w.WriteString("chat_instance", "1");
            w.WriteString("data", message.Buttons.First(b => b.Text == label).Token);
            w.WriteEndObject();
        });
    }

    /// <summary>It becomes a supergroup with another id; calls to the old one are refused with it.</summary>
    public Group Migrate(long to, Person by)
    {
        var next = telegram.Group(to);
        (next.HasBot, next.IsAdmin, next.IsForum, movedTo) = (true, IsAdmin, IsForum, to);
        telegram.Feed.Add("message", id, Day, w => Write(w, by, Take(), null, null, () => w.WriteNumber("migrate_to_chat_id", to)));
        telegram.Feed.Add("message", to, Day, w => next.Write(w, by, next.Take(), null, null, () => w.WriteNumber("migrate_from_chat_id", id)));
        return next;
    }

    internal override void Admit(CallParameters call)
    {
        if (movedTo is { } to) throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigratesTo = to };
        if (!HasBot) throw ApiError.Forbidden("bot was kicked from the supergroup chat");
        if (call.Number("message_thread_id") is { } topic && call.Text("name") is null) lock (Gate)
        {
            if (!IsForum || !topics.ContainsKey((int)topic)) throw ApiError.Bad("message thread not found");
            if (closed.Contains((int)topic) && !IsAdmin) throw ApiError.Bad("TOPIC_CLOSED");
        }
        if (call.Object("reply_parameters", "can't parse reply parameters JSON object") is { } reply && !Holds(reply.GetProperty("message_id").GetInt64()) && !(reply.TryGetProperty("allow_sending_without_reply", out var all) && all.GetBoolean()))
            throw ApiError.Bad("message to be replied not found");
    }

    internal override void WriteChat(Utf8JsonWriter w)
    {
        w.WriteStartObject();
        w.WriteNumber("id", id);
        w.WriteString("title", "Қызметкерлер");
        w.WriteString("type", id < -1_000_000_000_000 ? "supergroup" : "group");
        if (IsForum) w.WriteBoolean("is_forum", true);
        w.WriteEndObject();
    }

    /// <summary>Makes a topic, as createForumTopic does.</summary>
    internal int Open(string name)
    {
        if (!IsForum) throw ApiError.Bad("the chat is not a forum");
        if (!IsAdmin) throw ApiError.Bad("not enough rights to create a topic");
        if (name.Length is 0 or > 128) throw ApiError.Bad("TOPIC_TITLE_INVALID");
        var topic = Take();
        lock (Gate) topics[topic] = name;
        return topic;
    }

    /// <summary>Closes or opens a topic.</summary>
    internal void Shut(long topic, bool shut)
    {
        if (!IsAdmin) throw ApiError.Bad("not enough rights to close or reopen the topic");
        lock (Gate)
        {
            if (!topics.ContainsKey((int)topic)) throw ApiError.Bad("TOPIC_ID_INVALID");
            if (!(shut ? closed.Add((int)topic) : closed.Remove((int)topic))) throw ApiError.Bad("TOPIC_NOT_MODIFIED");
        }
    }

    internal void Leave() => HasBot = false;

    private void Write(Utf8JsonWriter w, Person by, int message, int? topic, int? to, Action content)
    {
        w.WriteStartObject();
        w.WriteNumber("message_id", message);
        if (topic is { } thread) { w.WriteNumber("message_thread_id", thread); w.WriteBoolean("is_topic_message", true); }
        w.WritePropertyName("from");
        TelegramWriter.User(w, by);
        w.WritePropertyName("chat");
        WriteChat(w);
        w.WriteNumber("date", telegram.Options.Time.GetUtcNow().ToUnixTimeSeconds());
        if ((to ?? topic) is { } old) Answered(w, by, old);
        content();
        w.WriteEndObject();
    }

    /// <summary>In a topic a message that answers to none answers to the one that opened it.</summary>
    private void Answered(Utf8JsonWriter w, Person by, int old)
    {
        w.WritePropertyName("reply_to_message");
        if (Find(old) is { } bots) { TelegramWriter.Message(w, bots, this, telegram.Options); return; }
        w.WriteStartObject();
        w.WriteNumber("message_id", old);
        w.WritePropertyName("from");
        if (Topics.ContainsKey(old)) TelegramWriter.Bot(w, telegram.Options);
        else TelegramWriter.User(w, by);
        w.WritePropertyName("chat");
        WriteChat(w);
        w.WriteNumber("date", telegram.Options.Time.GetUtcNow().ToUnixTimeSeconds());
        w.WriteEndObject();
    }

    private void Membership(Person by, string status) => telegram.Feed.Add("my_chat_member", id + 5 * (1L << 33), Day, w =>
    {
        w.WriteStartObject();
        w.WritePropertyName("chat");
        WriteChat(w);
        w.WritePropertyName("from");
        TelegramWriter.User(w, by);
        w.WriteNumber("date", telegram.Options.Time.GetUtcNow().ToUnixTimeSeconds());
        w.WriteStartObject("new_chat_member");
        w.WriteString("status", status);
        w.WriteEndObject();
        w.WriteEndObject();
    });
}
