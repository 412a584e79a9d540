using GrantBot.Domain;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>One reply on its way to a chat. Its content is cleared once the platform has taken it.</summary>
internal sealed class OutboxRow
{
    public long Id { get; set; }
    public ChatId ChatId { get; set; }

    /// <summary>The reply as JSON.</summary>
    [Personal] public string? Payload { get; set; }

    public string Language { get; set; } = "";
    public OutboxState State { get; set; }

    /// <summary>What it is counted under, such as the reminders of an event; null = nothing.</summary>
    public string? Topic { get; set; }

    /// <summary>Bulk waits for replies.</summary>
    public bool Bulk { get; set; }

    public int Attempts { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The platform's message id, by which receipts find the row.</summary>
    [Personal] public string? MessageId { get; set; }

    /// <summary>Highest receipt so far: 1 sent, 2 delivered, 3 read, 9 failed.</summary>
    public int Receipt { get; set; }

    /// <summary>The platform's words for a refusal; they name no person.</summary>
    public string? Error { get; set; }
}

internal enum OutboxState { Waiting = 0, Sent = 1, Refused = 2, Blocked = 3, WindowClosed = 4, Held = 5 }
