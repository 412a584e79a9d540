using GrantBot.Domain;
using GrantBot.Domain.Programme;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A place where an event's link is put up.</summary>
internal sealed class EventSourceRow
{
    public EventId EventId { get; set; }

    /// <summary>The end of its link.</summary>
    public string Code { get; set; } = "";

    /// <summary>What staff call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Conversations that came to the event by it first.</summary>
    public int Opened { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>An event people register for.</summary>
internal sealed class EventRow
{
    public EventId Id { get; set; }

    /// <summary>Short Latin code for commands and deep links, such as "open2026".</summary>
    public string Code { get; set; } = "";

    /// <summary>tournament, training, camp and so on; "" = nobody said.</summary>
    public string Kind { get; set; } = "";

    public string TitleKk { get; set; } = "";
    public string TitleRu { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public string PlaceKk { get; set; } = "";
    public string PlaceRu { get; set; } = "";
    public string PlaceEn { get; set; } = "";
    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }
    public int? MinAge { get; set; }
    public int? MaxAge { get; set; }

    /// <summary>Seats; null = unlimited.</summary>
    public int? Capacity { get; set; }

    /// <summary>Registrations that hold a seat.</summary>
    public int Taken { get; set; }

    public string FormId { get; set; } = "reg_person";
    public bool AsksDisability { get; set; }
    public bool AsksVulnerable { get; set; }
    public bool Open { get; set; } = true;

    /// <summary>Null: nobody said, see <see cref="Ends"/>.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    public DateTimeOffset? OpensAt { get; set; }
    public DateTimeOffset? ReplacesUntil { get; set; }

    /// <summary>Codes with spaces between; "" = all.</summary>
    public string Territories { get; set; } = "";

    /// <summary>List of <see cref="Domain.Registration.Seats.Quota"/> as JSON.</summary>
    public string Quotas { get; set; } = "[]";

    /// <summary>List of <see cref="Domain.Programme.Session"/> as JSON.</summary>
    public string Categories { get; set; } = "[]";

    /// <summary>List of <see cref="Domain.Programme.Session"/> as JSON.</summary>
    public string Sessions { get; set; } = "[]";

    /// <summary>Seats people wait for in the queue.</summary>
    public int Waiting { get; set; }

    public int? TeamMin { get; set; }
    public int? TeamMax { get; set; }
    public string? Series { get; set; }
    public int Stage { get; set; } = 1;
    public string? Territory { get; set; }
    public string Project { get; set; } = "";
    public int OfferHours { get; set; } = 24;

    /// <summary>Why it does not take place; null = it does.</summary>
    public string? CalledOff { get; set; }

    /// <summary>The venue its place was taken from.</summary>
    public Guid? VenueId { get; set; }

    /// <summary>The last <see cref="PlanChange"/> as JSON; null = none, or the form was changed since.</summary>
    public string? LastChange { get; set; }

    /// <summary>When it was moved last; null = never.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>When it ends: as staff said, or some hours after its last session starts.</summary>
    public DateTimeOffset Ends() => EndsAt ?? EventInfo.UsualEnd(StartsAt, DomainJson.ReadSessions(Sessions));

    /// <summary>A moment of its last day: a late first evening makes no second day.</summary>
    public DateTimeOffset LastDay() => EndsAt ?? EventInfo.LastStart(StartsAt, DomainJson.ReadSessions(Sessions));
}
