namespace GrantBot.Domain.Conversation;

/// <summary>Where a conversation takes place. Reports count people by it.</summary>
public enum ChannelKind
{
    /// <summary>Telegram, through the Bot API.</summary>
    Telegram = 1,

    /// <summary>WhatsApp, through the Cloud API.</summary>
    WhatsApp = 2,

    /// <summary>The bot's own page in a browser.</summary>
    Web = 3,
}

/// <summary>A person's address on a channel: a Telegram chat id, a WhatsApp phone (digits) or business-scoped id, a web chat's random id.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Value">The address as that channel writes it.</param>
public readonly record struct ChatAddress(ChannelKind Channel, string Value);

/// <summary>A link that opens the bot with a code on one channel, to be passed on to people.</summary>
/// <param name="Channel">The channel it leads to.</param>
/// <param name="Url">The link.</param>
public sealed record ChannelLink(ChannelKind Channel, string Url);

/// <summary>What a channel can do that changes the words of the conversation.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="CanRequestContact">A button that shares the person's own, verified phone number exists.</param>
public sealed record ChannelTraits(ChannelKind Channel, bool CanRequestContact)
{
    /// <summary>A message that was sent can still be changed and taken away.</summary>
    public bool CanEdit => Channel is not ChannelKind.WhatsApp;
}
