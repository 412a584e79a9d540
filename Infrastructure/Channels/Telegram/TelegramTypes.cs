using System.Text.Json;

namespace GrantBot.Infrastructure.Channels.Telegram;

// What we read of the Bot API's types, by its own names. Everything else is ignored, so that new fields and new kinds of updates do no harm.

internal sealed record Update
{
    public Message? Message { get; init; }
    public Message? EditedMessage { get; init; }
    public CallbackQuery? CallbackQuery { get; init; }
    public ChatMemberUpdated? MyChatMember { get; init; }
}

internal sealed record Message
{
    public long MessageId { get; init; }
    public User? From { get; init; }
    public Chat? Chat { get; init; }

    /// <summary>Seconds since 1970; 0 marks an inaccessible message.</summary>
    public long Date { get; init; }
    public long? MessageThreadId { get; init; }
    public bool IsTopicMessage { get; init; }

    /// <summary>The group became the supergroup with this id.</summary>
    public long? MigrateToChatId { get; init; }
    public Message? ReplyToMessage { get; init; }
    public string? Text { get; init; }
    public string? Caption { get; init; }
    public Contact? Contact { get; init; }
    public Location? Location { get; init; }
    public IReadOnlyList<Attachment>? Photo { get; init; }
    public Attachment? Document { get; init; }
    public Attachment? Voice { get; init; }
    public Attachment? Video { get; init; }
    public Attachment? Audio { get; init; }
}

internal sealed record CallbackQuery
{
    public string? Id { get; init; }
    public User? From { get; init; }
    public Message? Message { get; init; }
    public string? Data { get; init; }
}

internal sealed record ChatMemberUpdated
{
    public User? From { get; init; }
    public Chat? Chat { get; init; }
    public long Date { get; init; }
    public ChatMember? NewChatMember { get; init; }
}

internal sealed record ChatMember
{
    public string? Status { get; init; }
}

internal sealed record Chat
{
    public long Id { get; init; }
    public string? Type { get; init; }
    public bool IsForum { get; init; }
}

internal sealed record User
{
    public long Id { get; init; }
    public bool IsBot { get; init; }
    public string? Username { get; init; }
    public string? LanguageCode { get; init; }
}

internal sealed record Contact
{
    public string? PhoneNumber { get; init; }
    public long? UserId { get; init; }
}

/// <summary>A place in degrees; a venue carries one too.</summary>
internal sealed record Location
{
    public double Latitude { get; init; }
    public double Longitude { get; init; }
}

/// <summary>What PhotoSize, Document, Voice, Video and Audio have in common.</summary>
internal sealed record Attachment
{
    public string? FileId { get; init; }
    public string? FileName { get; init; }
    public string? MimeType { get; init; }
    public long? FileSize { get; init; }
}

/// <summary>The answer of getFile. The path is part of an address that holds the token: never log it.</summary>
internal sealed record FilePath
{
    [System.Text.Json.Serialization.JsonPropertyName("file_path")]
    public string? Path { get; init; }
}

/// <summary>The envelope of answers whose result is wanted whole.</summary>
internal sealed record Enveloped<T>
{
    public T? Result { get; init; }
}

/// <summary>Of a message with a file: the file as it can be sent again. What Telegram made of it, a video of a document, is sent by other means.</summary>
internal sealed record SentFiles
{
    /// <summary>The sizes of a picture, the largest last.</summary>
    public IReadOnlyList<Attachment>? Photo { get; init; }

    /// <summary>A file of any kind.</summary>
    public Attachment? Document { get; init; }

    /// <summary>The id in an answer; null = there is none.</summary>
    public static string? Read(ReadOnlySpan<byte> answer, bool asPhoto)
    {
        try
        {
            var sent = JsonSerializer.Deserialize(answer, TelegramJson.Default.EnvelopedSentFiles)?.Result;
            return !asPhoto ? sent?.Document?.FileId : sent?.Photo is [.., var largest] ? largest.FileId : null;
        }
        catch (JsonException)
        {
            return null; // it is uploaded again next time
        }
    }
}
