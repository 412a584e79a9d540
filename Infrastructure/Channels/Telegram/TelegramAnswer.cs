using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>What the Bot API said to a call, no more of it than somebody needs.</summary>
/// <param name="Code">200 when the call was carried out, 0 when no answer came, else the API's error_code.</param>
/// <param name="Description">The API's words on an error, or the kind of network fault.</param>
/// <param name="RetryAfter">Seconds to wait, with code 429.</param>
/// <param name="MessageId">Id of the message made or changed, where the result is one.</param>
internal readonly record struct TelegramAnswer(int Code, string? Description, int? RetryAfter, long? MessageId)
{
    /// <summary>The group is a supergroup by now: the call is to be made there.</summary>
    public long? MovedTo { get; init; }

    /// <summary>Of an upload: the id by which the file can be sent again.</summary>
    public string? FileId { get; init; }

    /// <summary>The call was carried out.</summary>
    public bool Ok => Code == 200;

    /// <summary>No answer: <paramref name="why"/> names the fault without any address.</summary>
    public static TelegramAnswer None(string why) => new(0, why, null, null);

    /// <summary>Reads the envelope; stops as soon as success and the message id are known. Anything but an envelope is a fault of what lies between.</summary>
    public static TelegramAnswer Read(ReadOnlySpan<byte> json, int httpStatus)
    {
        try
        {
            return ReadEnvelope(json) ?? None($"HTTP {httpStatus} without an answer");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return None($"HTTP {httpStatus} with an unreadable answer");
        }
    }

    private static TelegramAnswer? ReadEnvelope(ReadOnlySpan<byte> json)
    {
        bool? ok = null;
        int code = 0;
        int? retryAfter = null;
        long? messageId = null, movedTo = null;
        string? description = null;
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("ok"u8)) { reader.Read(); ok = reader.GetBoolean(); }
            else if (reader.ValueTextEquals("error_code"u8)) { reader.Read(); code = reader.GetInt32(); }
            else if (reader.ValueTextEquals("description"u8)) { reader.Read(); description = reader.GetString(); }
            else if (reader.ValueTextEquals("parameters"u8)) { reader.Read(); (var wait, movedTo) = FindNumbers(ref reader, "retry_after"u8, "migrate_to_chat_id"u8, stop: false); retryAfter = (int?)wait; }
            else if (reader.ValueTextEquals("result"u8))
            {
                reader.Read();
                (messageId, var topic) = FindNumbers(ref reader, "message_id"u8, "message_thread_id"u8, stop: ok == true);
                messageId ??= topic; // a topic that was made
                if (ok == true && messageId is not null) break;
            }
            else reader.Skip();
        }
        return ok switch
        {
            true => new(200, description, retryAfter, messageId),
            false => new(code, description, retryAfter, null) { MovedTo = movedTo },
            null => null,
        };
    }

    /// <summary>The numbers under two names of the object the reader stands on. Reads the object to its end unless told to stop at the first name.</summary>
    private static (long? First, long? Other) FindNumbers(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<byte> otherName, bool stop)
    {
        if (reader.TokenType != JsonTokenType.StartObject) { reader.Skip(); return default; }
        (long? First, long? Other) found = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                reader.Read();
                found.First = reader.GetInt64();
                if (stop) return found;
            }
            else if (reader.ValueTextEquals(otherName))
            {
                reader.Read();
                found.Other = reader.GetInt64();
            }
            else reader.Skip();
        }
        return found;
    }
}
