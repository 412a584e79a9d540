using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>What must be known of an update before anybody reads it.</summary>
/// <param name="Id">Its update_id.</param>
/// <param name="Chat">The chat: of its message, else of its sender; null when it concerns none.</param>
/// <param name="Callback">Id of the button press to be answered; null when it is none.</param>
internal readonly record struct UpdateIds(long Id, long? Chat, string? Callback)
{
    /// <summary>Reads the ids without making objects; null when the payload is no update.</summary>
    public static UpdateIds? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return ReadUpdate(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static UpdateIds? ReadUpdate(ReadOnlySpan<byte> json)
    {
        long? id = null, chat = null;
        string? callback = null;
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("update_id"u8))
            {
                reader.Read();
                id = reader.GetInt64();
                continue;
            }
            var isCallback = reader.ValueTextEquals("callback_query"u8);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) { reader.Skip(); continue; }
            var body = ReadBody(ref reader);
            chat ??= body.Chat ?? body.From;
            if (isCallback) callback = body.Id;
        }
        reader.Read(); // anything after the object is an error
        return id is { } known ? new(known, chat, callback) : null;
    }

    /// <summary>Reads a message, a callback query and the like: id, from.id, and chat.id of itself or of its message.</summary>
    private static (string? Id, long? Chat, long? From) ReadBody(ref Utf8JsonReader reader)
    {
        (string? Id, long? Chat, long? From) body = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isChat = reader.ValueTextEquals("chat"u8);
            var isFrom = reader.ValueTextEquals("from"u8);
            var isMessage = reader.ValueTextEquals("message"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String) body.Id = reader.GetString();
            else if (reader.TokenType != JsonTokenType.StartObject) reader.Skip();
            else if (isChat) body.Chat = ReadId(ref reader) ?? body.Chat;
            else if (isFrom) body.From = ReadId(ref reader) ?? body.From;
            else if (isMessage) body.Chat = ReadBody(ref reader).Chat ?? body.Chat;
            else reader.Skip();
        }
        return body;
    }

    private static long? ReadId(ref Utf8JsonReader reader)
    {
        long? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)) id = value;
            else reader.Skip();
        }
        return id;
    }
}
