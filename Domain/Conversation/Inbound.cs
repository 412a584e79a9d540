namespace GrantBot.Domain.Conversation;

/// <summary>What came from a person, read from a channel's own format. A closed family.</summary>
public abstract record Inbound
{
    private Inbound() { }

    /// <summary>Typed text, commands included ("/start CODE"); a bot name after a command is already removed.</summary>
    public sealed record Text(string Value) : Inbound;

    /// <summary>A press on a button of an earlier message.</summary>
    /// <param name="Token">The token the button carried, made by <see cref="ButtonToken"/>; may be forged.</param>
    /// <param name="Message">The message the button belongs to, where the channel can edit it; else null.</param>
    public sealed record Press(string Token, MessageRef? Message) : Inbound;

    /// <summary>A shared contact card.</summary>
    /// <param name="Phone">The number as the channel gave it, plus sign or not.</param>
    /// <param name="Own">The channel vouches that it is the sender's own number.</param>
    public sealed record Contact(string Phone, bool Own) : Inbound;

    /// <summary>A photo, document, voice or other file. The content stays with the channel until somebody needs it.</summary>
    /// <param name="Handle">The channel's own id of the file.</param>
    /// <param name="Name">The file's name, if the channel tells.</param>
    /// <param name="MediaType">MIME type, if the channel tells.</param>
    /// <param name="Bytes">Size, if the channel tells.</param>
    /// <param name="Caption">Text sent with it.</param>
    public sealed record File(string Handle, string? Name, string? MediaType, long? Bytes, string? Caption) : Inbound;

    /// <summary>A place the person shared, in degrees (WGS 84).</summary>
    public sealed record Location(double Latitude, double Longitude) : Inbound;

    /// <summary>The person blocked the bot: nothing can be sent until they return.</summary>
    public sealed record Left : Inbound;

    /// <summary>The person unblocked the bot.</summary>
    public sealed record Returned : Inbound;

    /// <summary>An earlier message of theirs has other words now.</summary>
    /// <param name="Message">The channel's id of that message.</param>
    /// <param name="Value">All its words, or the caption of its file.</param>
    public sealed record Edited(string Message, string Value) : Inbound;

    /// <summary>An earlier message of theirs was deleted. Telegram tells bots nothing of it.</summary>
    /// <param name="Message">The channel's id of that message.</param>
    public sealed record Removed(string Message) : Inbound;

    /// <summary>The group has another address from now on (Telegram makes a supergroup of it).</summary>
    /// <param name="To">The new address.</param>
    public sealed record Moved(ChatAddress To) : Inbound;

    /// <summary>Something the program itself has to tell the chat.</summary>
    public sealed record Told(Notice Notice) : Inbound;

    /// <summary>Something the bot has no use for (a sticker, a poll, a reaction, a broken payload).</summary>
    /// <param name="What">The platform's word for it, for the log; never the person's text.</param>
    public sealed record Unsupported(string What) : Inbound;
}

/// <summary>An earlier message of the bot that its channel can still edit.</summary>
/// <param name="Id">The channel's own message id.</param>
/// <param name="Text">Its plain text, as the channel showed it; null when the channel did not say.</param>
public sealed record MessageRef(string Id, string? Text);

/// <summary>One thing a person did, with where and when.</summary>
/// <param name="From">The chat's address; the same for every message of that chat.</param>
/// <param name="Content">What they did.</param>
/// <param name="At">When, by the platform's clock.</param>
public sealed record Delivery(ChatAddress From, Inbound Content, DateTimeOffset At)
{
    /// <summary>Further addresses the platform gives for the same person (a WhatsApp phone beside a business-scoped id).</summary>
    public IReadOnlyList<ChatAddress> Aliases { get; init; } = [];

    /// <summary>The channel's id of what they sent, by which they may correct it or take it back; null where there is none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The channel's id of the message it answers to, the bot's or their own; null = none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>It was said in a group; null = in a chat of two.</summary>
    public GroupAct? Group { get; init; }

    /// <summary>Language of the person's client, such as "kk"; a hint only.</summary>
    public string? ClientLanguage { get; init; }

    /// <summary>A phone number the platform itself vouches for (WhatsApp's sender), as E.164 with plus; else null.</summary>
    public string? VerifiedPhone { get; init; }
}
