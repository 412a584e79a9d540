using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>One thing a platform delivered, kept until it has been answered. A second delivery of the same id is a no-op.</summary>
internal sealed class InboxRow
{
    public long Id { get; set; }
    public ChannelKind Channel { get; set; }
    public string ExternalId { get; set; } = "";
    [Personal] public string ChatKey { get; set; } = "";

    /// <summary>The platform's sequence number, 0 where it has none.</summary>
    public long Order { get; set; }

    /// <summary>The raw item; cleared as soon as it is answered, kept when it is parked for staff.</summary>
    [Personal] public byte[]? Payload { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public InboxState State { get; set; }

    /// <summary>Type of the exception and where it was thrown; never its message.</summary>
    public string? Error { get; set; }
}

internal enum InboxState { Waiting = 0, Done = 1, Parked = 2 }
