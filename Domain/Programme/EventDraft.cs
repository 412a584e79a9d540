using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.Programme;

/// <summary>Everything staff decide about an event, as the form of an event (new_event) gives it.</summary>
public sealed record EventDraft
{
    /// <summary>Short Latin code for commands and deep links; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>tournament, training, workshop, seminar, camp, contest, quiz, other; "" = nobody said.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Title by language.</summary>
    public required Localised Title { get; init; }

    /// <summary>Place by language. Of an event that is there already, moving it changes it (<see cref="Conversation.Fact.EventMoved"/>).</summary>
    public required Localised Place { get; init; }

    /// <summary>The venue its place was taken from; null = the place was typed. Of an event that is there already, moving it changes it.</summary>
    public Guid? Venue { get; init; }

    /// <summary>When it starts; as the place, changed only by moving.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends; null = eight hours after it starts.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The first moment of registration; null = at once.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The last moment of registration.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Youngest age on the day of the event; null = no limit.</summary>
    public int? MinAge { get; init; }

    /// <summary>Oldest age on the day of the event; null = no limit.</summary>
    public int? MaxAge { get; init; }

    /// <summary>Seats; null = unlimited.</summary>
    public int? Capacity { get; init; }

    /// <summary>Codes of the territories whose people may register; empty = all.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Seats for groups of people.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>Categories in which one competes.</summary>
    public IReadOnlyList<Session> Categories { get; init; } = [];

    /// <summary>Days and sessions with a check-in of their own.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Fewest and most members of a team; null = people register one by one.</summary>
    public TeamSize? TeamSize { get; init; }

    /// <summary>Until when a team's members may be replaced; null = until registration closes.</summary>
    public DateTimeOffset? ReplacesUntil { get; init; }

    /// <summary>Code of the series it is a stage of; null = none.</summary>
    public string? Series { get; init; }

    /// <summary>Number of the stage, from 1.</summary>
    public int Stage { get; init; } = 1;

    /// <summary>Code of the territory it takes place in.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of the grant project; "" = none.</summary>
    public string Project { get; init; } = "";

    /// <summary>How long an offered seat is held, hours.</summary>
    public int OfferHours { get; init; } = 24;

    /// <summary>The voluntary question about a disability is asked.</summary>
    public bool AsksDisability { get; init; }

    /// <summary>The voluntary question about socially vulnerable groups is asked.</summary>
    public bool AsksVulnerable { get; init; }
}
