using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>The captain or coach names somebody for a new place, a free one, or in another member's stead.</summary>
internal static class TeamNaming
{
    /// <summary>Whether a place may be added: the tournament's size, and a seat where the team has seats.</summary>
    public static bool MayAdd(KnownTeam team, EventInfo e) => e.TeamSize is { } size && team.Members.Count < size.Max && (team.Queued || e.Free is not < 1);

    /// <summary>Takes what was typed.</summary>
    public static void Take(Script script, KnownTeam team, EventInfo e, int place, string typed)
    {
        if (!TeamRules.TakesMembers(e, script.Context.Now) || team.Status is RegistrationStatus.Offered || (place == 0 && !MayAdd(team, e)))
        {
            script.Tell("t.nochange", ("team", team.Name));
            script.Goto(new DialogState.TeamCard(team.Id));
            return;
        }
        if (NamedMember.Read(typed, out var problem) is not { } named) { Again(script, problem); return; }
        if (team.Members.Any(m => m.Place != place && m.Phone == named.Phone)) { Again(script, "t.samephone"); return; }
        Name(script, team, e, place, named);
    }

    private static void Name(Script script, KnownTeam team, EventInfo e, int place, NamedMember named)
    {
        var before = team.Members.FirstOrDefault(m => m.Place == place);
        if (before is { Registration: { } registration, Person: { } person, Status: { } status } && RegistrationMoves.May(status, RegistrationStatus.Cancelled))
            script.Record(new Fact.RegistrationMoved(registration, e.Id, person, status, RegistrationStatus.Cancelled, MoveReason.Replaced));
        var confirmBy = TeamRules.ConfirmBy(e, script.Context.Now);
        script.Record(new Fact.TeamMemberNamed(team.Id, e.Id, before?.Place ?? team.Members.Select(m => m.Place).DefaultIfEmpty().Max() + 1, confirmBy) { IsNew = before is null, Member = named with { Captain = before?.Captain ?? false } });
        script.Tell(before is null ? "t.added" : "t.replaced", ("team", team.Name));
        TeamCardDialog.SayLink(script, team, confirmBy);
        script.Goto(new DialogState.Menu());
    }

    private static void Again(Script script, string key)
    {
        script.Say(script.Text(key));
        script.AskAgain();
    }
}
