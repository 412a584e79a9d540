using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels;

/// <summary>
/// A messaging platform. A channel is one folder: a pure decoder, a pure encoder, an API client, options.
/// Everything else (order, storage, retries) belongs to the pipeline.
/// </summary>
public interface IChannel
{
    /// <summary>What the channel can do.</summary>
    ChannelTraits Traits { get; }

    /// <summary>
    /// Splits a verified payload into items that are stored, ordered and answered one by one. Reads ids only.
    /// A payload that cannot be read becomes one item with a hash as its id, so that it is kept for staff.
    /// </summary>
    IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload);

    /// <summary>Reads one stored item. Never throws on content: what cannot be read is <see cref="Inbound.Unsupported"/>.</summary>
    Decoded Decode(ReadOnlyMemory<byte> item);

    /// <summary>Sends one reply, as several platform calls where it must. Outcomes are values; only a cancelled token throws.</summary>
    ValueTask<SendOutcome> SendAsync(Outgoing message, CancellationToken cancel);

    /// <summary>Whether a reply can be said also while a person must write first: WhatsApp has an approved template of its own for it. It need not wait behind what does wait.</summary>
    bool SaysAnyTime(Reply reply, string language) => false;

    /// <summary>Messages to many that the platform takes from the account in a second; 0 = as many as there are.</summary>
    double BulkPerSecond => 0;

    /// <summary>Opens a file a person sent (<see cref="Inbound.File"/>), or null when it is gone or out of reach. Never throws on the platform's answer.</summary>
    ValueTask<Stream?> FetchAsync(string handle, CancellationToken cancel);

    /// <summary>Shows somebody for a few seconds that somebody writes to them, where the channel can. A matter of courtesy: failures are swallowed.</summary>
    /// <param name="to">The chat.</param>
    /// <param name="last">The channel's id of what they said last; null = not known.</param>
    /// <param name="topic">The topic of a group; null = none.</param>
    /// <param name="cancel">Ends it.</param>
    ValueTask ShowTypingAsync(ChatAddress to, string? last, string? topic, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <summary>Marks what somebody said as shown to the other side, where the channel can. Failures are swallowed.</summary>
    /// <param name="to">The chat in which they said it.</param>
    /// <param name="message">The channel's id of it.</param>
    /// <param name="cancel">Ends it.</param>
    ValueTask MarkShownAsync(ChatAddress to, string message, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <summary>Marks what somebody said as read by the other side, where the channel tells that apart from having been shown it.</summary>
    /// <inheritdoc cref="MarkShownAsync"/>
    ValueTask MarkReadAsync(ChatAddress to, string message, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <summary>Shows at once that a person was heard (answerCallbackQuery, read mark and typing). Failures are swallowed and counted.</summary>
    ValueTask AcknowledgeAsync(ReadOnlyMemory<byte> item, CancellationToken cancel);
}

/// <summary>One stored piece of a payload.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="ExternalId">The platform's own id (update_id, wamid); a second delivery of it is a no-op.</param>
/// <param name="ChatKey">Address value of the chat, for ordering; "" when it concerns no chat.</param>
/// <param name="Order">Platform's sequence number where there is one (Telegram's update_id), else 0.</param>
/// <param name="Payload">UTF-8 JSON that <see cref="IChannel.Decode"/> can read by itself.</param>
public sealed record InboxItem(ChannelKind Channel, string ExternalId, string ChatKey, long Order, ReadOnlyMemory<byte> Payload);

/// <summary>What an item holds: a person's act, a receipt for a message of ours, or neither.</summary>
public sealed record Decoded(Delivery? Delivery, Receipt? Receipt);

/// <summary>The platform's word on a message we sent.</summary>
/// <param name="MessageId">The platform's message id.</param>
/// <param name="Kind">How far it came.</param>
/// <param name="Code">The platform's error code, when it failed.</param>
/// <param name="At">When.</param>
public sealed record Receipt(string MessageId, ReceiptKind Kind, int? Code, DateTimeOffset At);

/// <summary>How far a message came; a later one never lowers an earlier one, and failed counts only when not delivered.</summary>
public enum ReceiptKind { Sent = 1, Delivered = 2, Read = 3, Failed = 9 }

/// <summary>One reply on its way out.</summary>
/// <param name="To">The chat.</param>
/// <param name="Reply">What to send.</param>
/// <param name="Language">"kk", "ru" or "en": for templates and fixed words.</param>
/// <param name="LastHeard">When the person last wrote, for WhatsApp's 24-hour window; null when never.</param>
/// <param name="OutboxId">The outbox row, for the platform's callback data and logs.</param>
public sealed record Outgoing(ChatAddress To, Reply Reply, string Language, DateTimeOffset? LastHeard, long OutboxId);

/// <summary>What became of a send. A closed family; the policy for each stands in the sender.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>Taken by the platform.</summary>
    /// <param name="MessageId">The last platform message id, or null when the platform gives none (an edit, an ignored reply).</param>
    public sealed record Sent(string? MessageId) : SendOutcome;

    /// <summary>Not now: try again after the time the platform named.</summary>
    /// <param name="After">How long to wait.</param>
    /// <param name="WholeAccount">True when the limit concerns the account, false when only this chat.</param>
    public sealed record RetryAfter(TimeSpan After, bool WholeAccount) : SendOutcome;

    /// <summary>No answer or a fault of the platform: try again with growing pauses.</summary>
    public sealed record Unreachable(string Why) : SendOutcome;

    /// <summary>The platform will never take this message; it is kept for staff with the platform's words.</summary>
    public sealed record Refused(int Code, string Why) : SendOutcome;

    /// <summary>The person blocked the bot, left, or does not exist: stop writing to the chat.</summary>
    public sealed record Blocked(string Why) : SendOutcome;

    /// <summary>WhatsApp's 24-hour window is closed: the person was asked back by a template, and the reply waits until they write.</summary>
    /// <param name="MessageId">Of the template.</param>
    public sealed record InvitedBack(string? MessageId) : SendOutcome;

    /// <summary>WhatsApp's 24-hour window is closed and no approved template is set for the language.</summary>
    public sealed record WindowClosed : SendOutcome;
}
