using System.Collections.Frozen;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>
/// What may follow what for a team. It has the statuses of a registration: Draft while members are missing, Confirmed when all have confirmed,
/// Waitlisted when all have and there are no seats for all of them, Offered while seats are held for it as a whole.
/// </summary>
public static class TeamMoves
{
    private static readonly FrozenDictionary<RegistrationStatus, RegistrationStatus[]> Table = new Dictionary<RegistrationStatus, RegistrationStatus[]>
    {
        [RegistrationStatus.Draft] = [RegistrationStatus.Confirmed, RegistrationStatus.Waitlisted, RegistrationStatus.Cancelled],
        [RegistrationStatus.Waitlisted] = [RegistrationStatus.Waitlisted, RegistrationStatus.Draft, RegistrationStatus.Offered, RegistrationStatus.Cancelled],
        [RegistrationStatus.Offered] = [RegistrationStatus.Confirmed, RegistrationStatus.Waitlisted, RegistrationStatus.Draft, RegistrationStatus.Cancelled],
        [RegistrationStatus.Confirmed] = [RegistrationStatus.Draft, RegistrationStatus.Cancelled],
    }.ToFrozenDictionary();

    /// <summary>Whether a team may go from one status to another. A team is never Attended: its members are.</summary>
    public static bool May(RegistrationStatus from, RegistrationStatus to) => Table.TryGetValue(from, out var next) && next.Contains(to);
}
