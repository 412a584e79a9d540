using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>Where one place of a team stands.</summary>
public enum MemberStanding
{
    /// <summary>Nobody is named.</summary>
    Open,

    /// <summary>Named by the captain, has not confirmed.</summary>
    Named,

    /// <summary>Has confirmed; the guardian has not agreed yet.</summary>
    Waiting,

    /// <summary>Has confirmed, and the guardian too where one is needed.</summary>
    Ready,
}

/// <summary>What a look at a team leads to.</summary>
/// <param name="To">Its status from now on.</param>
/// <param name="Shrinks">The places that are not ready are dropped.</param>
public readonly record struct TeamStep(RegistrationStatus To, bool Shrinks);

/// <summary>The rules of teams (2-processes.md row 2), without a word said.</summary>
public static class TeamRules
{
    /// <summary>How long names typed by somebody else are kept unconfirmed (6-forms.md 6.2).</summary>
    public static readonly TimeSpan NamesLive = TimeSpan.FromHours(72);

    /// <summary>The last moment at which members may change or confirm.</summary>
    public static DateTimeOffset ChangesUntil(EventInfo e) => e.ReplacesUntil > e.ClosesAt ? e.ReplacesUntil : e.ClosesAt;

    /// <summary>Until when members named now have to confirm.</summary>
    public static DateTimeOffset ConfirmBy(EventInfo e, DateTimeOffset now)
    {
        var last = now < e.ClosesAt ? e.ClosesAt : ChangesUntil(e);
        return now + NamesLive < last ? now + NamesLive : last;
    }

    /// <summary>Whether members of registered teams may still confirm. Registration closed by hand ends new teams only.</summary>
    public static bool TakesMembers(EventInfo e, DateTimeOffset now) => e.TeamSize is not null && e.CalledOff is null && now <= ChangesUntil(e);

    /// <summary>Where a place stands.</summary>
    /// <param name="named">Somebody is named for it.</param>
    /// <param name="registration">Status of the member's registration; null = none.</param>
    public static MemberStanding Standing(bool named, RegistrationStatus? registration) => registration switch
    {
        null or RegistrationStatus.Cancelled => named ? MemberStanding.Named : MemberStanding.Open,
        RegistrationStatus.WaitingConsent or RegistrationStatus.Draft => MemberStanding.Waiting,
        _ => MemberStanding.Ready,
    };

    /// <summary>
    /// Looks at a team whose members changed, or whose time is up. It is whole when every place is ready; at the end also when those who are
    /// ready are enough, and then it goes on without the others. Who is not whole at the end is out: never half a team.
    /// </summary>
    /// <param name="status">Where it stands.</param>
    /// <param name="queued">It has no seats.</param>
    /// <param name="places">Its places.</param>
    /// <param name="min">Fewest members of a team.</param>
    /// <param name="final">No member can confirm any more.</param>
    public static TeamStep Look(RegistrationStatus status, bool queued, IReadOnlyCollection<MemberStanding> places, int min, bool final)
    {
        if (status is RegistrationStatus.Cancelled) return new(status, false);
        var ready = places.Count(p => p is MemberStanding.Ready);
        if (ready >= min && (ready == places.Count || final))
            return new(status is RegistrationStatus.Draft ? queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed : status, ready < places.Count);
        return new(final ? RegistrationStatus.Cancelled : RegistrationStatus.Draft, false);
    }

    /// <summary>Whether names that were not confirmed in time take their places with them: when the others are enough without them.</summary>
    public static bool DropsUnconfirmed(IReadOnlyCollection<MemberStanding> places, int min) => places.Count(p => p is MemberStanding.Ready or MemberStanding.Waiting) >= min;

    /// <summary>Where a member's registration goes after the team; null = it stays. Nobody is confirmed in a team that has no seats.</summary>
    public static RegistrationStatus? Follows(RegistrationStatus team, bool queued, RegistrationStatus member) => (team, member) switch
    {
        (_, RegistrationStatus.Cancelled) => null,
        (RegistrationStatus.Cancelled, _) => RegistrationStatus.Cancelled,
        (RegistrationStatus.Offered, RegistrationStatus.Waitlisted) => RegistrationStatus.Offered,
        (RegistrationStatus.Draft or RegistrationStatus.Waitlisted, RegistrationStatus.Offered) when queued => RegistrationStatus.Waitlisted,
        (RegistrationStatus.Draft or RegistrationStatus.Confirmed, RegistrationStatus.Offered) => RegistrationStatus.Confirmed,
        _ => null,
    };

    /// <summary>Whether two events are one tournament: the same event, or local rounds of the same stage of a series. A person is in one team of each.</summary>
    public static bool SameTournament(EventInfo a, EventInfo b) => a.Id == b.Id || (a.Series is not null && a.Series == b.Series && a.Stage == b.Stage);

    /// <summary>The event of the next stage that takes a team; null = there is none any more.</summary>
    public static EventInfo? Next(IEnumerable<EventInfo> events, EventInfo e, DateTimeOffset now) => e.Series is null ? null : events
        .Where(n => n.Series == e.Series && n.Stage == e.Stage + 1 && n.CalledOff is null && n.StartsAt > now)
        .OrderBy(n => n.Territory == e.Territory ? 0 : n.Territory is null ? 1 : 2).FirstOrDefault();
}
