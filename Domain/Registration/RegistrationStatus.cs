using System.Collections.Frozen;

namespace GrantBot.Domain.Registration;

/// <summary>Where a registration stands. One closed machine: <see cref="RegistrationMoves"/> says what may follow what. Numbers are stored: never renumber.</summary>
public enum RegistrationStatus
{
    /// <summary>A form that is being filled, or a team member whom the captain named and who has not confirmed; not yet a registration.</summary>
    Draft = 0,

    /// <summary>A minor's guardian has not agreed yet (келісім күтілуде): in no list.</summary>
    WaitingConsent = 1,

    /// <summary>Takes part.</summary>
    Confirmed = 2,

    /// <summary>Given up, refused, expired or erased. Final: who comes back registers anew.</summary>
    Cancelled = 3,

    /// <summary>In the queue for a seat (күту тізімі).</summary>
    Waitlisted = 4,

    /// <summary>A free seat is held for them until a deadline.</summary>
    Offered = 5,

    /// <summary>Checked in at least once.</summary>
    Attended = 6,

    /// <summary>Confirmed, and did not come.</summary>
    NoShow = 7,
}

/// <summary>Why a registration moved; kept with the move.</summary>
public enum MoveReason
{
    /// <summary>A form was sent.</summary>
    Registered,

    /// <summary>The guardian agreed.</summary>
    GuardianAgreed,

    /// <summary>A signed paper of the guardian was shown to staff.</summary>
    PaperShown,

    /// <summary>The guardian did not answer in time; what was entered is erased.</summary>
    GuardianSilent,

    /// <summary>The participant gave it up.</summary>
    ByParticipant,

    /// <summary>The participant answered a reminder, or the news of another date, with "I can't come".</summary>
    CannotCome,

    /// <summary>A seat came free and it was their turn.</summary>
    SeatFree,

    /// <summary>They took the offered seat.</summary>
    Accepted,

    /// <summary>They gave the offered seat up.</summary>
    Declined,

    /// <summary>The offer ran out.</summary>
    Expired,

    /// <summary>Staff moved them to the head of the queue; the reason they gave is kept.</summary>
    MovedUp,

    /// <summary>Staff cancelled it; the reason they gave is kept.</summary>
    ByStaff,

    /// <summary>The event was called off.</summary>
    CalledOff,

    /// <summary>The team was given up.</summary>
    TeamLeft,

    /// <summary>The team was not complete when registration closed.</summary>
    TeamIncomplete,

    /// <summary>Another member took the place in the team.</summary>
    Replaced,

    /// <summary>Seen at the door.</summary>
    CheckedIn,

    /// <summary>A check-in was taken back.</summary>
    CheckInUndone,

    /// <summary>The event is over and nobody saw them.</summary>
    NotSeen,

    /// <summary>The same person was registered twice and staff joined the two.</summary>
    Merged,

    /// <summary>Everybody in the team has confirmed.</summary>
    TeamComplete,

    /// <summary>A member left the team, or another was named.</summary>
    TeamChanged,
}

/// <summary>What may follow what.</summary>
public static class RegistrationMoves
{
    private static readonly FrozenDictionary<RegistrationStatus, RegistrationStatus[]> Table = new Dictionary<RegistrationStatus, RegistrationStatus[]>
    {
        [RegistrationStatus.Draft] = [RegistrationStatus.WaitingConsent, RegistrationStatus.Confirmed, RegistrationStatus.Waitlisted],
        [RegistrationStatus.WaitingConsent] = [RegistrationStatus.Confirmed, RegistrationStatus.Waitlisted, RegistrationStatus.Cancelled],
        [RegistrationStatus.Waitlisted] = [RegistrationStatus.Waitlisted, RegistrationStatus.Offered, RegistrationStatus.Cancelled],
        [RegistrationStatus.Offered] = [RegistrationStatus.Confirmed, RegistrationStatus.Waitlisted, RegistrationStatus.Cancelled],
        [RegistrationStatus.Confirmed] = [RegistrationStatus.Attended, RegistrationStatus.NoShow, RegistrationStatus.Cancelled],
        [RegistrationStatus.Attended] = [RegistrationStatus.Confirmed, RegistrationStatus.Cancelled],
        [RegistrationStatus.NoShow] = [RegistrationStatus.Attended, RegistrationStatus.Cancelled],
        [RegistrationStatus.Cancelled] = [],
    }.ToFrozenDictionary();

    /// <summary>Whether a registration may go from one status to another. Waitlisted to Waitlisted is a move within the queue.</summary>
    public static bool May(RegistrationStatus from, RegistrationStatus to) => Table[from].Contains(to);

    /// <summary>Takes part, or took part, or was to: what lists and counts call a confirmed registration.</summary>
    public static bool IsConfirmed(this RegistrationStatus status) => status is RegistrationStatus.Confirmed or RegistrationStatus.Attended or RegistrationStatus.NoShow;
}
