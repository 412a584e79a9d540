using System.Text.Json.Serialization;

namespace GrantBot.Domain.Conversation;

/// <summary>Events: what staff change in them.</summary>
[JsonDerivedType(typeof(EventSet), nameof(EventSet))]
[JsonDerivedType(typeof(EventMoved), nameof(EventMoved))]
[JsonDerivedType(typeof(EventCalledOff), nameof(EventCalledOff))]
[JsonDerivedType(typeof(CapacitySet), nameof(CapacitySet))]
[JsonDerivedType(typeof(RegistrationOpened), nameof(RegistrationOpened))]
[JsonDerivedType(typeof(PlanUndone), nameof(PlanUndone))]
[JsonDerivedType(typeof(SourceAdded), nameof(SourceAdded))]
[JsonDerivedType(typeof(SourceOpened), nameof(SourceOpened))]
[JsonDerivedType(typeof(EventPosterAsked), nameof(EventPosterAsked))]
[JsonDerivedType(typeof(PublicationNoted), nameof(PublicationNoted))]
[JsonDerivedType(typeof(ViewsRead), nameof(ViewsRead))]
[JsonDerivedType(typeof(PublicationRemoved), nameof(PublicationRemoved))]
[JsonDerivedType(typeof(VenueSet), nameof(VenueSet))]
[JsonDerivedType(typeof(VenueRemoved), nameof(VenueRemoved))]
[JsonDerivedType(typeof(ProjectSet), nameof(ProjectSet))]
[JsonDerivedType(typeof(ProjectPutAway), nameof(ProjectPutAway))]
[JsonDerivedType(typeof(ExpertAdded), nameof(ExpertAdded))]
[JsonDerivedType(typeof(ExpertChanged), nameof(ExpertChanged))]
[JsonDerivedType(typeof(ExpertRemoved), nameof(ExpertRemoved))]
[JsonDerivedType(typeof(ExpertErased), nameof(ExpertErased))]
[JsonDerivedType(typeof(ExpertListAsked), nameof(ExpertListAsked))]
public abstract partial record Fact
{
    /// <summary>An event was created, or what was decided about it changed; start and place of one that is there stay.</summary>
    public sealed record EventSet(EventId Event, Programme.EventDraft Draft) : Fact;

    /// <summary>A change of an event that may be taken back for a while (<see cref="Programme.PlanChange"/>).</summary>
    /// <param name="Event">The event.</param>
    public abstract record PlanChanged(EventId Event) : Fact
    {
        /// <summary>By what it may be taken back; null = it cannot, and people are told at once.</summary>
        public Guid? Change { get; init; }
    }

    /// <summary>An event takes place at another time or place. Everybody who holds a seat or waits for one is told.</summary>
    public sealed record EventMoved(EventId Event, DateTimeOffset StartsAt, Programme.Localised Place) : PlanChanged(Event)
    {
        /// <summary>The venue the place is; null = it was typed.</summary>
        public Guid? Venue { get; init; }

        /// <summary>Code of its territory from now on; null = as it was.</summary>
        public string? Territory { get; init; }
    }

    /// <summary>An event does not take place.</summary>
    public sealed record EventCalledOff(EventId Event, string Reason) : PlanChanged(Event);

    /// <summary>The number of seats was changed; null = unlimited. Nobody loses a seat by it.</summary>
    public sealed record CapacitySet(EventId Event, int? Capacity) : PlanChanged(Event);

    /// <summary>Staff opened or closed registration by hand.</summary>
    public sealed record RegistrationOpened(EventId Event, bool Open) : PlanChanged(Event);

    /// <summary>Staff took a change of an event back before anybody was told.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Change">The change.</param>
    /// <param name="Was">What the event is again.</param>
    public sealed record PlanUndone(EventId Event, Guid Change, Programme.EventStanding Was) : Fact;

    /// <summary>Staff made a link of an event for a place where it is put up.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Code">Code of the source, the end of its link.</param>
    /// <param name="Name">What staff call it; never a person.</param>
    public sealed record SourceAdded(EventId Event, string Code, string Name) : Fact;

    /// <summary>A conversation came to an event by the link of a source, the first time by any.</summary>
    public sealed record SourceOpened(EventId Event, string Code) : Fact;

    /// <summary>Staff want the poster by which people register.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Source">The source whose link its QR code holds; null = the event's own.</param>
    /// <param name="Language">Language of the poster.</param>
    public sealed record EventPosterAsked(EventId Event, string? Source, string Language) : Fact;

    /// <summary>Staff noted what was published about the project.</summary>
    public sealed record PublicationNoted(Guid Publication, Organising.Publicity.Publication What) : Fact;

    /// <summary>Staff read off how many saw a publication; what was read before gives way.</summary>
    /// <param name="Publication">Which.</param>
    /// <param name="Views">Views, copies or viewers.</param>
    /// <param name="On">The day they were read.</param>
    public sealed record ViewsRead(Guid Publication, int Views, DateOnly On) : Fact;

    /// <summary>A publication was noted by mistake, or does not count.</summary>
    public sealed record PublicationRemoved(Guid Publication) : Fact;

    /// <summary>Staff described a venue, or changed what is said of it.</summary>
    public sealed record VenueSet(Guid Venue, Organising.Venues.Venue What) : Fact;

    /// <summary>A venue is offered no more.</summary>
    public sealed record VenueRemoved(Guid Venue) : Fact;

    /// <summary>Staff described a grant project, or changed what is said of it.</summary>
    public sealed record ProjectSet(Programme.GrantProject What) : Fact;

    /// <summary>A grant project is offered no more, or again. What was done in it stays.</summary>
    public sealed record ProjectPutAway(string Code, bool Away) : Fact;

    /// <summary>A judge or an expert is described anew: role and consent at this event, the rest wherever the same was said of them.</summary>
    public sealed record ExpertChanged(PersonId Person, EventId Event, Organising.Experts.Expert Was, Organising.Experts.Expert What) : Fact;

    /// <summary>A judge or an expert comes to an event.</summary>
    public sealed record ExpertAdded(PersonId Person, EventId Event, Organising.Experts.Expert What) : Fact;

    /// <summary>A judge or an expert does not come to an event. Whoever comes to no event any more is erased.</summary>
    public sealed record ExpertRemoved(PersonId Person, EventId Event) : Fact;

    /// <summary>All that is known of a judge or an expert is erased, as they asked.</summary>
    public sealed record ExpertErased(PersonId Person) : Fact;

    /// <summary>Staff want the list of an event's judges and experts, to be signed.</summary>
    public sealed record ExpertListAsked(EventId Event, string Language) : Fact;
}
