namespace GrantBot.Domain.Programme;

/// <summary>The last change of an event that staff may take back: people are told of it only when they no longer can.</summary>
/// <param name="Id">Which, as the button names it.</param>
/// <param name="Kind">What was changed.</param>
/// <param name="Until">The first moment at which it cannot be taken back.</param>
/// <param name="Was">The event before it.</param>
public sealed record PlanChange(Guid Id, PlanChangeKind Kind, DateTimeOffset Until, EventStanding Was)
{
    /// <summary>How long a change may be taken back.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    /// <summary>What became of it.</summary>
    public PlanChangeState State { get; init; }

    /// <summary>News of an earlier change waited to be told when this one was made.</summary>
    public bool NewsWaited { get; init; }

    /// <summary>Whether it may be taken back at this moment, and so nobody is told anything of the event.</summary>
    public bool IsOpen(DateTimeOffset now) => State is PlanChangeState.Made && now < Until;
}

/// <summary>What staff change in an event besides its form.</summary>
public enum PlanChangeKind
{
    /// <summary>Registration was opened by hand.</summary>
    Opened = 1,

    /// <summary>Registration was closed by hand.</summary>
    Closed = 2,

    /// <summary>The number of seats.</summary>
    Seats = 3,

    /// <summary>Day, time or place.</summary>
    Moved = 4,

    /// <summary>It does not take place.</summary>
    CalledOff = 5,
}

/// <summary>What became of a change that may be taken back for a while.</summary>
public enum PlanChangeState
{
    /// <summary>It holds.</summary>
    Made = 0,

    /// <summary>Staff took it back.</summary>
    Undone = 1,

    /// <summary>It holds and people are being told.</summary>
    Told = 2,
}

/// <summary>All of an event that such a change touches, as it stood before it.</summary>
/// <param name="Open">Registration was not closed by hand.</param>
/// <param name="Capacity">Seats; null = unlimited.</param>
/// <param name="StartsAt">When it started.</param>
/// <param name="Place">Where.</param>
/// <param name="ClosesAt">The last moment of registration.</param>
public sealed record EventStanding(bool Open, int? Capacity, DateTimeOffset StartsAt, Localised Place, DateTimeOffset ClosesAt)
{
    /// <summary>The venue the place was; null = it was typed.</summary>
    public Guid? Venue { get; init; }

    /// <summary>Code of its territory; null = nobody said.</summary>
    public string? Territory { get; init; }

    /// <summary>When it ended; null = nobody said.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Until when members of teams could be replaced; null = nobody said.</summary>
    public DateTimeOffset? ReplacesUntil { get; init; }

    /// <summary>Its days and sessions, whose times move with it.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];
}
