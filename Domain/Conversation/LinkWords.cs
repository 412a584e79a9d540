using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Conversation;

/// <summary>
/// The words of a link that is passed on to people, who may have another messenger than whoever asks for it. Codes are the same on every channel, so each link leads to the
/// same place. They stand on lines of their own in the text they are put into.
/// </summary>
public static class LinkWords
{
    /// <summary>The bare link where people are reached on one channel; with several a line for each and a sentence; null where no address is known.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="code">What stands behind the link, see <see cref="DeepLink"/>.</param>
    /// <param name="several">Key of the sentence that says which of several to take.</param>
    public static string? Of(Script script, string code, string several = "link.any") => script.Context.Links(code) switch
    {
        [] => null,
        [var only] => only.Url,
        var all => string.Join('\n', all.Select(l => $"{Channel(script.Context.Texts, l.Channel, script.Language)}: {l.Url}").Append(script.Text(several))),
    };

    /// <summary>The same; what does it when typed where no address is known.</summary>
    public static string OrCommand(Script script, string code) => Of(script, code) ?? Command(code);

    /// <summary>What opens the same place when it is typed to the bot.</summary>
    public static string Command(string code) => "/start " + code;

    /// <summary>What people call a channel before they are in it, in lines of links and below QR codes.</summary>
    public static string Channel(Texts texts, ChannelKind channel, string language) => texts[channel is ChannelKind.Web ? "link.web" : "channel." + channel.ToString().ToLowerInvariant(), language];
}
