using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.Organising.Publicity;
using GrantBot.Domain.Registration.Sources;

namespace GrantBot.Domain.Conversation;

/// <summary>What turns have to know about how events go.</summary>
public abstract partial record Need
{
    /// <summary>Whether staff made a link of an event for a source.</summary>
    public sealed record HasSource(EventId Event, string Source) : Need, IFor<bool>;

    /// <summary>How many in the queue of an event would be offered a seat, a team counting as one, if it had so many; null = unlimited.</summary>
    public sealed record OffersWith(EventId Event, int? Capacity) : Need, IFor<int>;

    /// <summary>The sources of an event, and how many came by each.</summary>
    public sealed record Sources(EventId Event) : Need, IFor<EventSources>;

    /// <summary>What the digest of the time since then counts.</summary>
    public sealed record Digest(DateTimeOffset Since) : Need, IFor<KnownDigest>;

    /// <summary>Numbers of the requests for a human decision that wait for one, the oldest first.</summary>
    public sealed record ReviewsWaiting : Need, IFor<IReadOnlyList<long>>;

    /// <summary>What was published, the latest first.</summary>
    public sealed record Publications : Need, IFor<IReadOnlyList<KnownPublication>>;
}
