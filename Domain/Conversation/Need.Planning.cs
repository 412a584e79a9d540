using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.Organising.Experts;
using GrantBot.Domain.Organising.Publicity;
using GrantBot.Domain.Organising.Venues;
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

    /// <summary>The venues by the Kazakh alphabet.</summary>
    public sealed record Venues : Need, IFor<IReadOnlyList<KnownVenue>>;

    /// <summary>The grant projects, the latest first.</summary>
    public sealed record Projects : Need, IFor<IReadOnlyList<Programme.GrantProject>>;

    /// <summary>What became of a project so far.</summary>
    public sealed record ProjectCountsOf(string Project) : Need, IFor<Programme.ProjectCounts>;

    /// <summary>Judges and experts of an event by the Kazakh alphabet.</summary>
    public sealed record Experts(EventId Event) : Need, IFor<IReadOnlyList<KnownExpert>>;

    /// <summary>How many other events a judge or an expert comes to.</summary>
    public sealed record ExpertElsewhere(EventId Event, PersonId Who) : Need, IFor<int>;

    /// <summary>How many judges and experts each event has.</summary>
    public sealed record ExpertCounts : Need, IFor<IReadOnlyDictionary<EventId, int>>;
}
