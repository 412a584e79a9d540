using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A message of staff to many people.</summary>
internal sealed class BroadcastRow
{
    public BroadcastId Id { get; set; }

    /// <summary>A <see cref="BroadcastAudience"/> as JSON.</summary>
    public string Audience { get; set; } = "";

    /// <summary>A <see cref="BroadcastContent"/> as JSON: words of staff to everybody, no personal data.</summary>
    public string Content { get; set; } = "";

    public BroadcastStatus Status { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>When the last of them was written to, or it was stopped.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Its people are written down.</summary>
    public bool Written { get; set; }

    /// <summary>The results of its people stand in their own rows: messages are kept for a month only.</summary>
    public bool Settled { get; set; }

    /// <summary>The staff chat it was written in.</summary>
    public ChatId? MadeBy { get; set; }
}

/// <summary>Somebody a message is for: that they are, in which chat, and what became of it.</summary>
internal sealed class BroadcastPersonRow
{
    public BroadcastId BroadcastId { get; set; }

    /// <summary>Their place among its people, from 1.</summary>
    public int Place { get; set; }

    /// <summary>Who; once in a message.</summary>
    [Personal] public PersonId? PersonId { get; set; }

    /// <summary>The chat that gets it; once in a message. Null = none does.</summary>
    [Personal] public ChatId? ChatId { get; set; }

    public ChannelKind? Channel { get; set; }

    /// <summary>The chat was told, or is about to be: it will not be told again.</summary>
    public bool Told { get; set; }

    /// <summary>Why they are not told; <see cref="BroadcastResult.Waiting"/> for those who are, until the outbox is cleared.</summary>
    public BroadcastResult Result { get; set; }
}
