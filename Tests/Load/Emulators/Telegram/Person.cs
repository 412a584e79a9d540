using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>How a person stands to the bot.</summary>
internal enum Standing { NeverWrote, Talks, Blocked, Deactivated, CannotBeWrittenFirst }

/// <summary>A person with a private chat. Safe for use by several threads.</summary>
internal sealed class Person(long id, string firstName, string languageCode, TelegramEmulator telegram) : Room(id, telegram)
{
    private readonly TelegramEmulator telegram = telegram;
    private readonly long id = id;

    public string FirstName => firstName;
    public string LanguageCode => languageCode;

    /// <summary>May be set to make the bot's messages fail.</summary>
    public Standing Standing { get; set; }

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

    /// <summary>Sends a photo in its two sizes.</summary>
    public long SendPhoto(byte[] content) => Send(w =>
    {
        w.WriteStartArray("photo");
        foreach (var side in (int[])[90, 1280])
        {
            w.WriteStartObject();
            w.WriteString("file_id", telegram.Keep("photo.jpg", content));
            w.WriteString("file_unique_id", $"p{side}");
            w.WriteNumber("width", side);
            w.WriteNumber("height", side);
            w.WriteNumber("file_size", content.Length);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    });

    /// <summary>Sends something of a kind that has a length in time (voice), or none (sticker).</summary>
    public long SendRecording(string kind, byte[] content) => Send(w =>
    {
        w.WriteStartObject(kind);
        w.WriteString("file_id", telegram.Keep(kind, content));
        w.WriteString("file_unique_id", "u1");
        w.WriteNumber("duration", 2);
        w.WriteEndObject();
    });

    /// <summary>Sends a message whose kind the callback writes (a sticker, a location).</summary>
    public long Send(Action<Utf8JsonWriter> content)
    {
        if (Standing == Standing.NeverWrote) Standing = Standing.Talks;
        var message = LastMessage = Take();
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
        var message = Find(messageId);
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

    protected override bool MayRemoveOthers => true;

    internal override void Admit(CallParameters call)
    {
        switch (Standing)
        {
            case Standing.NeverWrote: throw ApiError.Bad("chat not found");
            case Standing.Blocked: throw ApiError.Forbidden("bot was blocked by the user");
            case Standing.Deactivated: throw ApiError.Forbidden("user is deactivated");
            case Standing.CannotBeWrittenFirst: throw ApiError.Forbidden("bot can't initiate conversation with a user");
        }
    }

    internal override void WriteChat(Utf8JsonWriter w) => TelegramWriter.Chat(w, this);

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
