using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Bot.Reactions;

/// <summary>The QR codes of a poster: one for each channel people are reached on, since who sees it may have another messenger than who printed it.</summary>
internal static class PosterCodes
{
    /// <summary>The codes that open the bot with a code of ours; where no address is known that code alone.</summary>
    public static IReadOnlyList<QrMark> Of(Deployment deployment, string code, string language) => deployment.Links(code) switch
    {
        [] => [new(code)],
        [var only] => [new(only.Url)],
        var all => [.. all.Select(l => new QrMark(l.Url, LinkWords.Channel(deployment.Texts, l.Channel, language)))],
    };
}
