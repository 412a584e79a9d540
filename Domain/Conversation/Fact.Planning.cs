using System.Text.Json.Serialization;

namespace GrantBot.Domain.Conversation;

/// <summary>Events: what staff change in them.</summary>
[JsonDerivedType(typeof(EventSet), nameof(EventSet))]
[JsonDerivedType(typeof(EventMoved), nameof(EventMoved))]
[JsonDerivedType(typeof(EventCalledOff), nameof(EventCalledOff))]
[JsonDerivedType(typeof(CapacitySet), nameof(CapacitySet))]
[JsonDerivedType(typeof(RegistrationOpened), nameof(RegistrationOpened))]
public abstract partial record Fact
{
    /// <summary>An event was created, or what was decided about it changed; start and place of one that is there stay.</summary>
    public sealed record EventSet(EventId Event, Programme.EventDraft Draft) : Fact;

    /// <summary>An event takes place at another time or place. Everybody who holds a seat or waits for one is told.</summary>
    public sealed record EventMoved(EventId Event, DateTimeOffset StartsAt, Programme.Localised Place) : Fact;

    /// <summary>An event does not take place.</summary>
    public sealed record EventCalledOff(EventId Event, string Reason) : Fact;

    /// <summary>The number of seats was changed; null = unlimited. Nobody loses a seat by it.</summary>
    public sealed record CapacitySet(EventId Event, int? Capacity) : Fact;

    /// <summary>Staff opened or closed registration by hand.</summary>
    public sealed record RegistrationOpened(EventId Event, bool Open) : Fact;
}
