using GrantBot.Domain;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>One conversation: where it stands and whose it is.</summary>
internal sealed class ChatRow
{
    public ChatId Id { get; set; }
    public ChannelKind Channel { get; set; }

    /// <summary>The conversation's state as JSON, answers of an unfinished form included.</summary>
    [Personal] public string State { get; set; } = "";

    /// <summary>The state holds answers of a form that is not finished; the database works it out (<see cref="IEngine.Shape"/>).</summary>
    public bool Unfinished { get; private set; }

    /// <summary>Grows by one with every turn; a turn taken on an older state is taken again.</summary>
    public int Version { get; set; }

    public string Language { get; set; } = "kk";
    [Personal] public PersonId? PersonId { get; set; }

    /// <summary>False after the person blocked the bot.</summary>
    public bool Reachable { get; set; } = true;

    /// <summary>When the person last wrote: WhatsApp's 24-hour window counts from here.</summary>
    public DateTimeOffset LastHeardAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>An address of a chat; WhatsApp may give two for one person.</summary>
internal sealed class ChatAddressRow
{
    public ChannelKind Channel { get; set; }
    [Personal] public string Value { get; set; } = "";
    public ChatId ChatId { get; set; }
}
