using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Indicators.Breakdowns;

/// <summary>Where people registered (байланыс тетігі): the proof that each channel works.</summary>
public sealed class ByChannel : Breakdown
{
    /// <inheritdoc/>
    public override string Key => "channel";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Codes { get; } = ["telegram", "whatsapp", "web", NotStated];

    /// <inheritdoc/>
    public override string CodeOf(RegistrationCodes person) => Code(person.Channel);

    /// <summary>The code of a channel.</summary>
    public static string Code(ChannelKind channel) => channel switch
    {
        ChannelKind.Telegram => "telegram",
        ChannelKind.WhatsApp => "whatsapp",
        ChannelKind.Web => "web",
        _ => NotStated,
    };
}
