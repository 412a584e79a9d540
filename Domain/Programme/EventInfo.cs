namespace GrantBot.Domain.Programme;

/// <summary>An event (іс-шара, мероприятие) as a conversation needs it.</summary>
public sealed record EventInfo
{
    /// <summary>The id.</summary>
    public required EventId Id { get; init; }

    /// <summary>Short Latin code for commands and deep links.</summary>
    public required string Code { get; init; }

    /// <summary>Title by language.</summary>
    public required Localised Title { get; init; }

    /// <summary>Place by language.</summary>
    public required Localised Place { get; init; }

    /// <summary>When it starts.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The last moment of registration.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Youngest age on the day of the event; null = no limit.</summary>
    public int? MinAge { get; init; }

    /// <summary>Oldest age on the day of the event; null = no limit.</summary>
    public int? MaxAge { get; init; }

    /// <summary>Seats; null = unlimited.</summary>
    public int? Capacity { get; init; }

    /// <summary>Registrations that hold a seat.</summary>
    public int Taken { get; init; }

    /// <summary>The form people fill in.</summary>
    public required string FormId { get; init; }

    /// <summary>Whether the voluntary question about a disability is asked.</summary>
    public bool AsksDisability { get; init; }

    /// <summary>Whether the voluntary question about socially vulnerable groups is asked.</summary>
    public bool AsksVulnerable { get; init; }

    /// <summary>False once staff closed registration by hand.</summary>
    public bool Open { get; init; } = true;

    /// <summary>Seats left; null = unlimited.</summary>
    public int? Free => Capacity is { } seats ? Math.Max(0, seats - Taken) : null;

    /// <summary>Whether one can register at this moment, seats aside.</summary>
    public bool TakesRegistrations(DateTimeOffset now) => Open && now <= ClosesAt;
}

/// <summary>A text in the three languages.</summary>
public sealed record Localised(string Kk, string Ru, string En)
{
    /// <summary>The text in a language; an unknown one reads as Kazakh.</summary>
    public string In(string language) => language switch { "ru" => Ru, "en" => En, _ => Kk };
}
