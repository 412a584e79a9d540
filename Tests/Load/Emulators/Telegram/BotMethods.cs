using System.Text;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>The methods that send and edit.</summary>
internal sealed class BotMethods(TelegramEmulator telegram)
{
    private const int PhotoLimit = 10 << 20, FileLimit = 50 << 20;

    public BotMessage SendMessage(CallParameters call)
    {
        var text = Formatted(call, "text", 4096, "message is too long");
        if (text.Length == 0) throw ApiError.Bad("message text is empty");
        var room = Reach(call, counts: true);
        return Shown(room, MarkupReader.Apply(Placed(new(room.Id, telegram.NextMessageId(), text, IsEdit: false), call), call));
    }

    public BotMessage SendFile(CallParameters call, string field)
    {
        var caption = Formatted(call, "caption", 1024, "message caption is too long");
        var upload = call.Files.FirstOrDefault(f => f.Field == field);
        if ((upload ?? telegram.Sent(call.Text(field), field)) is not { } file)
            throw ApiError.Bad(call.Text(field) is null ? $"there is no {field} in the request" : "wrong file_id or the file is temporarily unavailable");
        if (file.Content.Length == 0) throw ApiError.Bad("file must be non-empty");
        if (file.Content.Length > (field == "photo" ? PhotoLimit : FileLimit)) throw new ApiError(413, "Request Entity Too Large");
        var room = Reach(call, counts: true);
        if (upload is not null) file = telegram.Sent(upload);
        return Shown(room, MarkupReader.Apply(Placed(new(room.Id, telegram.NextMessageId(), caption, IsEdit: false), call), call) with { File = file });
    }

    public BotMessage EditText(CallParameters call)
    {
        var text = Formatted(call, "text", 4096, "message is too long");
        if (text.Length == 0) throw ApiError.Bad("message text is empty");
        var (person, old) = Earlier(call);
        if (old.File is not null) throw ApiError.Bad("there is no text in the message to edit");
        return Edited(person, old, MarkupReader.Apply(new(person.Id, old.MessageId, text, IsEdit: true) { Topic = old.Topic, Answers = old.Answers }, call));
    }

    public BotMessage EditMarkup(CallParameters call)
    {
        var (person, old) = Earlier(call);
        return Edited(person, old, MarkupReader.Apply(old with { IsEdit = true, Buttons = [] }, call));
    }

    public void Delete(CallParameters call)
    {
        var person = Reach(call, counts: false);
        if (call.Number("message_id") is not { } id) throw ApiError.Bad("message identifier is not specified");
        person.Remove(id is > 0 and <= int.MaxValue ? (int)id : 0);
    }

    public bool ChatAction(CallParameters call)
    {
        Reach(call, counts: false);
        return call.Text("action") is "typing" or "upload_photo" or "upload_document" or "choose_sticker" or "find_location" or "record_video"
            or "upload_video" or "record_voice" or "upload_voice" or "record_video_note" or "upload_video_note"
            ? true : throw ApiError.Bad("wrong parameter action in request");
    }

    /// <summary>The group of chat_id, if the bot may act there.</summary>
    public Group Group(CallParameters call) => Reach(call, counts: false) as Group ?? throw ApiError.Bad("the chat is not a group");

    public void OpenTopic(CallParameters call, System.Text.Json.Utf8JsonWriter result)
    {
        var name = call.Text("name") ?? "";
        result.WriteStartObject();
        result.WriteNumber("message_thread_id", Group(call).Open(name));
        result.WriteString("name", name);
        result.WriteNumber("icon_color", 7322096);
        result.WriteEndObject();
    }

    private static BotMessage Placed(BotMessage message, CallParameters call) => message with
    {
        Topic = (int?)call.Number("message_thread_id"),
        Answers = call.Object("reply_parameters", "can't parse reply parameters JSON object") is { } reply ? reply.GetProperty("message_id").GetInt32() : null,
    };

    /// <summary>The chat of chat_id, if the bot may write.</summary>
    private Room Reach(CallParameters call, bool counts)
    {
        if (call.Text("chat_id") is not { Length: > 0 }) throw ApiError.Bad("chat_id is empty");
        if (call.Number("chat_id") is not { } id || telegram.Room(id) is not { } person) throw ApiError.Bad("chat not found");
        person.Admit(call);
        if (!counts || (person.Limit.TryTake(out var wait) && telegram.Limit.TryTake(out wait))) return person;
        telegram.Options.TooFast?.Invoke(wait);
        throw ApiError.Flood(wait);
    }

    private (Room, BotMessage) Earlier(CallParameters call)
    {
        var person = Reach(call, counts: false);
        if (call.Number("message_id") is not { } id) throw ApiError.Bad("message identifier is not specified");
        if (id is <= 0 or > int.MaxValue || person.Find((int)id) is not { } old) throw ApiError.Bad("message to edit not found");
        return old.Keys.Count == 0 && !old.RemovesKeys ? (person, old) : throw ApiError.Bad("message can't be edited");
    }

    private static BotMessage Edited(Room person, BotMessage old, BotMessage now) => !now.SameAs(old) ? Shown(person, now)
        : throw ApiError.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");

    private static BotMessage Shown(Room person, BotMessage message)
    {
        person.Show(message);
        return message;
    }

    /// <summary>A text after its entities were parsed, trimmed as Telegram does.</summary>
    private static string Formatted(CallParameters call, string name, int limit, string tooLong)
    {
        var text = call.Text(name) ?? "";
        if (Encoding.UTF8.GetByteCount(text) > 32_768) throw ApiError.Bad("text is too long");
        var plain = (call.Text("parse_mode") ?? "").ToUpperInvariant() switch
        {
            "" => text,
            "HTML" => HtmlText.Read(text),
            _ => throw ApiError.Bad("unsupported parse_mode"),
        };
        plain = plain.Trim();
        return plain.Length <= limit || plain.EnumerateRunes().Count() <= limit ? plain : throw ApiError.Bad(tooLong);
    }
}
