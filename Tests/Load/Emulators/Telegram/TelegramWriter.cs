using System.Text.Encodings.Web;
using System.Text.Json;

namespace GrantBot.Load.Emulators.Telegram;

/// <summary>Writes Bot API objects.</summary>
internal static class TelegramWriter
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Bot(Utf8JsonWriter writer, EmulatorOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", long.Parse(options.Token.AsSpan(0, options.Token.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteBoolean("is_bot", true);
        writer.WriteString("first_name", "Emulated");
        writer.WriteString("username", options.BotName);
        writer.WriteEndObject();
    }

    public static void User(Utf8JsonWriter writer, Person person)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", person.Id);
        writer.WriteBoolean("is_bot", false);
        writer.WriteString("first_name", person.FirstName);
        writer.WriteString("language_code", person.LanguageCode);
        writer.WriteEndObject();
    }

    public static void Chat(Utf8JsonWriter writer, Person person)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", person.Id);
        writer.WriteString("first_name", person.FirstName);
        writer.WriteString("type", "private");
        writer.WriteEndObject();
    }

    /// <summary>A message of the bot, as in answers and in callback queries.</summary>
    public static void Message(Utf8JsonWriter writer, BotMessage message, Room room, EmulatorOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("message_id", message.MessageId);
        writer.WritePropertyName("from");
        Bot(writer, options);
        writer.WritePropertyName("chat");
        room.WriteChat(writer);
        if (message.Topic is { } topic) { writer.WriteNumber("message_thread_id", topic); writer.WriteBoolean("is_topic_message", true); }
        writer.WriteNumber("date", options.Time.GetUtcNow().ToUnixTimeSeconds());
        if (message.File is { } file) Document(writer, file);
        if (message.Text.Length > 0) writer.WriteString(message.File is null ? "text" : "caption", message.Text);
        if (message.Buttons.Count > 0) Buttons(writer, message.Buttons);
        writer.WriteEndObject();
    }

    private static void Document(Utf8JsonWriter writer, SentFile file)
    {
        if (file.Field == "photo") writer.WriteStartArray("photo");
        foreach (var id in file.Field == "photo" ? ["small", file.Id] : new[] { file.Id })
        {
            if (file.Field == "photo") writer.WriteStartObject();
            else writer.WriteStartObject(file.Field);
            writer.WriteString("file_id", id);
            writer.WriteString("file_unique_id", "u" + id);
            if (file.Field != "photo") writer.WriteString("file_name", file.Name);
            writer.WriteEndObject();
        }
        if (file.Field == "photo") writer.WriteEndArray();
    }

    private static void Buttons(Utf8JsonWriter writer, IReadOnlyList<InlineButton> buttons)
    {
        writer.WriteStartObject("reply_markup");
        writer.WriteStartArray("inline_keyboard");
        foreach (var button in buttons)
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("text", button.Text);
            writer.WriteString("callback_data", button.Token);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
