using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.Programme;

/// <summary>An event (іс-шара, мероприятие) as a conversation needs it.</summary>
public sealed record EventInfo
{
    /// <summary>How long an event lasts where nobody said.</summary>
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(8);

    /// <summary>When an event ends where nobody said: eight hours after it starts, or after the last of its sessions does.</summary>
    public static DateTimeOffset UsualEnd(DateTimeOffset startsAt, IEnumerable<Session> sessions) => LastStart(startsAt, sessions) + UsualLength;

    /// <summary>When the last part of an event starts; an event without sessions is one part.</summary>
    public static DateTimeOffset LastStart(DateTimeOffset startsAt, IEnumerable<Session> sessions) => sessions.Select(s => s.StartsAt ?? startsAt).Append(startsAt).Max();

    /// <summary>The id.</summary>
    public required EventId Id { get; init; }

    /// <summary>Short Latin code for commands and deep links.</summary>
    public required string Code { get; init; }

    /// <summary>tournament, training, camp and so on (form new_event); "" = nobody said.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Title by language.</summary>
    public required Localised Title { get; init; }

    /// <summary>Place by language.</summary>
    public required Localised Place { get; init; }

    /// <summary>The venue its place was taken from; null = the place was typed. The venue may be gone since.</summary>
    public Guid? Venue { get; init; }

    /// <summary>When it starts.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends; where nobody said, <see cref="UsualEnd"/>.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The first moment of registration; null = at once.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The last moment of registration.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Youngest age on the day of the event; null = no limit.</summary>
    public int? MinAge { get; init; }

    /// <summary>Oldest age on the day of the event; null = no limit.</summary>
    public int? MaxAge { get; init; }

    /// <summary>Codes of the territories whose people may register; empty = all.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Seats; null = unlimited.</summary>
    public int? Capacity { get; init; }

    /// <summary>Seats for groups of people; empty = none.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>Categories in which one competes; empty = none.</summary>
    public IReadOnlyList<Session> Categories { get; init; } = [];

    /// <summary>Days and sessions with a check-in of their own; empty = the event is one.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Seats that are held: confirmed, offered, or waiting for a guardian.</summary>
    public int Taken { get; init; }

    /// <summary>Seats people wait for in the queue.</summary>
    public int Waiting { get; init; }

    /// <summary>What is free for newcomers.</summary>
    public required SeatRoom Room { get; init; }

    /// <summary>Fewest and most members of a team; null = people register one by one.</summary>
    public TeamSize? TeamSize { get; init; }

    /// <summary>Until when a team's members may be replaced; where nobody said, until registration closes.</summary>
    public required DateTimeOffset ReplacesUntil { get; init; }

    /// <summary>Code of the series (a league) it is a stage of; null = none.</summary>
    public string? Series { get; init; }

    /// <summary>Number of the stage within the series, from 1.</summary>
    public int Stage { get; init; } = 1;

    /// <summary>Code of the territory it takes place for; null = none.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of the grant project, as it stands on certificates.</summary>
    public string Project { get; init; } = "";

    /// <summary>How long an offered seat is held.</summary>
    public TimeSpan OfferLasts { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The form people fill in.</summary>
    public required string FormId { get; init; }

    /// <summary>Whether the voluntary question about a disability is asked.</summary>
    public bool AsksDisability { get; init; }

    /// <summary>Whether the voluntary question about socially vulnerable groups is asked.</summary>
    public bool AsksVulnerable { get; init; }

    /// <summary>False once staff closed registration by hand.</summary>
    public bool Open { get; init; } = true;

    /// <summary>Why it does not take place; null = it does.</summary>
    public string? CalledOff { get; init; }

    /// <summary>The last change staff made besides the form; null = none, or the form was changed since.</summary>
    public PlanChange? LastChange { get; init; }

    /// <summary>Seats left for newcomers; null = unlimited.</summary>
    public int? Free => Quotas.Count == 0 ? Room.Free : Math.Min(Room.ByQuota.Values.Sum(), Room.Free ?? int.MaxValue);

    /// <summary>Seats left for newcomers of a quota; null = unlimited.</summary>
    public int? FreeIn(Quota? quota) => quota is null ? Free : Room.ByQuota.GetValueOrDefault(quota.Code);

    /// <summary>Whether one can register at this moment, seats aside.</summary>
    public bool TakesRegistrations(DateTimeOffset now) => Open && CalledOff is null && now <= ClosesAt && (OpensAt is not { } opens || now >= opens);
}

/// <summary>A named part of an event: a day, a session, a category.</summary>
/// <param name="Code">Short Latin code, unique within the event.</param>
/// <param name="Title">What people read.</param>
/// <param name="StartsAt">When it starts; null for a category.</param>
public sealed record Session(string Code, Localised Title, DateTimeOffset? StartsAt = null);

/// <summary>Fewest and most members of a team.</summary>
public sealed record TeamSize(int Min, int Max);

/// <summary>A text in the three languages.</summary>
public sealed record Localised(string Kk, string Ru, string En)
{
    /// <summary>The text in a language; an unknown one reads as Kazakh. Where there is no translation, the first one there is.</summary>
    public string In(string language) => new[] { language switch { "ru" => Ru, "en" => En, _ => Kk }, Kk, Ru, En }.FirstOrDefault(t => t.Length > 0) ?? "";
}
