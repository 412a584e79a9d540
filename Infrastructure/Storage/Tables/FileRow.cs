using GrantBot.Domain;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A file the bot made or was sent, kept in the database so that one backup holds everything.</summary>
internal sealed class FileRow
{
    /// <summary>Random, unguessable.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";
    public string MediaType { get; set; } = "";
    [Personal] public byte[] Content { get; set; } = [];

    /// <summary>The chat it was made for or came from.</summary>
    public ChatId? ChatId { get; set; }

    /// <summary>Whose answer it is, once the form was sent; such a file stays as long as the person.</summary>
    public PersonId? PersonId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Kept until then, whatever else is removed: evidence. Null = as long as <see cref="PersonId"/>, or some days.</summary>
    public DateTimeOffset? KeptUntil { get; set; }
}

/// <summary>One line of a web chat, so that a page that was reloaded or lost its connection can catch up.</summary>
internal sealed class WebMessageRow
{
    public long Id { get; set; }
    public ChatId ChatId { get; set; }

    /// <summary>True for the bot's lines, false for the person's.</summary>
    public bool FromBot { get; set; }

    /// <summary>The line as JSON, as the page shows it.</summary>
    [Personal] public string Payload { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
