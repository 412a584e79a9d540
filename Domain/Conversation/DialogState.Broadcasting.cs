using System.Text.Json.Serialization;
using GrantBot.Domain.Organising.Broadcasts;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff write to many people.</summary>
[JsonDerivedType(typeof(BroadcastList), "broadcasts")]
[JsonDerivedType(typeof(BroadcastCard), "broadcast")]
[JsonDerivedType(typeof(BroadcastMaking), "broadcastmake")]
[JsonDerivedType(typeof(BroadcastResuming), "broadcastresume")]
public abstract partial record DialogState
{
    /// <summary>All messages, and a new one.</summary>
    public sealed record BroadcastList : DialogState;

    /// <summary>How a message goes.</summary>
    /// <param name="Broadcast">Which.</param>
    /// <param name="Stopping">Whether it is really stopped is asked.</param>
    public sealed record BroadcastCard(BroadcastId Broadcast, bool Stopping = false) : DialogState;

    /// <summary>A new message.</summary>
    /// <param name="Step">What is asked.</param>
    /// <param name="Draft">What is written so far.</param>
    public sealed record BroadcastMaking(BroadcastStep Step, BroadcastDraft Draft) : DialogState;

    /// <summary>Whether they go on with the message that was begun.</summary>
    /// <param name="Anew">The other one, which is begun instead.</param>
    public sealed record BroadcastResuming(BroadcastMaking Anew) : DialogState;
}
