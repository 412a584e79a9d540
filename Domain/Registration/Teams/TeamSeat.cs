using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>A member confirms their place in a team with their own data.</summary>
internal static class TeamSeat
{
    /// <summary>Puts in what the captain typed, so that the member corrects it and does not type it; a guardian's verified number is not the child's.</summary>
    public static void Prefill(Script script, FormSession session, TeamPlace place, bool byGuardian)
    {
        if (Find(script, place) is not { Member: { } member }) return;
        session.Set("surname", member.Surname);
        session.Set("given", member.Given);
        session.Set("phone", (byGuardian ? null : script.State.VerifiedPhone) ?? member.Phone);
    }

    /// <summary>Refuses, with the reason said: the place is gone, the person is registered already, or is in another team of the tournament.</summary>
    public static bool Refuses(Script script, EventInfo e, TeamPlace place)
    {
        if (Eligibility.Existing(script, e) is { } existing) { EventDialog.AlreadyRegistered(script, existing); return true; }
        if (Find(script, place) is not { Team.Status: not RegistrationStatus.Cancelled, Member.Standing: MemberStanding.Named } || !TeamRules.TakesMembers(e, script.Context.Now))
        {
            script.Remember(s => s with { Unfinished = null });
            script.Tell("t.gone");
            script.Goto(new DialogState.Menu());
            return true;
        }
        return RefusesSecond(script, e);
    }

    /// <summary>Refuses somebody who is in another team of the tournament; its name is theirs to know.</summary>
    public static bool RefusesSecond(Script script, EventInfo e)
    {
        var other = script.Person?.Registrations.FirstOrDefault(r => r is { Team: not null } && script.Event(r.Event) is { } at && TeamRules.SameTournament(at, e));
        if (other is not { Team: { } id }) return false;
        script.Remember(s => s with { Unfinished = null });
        script.Tell("e.t.twice", ("team", script.Know(new Need.Team(id))?.Name));
        script.Goto(new DialogState.Menu());
        return true;
    }

    /// <summary>Says that the member is in.</summary>
    public static void Say(Script script, EventInfo e, KnownTeam team)
    {
        var key = (team.Queued, Last: team.Ready + 1 == team.Members.Count) switch
        {
            (true, true) => "t.joined.last.queue",
            (true, false) => "t.joined.queue",
            (false, true) => "t.joined.last",
            _ => "t.joined",
        };
        script.Tell(key, [.. Notices.Words(script, e), ("team", team.Name), ("ok", team.Ready + 1), ("n", team.Members.Count)]);
    }

    private static (KnownTeam Team, KnownMember? Member)? Find(Script script, TeamPlace place) =>
        script.Know(new Need.Team(place.Team)) is { } team ? (team, team.Members.FirstOrDefault(m => m.Place == place.Member)) : null;
}
