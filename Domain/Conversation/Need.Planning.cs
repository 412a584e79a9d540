using GrantBot.Domain.Registration.Sources;

namespace GrantBot.Domain.Conversation;

/// <summary>What turns have to know about how events go.</summary>
public abstract partial record Need
{
    /// <summary>Whether staff made a link of an event for a source.</summary>
    public sealed record HasSource(EventId Event, string Source) : Need, IFor<bool>;

    /// <summary>The sources of an event, and how many came by each.</summary>
    public sealed record Sources(EventId Event) : Need, IFor<EventSources>;
}
