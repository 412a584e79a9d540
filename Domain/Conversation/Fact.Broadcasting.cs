using System.Text.Json.Serialization;
using GrantBot.Domain.Organising.Broadcasts;

namespace GrantBot.Domain.Conversation;

/// <summary>Messages to many.</summary>
[JsonDerivedType(typeof(BroadcastMade), nameof(BroadcastMade))]
[JsonDerivedType(typeof(BroadcastOrdered), nameof(BroadcastOrdered))]
[JsonDerivedType(typeof(BroadcastResultsAsked), nameof(BroadcastResultsAsked))]
public abstract partial record Fact
{
    /// <summary>Staff wrote a message and said that it leaves.</summary>
    /// <param name="Broadcast">The new message.</param>
    /// <param name="Audience">Whom it is for.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="StartsAt">When it leaves, never at night.</param>
    public sealed record BroadcastMade(BroadcastId Broadcast, BroadcastAudience Audience, BroadcastContent Content, DateTimeOffset StartsAt) : Fact;

    /// <summary>Staff hold a message, let it go on, or end it.</summary>
    public sealed record BroadcastOrdered(BroadcastId Broadcast, BroadcastOrder Order) : Fact;

    /// <summary>Staff want to know what became of a message for each person.</summary>
    public sealed record BroadcastResultsAsked(BroadcastId Broadcast, string Language) : Fact;
}

/// <summary>What turns about messages to many have to know.</summary>
public abstract partial record Need
{
    /// <summary>A message; null = there is none.</summary>
    public sealed record Broadcast(BroadcastId Id) : Need, IFor<KnownBroadcast?>;

    /// <summary>The newest messages, at most thirty.</summary>
    public sealed record Broadcasts : Need, IFor<IReadOnlyList<KnownBroadcast>>;

    /// <summary>How a message goes.</summary>
    public sealed record BroadcastCountsOf(BroadcastId Id) : Need, IFor<BroadcastCounts>;

    /// <summary>How many people answered each form, by its id; those of registrations that count among them.</summary>
    public sealed record AnsweredForms : Need, IFor<IReadOnlyDictionary<string, int>>;

    /// <summary>How many people picked each choice of a question, by its name.</summary>
    public sealed record ChoiceCounts(string Form, string Question) : Need, IFor<IReadOnlyDictionary<string, int>>;

    /// <summary>Whom a message to these people would reach.</summary>
    public sealed record ReachOf(BroadcastAudience Audience) : Need, IFor<BroadcastReach>;
}

public abstract partial record Notice
{
    /// <summary>The person is among those a message of staff is for.</summary>
    public sealed record Broadcast(BroadcastId Id) : Notice
    {
        /// <inheritdoc/>
        public override string? Topic => TopicOf(Id);

        /// <inheritdoc/>
        public override bool Bulk => true;

        /// <summary>What its messages are counted under.</summary>
        public static string TopicOf(BroadcastId id) => $"broadcast:{id.Value:N}";
    }

    /// <summary>To its author: a message was said to everybody it was for.</summary>
    public sealed record BroadcastDone(BroadcastId Id) : Notice;
}
