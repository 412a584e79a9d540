using GrantBot.Domain.Conversation;

namespace GrantBot.Bot.Setup;

/// <summary>Addresses under which people open the bot, for links with a code. What is not set is learnt from the platforms at start.</summary>
internal sealed class BotNames(BotSettings settings)
{
    /// <summary>User name of the Telegram bot, without @.</summary>
    public string? Telegram { get; set; }

    /// <summary>Digits of the WhatsApp number people write to.</summary>
    public string? WhatsApp { get; set; } = settings.WhatsAppNumber is { Length: > 0 } number ? number : null;

    /// <summary>Address of the web chat, without a slash at its end.</summary>
    public string? Web { get; set; }

    /// <summary>A link to a page of the program; null before it has started.</summary>
    public string? Page(string path) => Web is { } web ? $"{web}/{path}" : null;

    /// <summary>A link that opens the bot on a channel with a code; null where the address is not known.</summary>
    public string? Link(ChannelKind channel, string code) => channel switch
    {
        ChannelKind.Telegram when Telegram is { } name => $"https://t.me/{name}?start={code}",
        ChannelKind.WhatsApp when WhatsApp is { } number => $"https://wa.me/{number}?text={Uri.EscapeDataString("/start " + code)}",
        ChannelKind.Web when Web is { } web => $"{web}/#{code}",
        _ => null,
    };

    /// <summary>The links with a code that are passed on, one for each channel people are reached on. The web chat is one of them where it has a public address, or is the only channel.</summary>
    public IReadOnlyList<ChannelLink> Links(string code) =>
        [.. Enum.GetValues<ChannelKind>().Where(IsOffered).Select(c => (Channel: c, Url: Link(c, code))).Where(l => l.Url is not null).Select(l => new ChannelLink(l.Channel, l.Url!))];

    private bool IsOffered(ChannelKind channel) => channel switch
    {
        ChannelKind.Telegram => settings.Telegram is not null,
        ChannelKind.WhatsApp => settings.WhatsApp is not null,
        _ => settings.WebChat && (!settings.HasMessenger || (settings.PublicUrl is { } url && !new Uri(url).IsLoopback)),
    };
}
