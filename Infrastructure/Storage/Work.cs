using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// One thing to write, whole or not at all. The writer puts many into one commit, since a commit costs a wait for the disk
/// and a row does not; one that fails does not spoil the others. A closed family.
/// </summary>
internal abstract class Work
{
    private readonly TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Work() { }

    /// <summary>True once it is durable; false when it lost against a newer state and must be decided again.</summary>
    public Task<bool> Done => done.Task;

    public void Finish(bool written) => done.TrySetResult(written);

    public void Fail(Exception e) => done.TrySetException(e);

    /// <summary>Items from a platform, to be kept until they are answered.</summary>
    public sealed class Receive(IReadOnlyList<InboxEntry> items, DateTimeOffset now) : Work
    {
        public IReadOnlyList<InboxEntry> Items { get; } = items;
        public DateTimeOffset Now { get; } = now;
    }

    /// <summary>Everything one turn changes.</summary>
    public sealed class TakeTurn : Work
    {
        /// <summary>What it answers. Nothing is written when this had come before or could not be stored.</summary>
        public required InboxEntry Entry { get; init; }

        public required ChatId Chat { get; init; }
        public required ChatAddress Address { get; init; }
        public IReadOnlyList<ChatAddress> Aliases { get; init; } = [];

        /// <summary>The version it was decided on; 0 = a new chat.</summary>
        public required int Version { get; init; }

        public required ChatState State { get; init; }
        public required string StateJson { get; init; }

        /// <summary>Replies as JSON, with the chat that gets them.</summary>
        public required IReadOnlyList<OutboxLine> Replies { get; init; }

        public required IReadOnlyList<Fact> Facts { get; init; }
        public required DateTimeOffset Now { get; init; }

        /// <summary>In a group: the chat that whoever acted has with the bot alone, empty when they have none. Null = not in a group.</summary>
        public ChatId? By { get; init; }
    }

    /// <summary>A turn that threw: kept with its payload for staff.</summary>
    public sealed class Park(InboxEntry entry, string error, OutboxLine? apology, DateTimeOffset now) : Work
    {
        public InboxEntry Entry { get; } = entry;
        public string Error { get; } = error;
        public OutboxLine? Apology { get; } = apology;
        public DateTimeOffset Now { get; } = now;
    }

    /// <summary>What became of a sent reply.</summary>
    public sealed class MarkSent(long outboxId, ChatId chat, OutboxState state, string? messageId, string? error, DateTimeOffset now) : Work
    {
        public long OutboxId { get; } = outboxId;
        public ChatId Chat { get; } = chat;
        public OutboxState State { get; } = state;
        public string? MessageId { get; } = messageId;
        public string? Error { get; } = error;
        public DateTimeOffset Now { get; } = now;

        /// <summary>As what its message id is remembered.</summary>
        public SentAs? As { get; init; }
    }

    /// <summary>An item that needs no answer.</summary>
    public sealed class Dismiss(InboxEntry entry) : Work
    {
        public InboxEntry Entry { get; } = entry;
    }

    /// <summary>A platform's receipt for a message of ours; it also answers its inbox row.</summary>
    public sealed class MarkReceipt(InboxEntry entry, Receipt receipt) : Work
    {
        public InboxEntry Entry { get; } = entry;
        public Receipt Receipt { get; } = receipt;
    }

    /// <summary>A line of a web chat; one that begins like a line that is there adds nothing.</summary>
    public sealed class AddLine(ChatId chat, bool fromBot, string start, string json, DateTimeOffset now) : Work
    {
        public ChatId Chat { get; } = chat;
        public bool FromBot { get; } = fromBot;
        public string Start { get; } = start;
        public string Json { get; } = json;
        public DateTimeOffset Now { get; } = now;

        /// <summary>Row id of the line, set by the writer.</summary>
        public long Id { get; set; }

        /// <summary>It was not there before, set by the writer.</summary>
        public bool IsNew { get; set; }
    }

    /// <summary>Something background work writes through EF, with replies that leave after the commit.</summary>
    public sealed class Background(Action<GrantBotDb> write) : Work
    {
        public Action<GrantBotDb> Write { get; } = write;
        public List<OutboxLine> Replies { get; } = [];
        public DateTimeOffset Now { get; init; }
    }
}

/// <summary>An item on its way through: stored by the writer, answered by a turn.</summary>
internal sealed class InboxEntry(InboxItem item, long id = 0)
{
    public InboxItem Item { get; } = item;

    /// <summary>A stored item that waits for its turn.</summary>
    public static InboxEntry Of(InboxRow row) => new(new(row.Channel, row.ExternalId, row.ChatKey, row.Order, row.Payload), row.Id);

    /// <summary>Row id, set by the writer; 0 while it is not stored, and for good when it had come before.</summary>
    public long Id { get; set; } = id;

    /// <summary>The chat whose order it keeps.</summary>
    public (ChannelKind, string) Key => (Item.Channel, Item.ChatKey);
}

/// <summary>One reply to be stored and sent.</summary>
internal sealed class OutboxLine
{
    public required ChatId Chat { get; init; }
    public required string Json { get; init; }
    public required Reply Reply { get; init; }
    public required string Language { get; init; }
    public bool Bulk { get; init; }

    /// <summary>What it is counted under.</summary>
    public string? Topic { get; init; }

    /// <summary>Row id, set by the writer.</summary>
    public long Id { get; set; }
}
