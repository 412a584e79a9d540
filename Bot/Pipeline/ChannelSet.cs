using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;

namespace GrantBot.Bot.Pipeline;

/// <summary>The channels of this deployment.</summary>
internal sealed class ChannelSet(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<ChannelKind, IChannel> byKind = channels.ToDictionary(c => c.Traits.Channel);

    /// <summary>A channel by kind.</summary>
    /// <exception cref="InvalidOperationException">It is not configured (any more).</exception>
    public IChannel Of(ChannelKind kind) => Find(kind) ?? throw new InvalidOperationException($"Channel {kind} is not configured");

    /// <summary>A channel by kind; null when it is not configured.</summary>
    public IChannel? Find(ChannelKind kind) => byKind.GetValueOrDefault(kind);
}
