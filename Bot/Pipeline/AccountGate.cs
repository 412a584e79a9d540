using System.Collections.Concurrent;
using GrantBot.Domain.Conversation;

namespace GrantBot.Bot.Pipeline;

/// <summary>Holds back a whole channel while its platform says that the account sends too much.</summary>
internal sealed class AccountGate(TimeProvider time)
{
    private readonly ConcurrentDictionary<ChannelKind, DateTimeOffset> closedUntil = new();

    /// <summary>Closes the gate for a while.</summary>
    public void Close(ChannelKind channel, TimeSpan after) => closedUntil[channel] = time.GetUtcNow() + after;

    /// <summary>Waits until the gate is open.</summary>
    public async ValueTask PassAsync(ChannelKind channel, CancellationToken cancel)
    {
        while (closedUntil.TryGetValue(channel, out var until) && until - time.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, time, cancel);
    }
}
