using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>A member comes by the team's link or code, says who they are, and goes on to their own consent and data.</summary>
internal sealed class TeamJoinDialog : IDialog
{
    /// <summary>Follows a team's code.</summary>
    public static void Follow(Script script, string typed, bool byGuardian)
    {
        if (TeamCode.Read(typed) is not { Length: > 0 } code || script.Know(new Need.TeamByCode(code)) is not { Status: not RegistrationStatus.Cancelled } team || script.Event(team.Event) is not { } e)
        {
            script.Tell("t.nocode");
            if (script.State.Dialog is DialogState.TeamBeginning { ByCode: true }) script.AskAgain();
            else script.Goto(new DialogState.Menu());
            return;
        }
        if (byGuardian && script.Person?.Consent is { ByGuardian: false }) Over(script, "minor.under14.own", ("phone", script.Context.Organisation.Phone));
        else if (!TeamRules.TakesMembers(e, script.Context.Now)) Over(script, "t.late", ("team", team.Name));
        else if (!byGuardian && Eligibility.Existing(script, e) is { } existing && existing.Team == team.Id) Over(script, "t.already", ("team", team.Name), ("ok", team.Ready), ("n", team.Members.Count));
        else if (!byGuardian && TeamSeat.RefusesSecond(script, e)) return;
        else if (team.Members.All(m => m.Standing is not MemberStanding.Named)) Over(script, "t.nonames", ("team", team.Name));
        else script.Goto(new DialogState.TeamInvited(team.Id, byGuardian));
    }

    /// <summary>Asks a captain who is a member whether to go on with their own data at once.</summary>
    public static void AskOwn(Script script) => script.Ask(new Reply.Message(script.Text("t.own")) { Options = [script.Choice("btn.start"), script.Choice("btn.later")], Compact = true });

    public void Open(Script script, DialogState dialog)
    {
        switch (dialog)
        {
            case DialogState.TeamInvited invited when Find(script, invited.Team) is var (team, e): AskJoin(script, team, e); break;
            case DialogState.TeamJoining { Place: null } joining when Find(script, joining.Team) is var (team, _): AskWhich(script, team); break;
            case DialogState.TeamJoining { Place: not null }: AskOwn(script); break;
            default: Over(script, "t.gone"); break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (dialog, heard.Id)
        {
            case (DialogState.TeamInvited invited, "btn.yes"): Identify(script, invited.Team, invited.ByGuardian); break;
            case (DialogState.TeamInvited, "btn.no"): Over(script, "t.declined"); break;
            case (DialogState.TeamJoining { Place: 0 } own, "btn.start"): Identify(script, own.Team, own.ByGuardian); break;
            case (DialogState.TeamJoining { Place: { } place } own, "btn.start"): Begin(script, own.Team, place, own.ByGuardian); break;
            case (DialogState.TeamJoining, "btn.later"): Over(script, "t.own.later"); break;
            case (DialogState.TeamJoining, "btn.notme"): Over(script, "t.notme"); break;
            case (DialogState.TeamJoining { Place: null } joining, { } id) when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var place): Begin(script, joining.Team, place, joining.ByGuardian); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>A verified number says who somebody is; else they are asked.</summary>
    public static void Identify(Script script, TeamId id, bool byGuardian)
    {
        if (!byGuardian && script.State.VerifiedPhone is { } phone && script.Know(new Need.Team(id))?.Members.FirstOrDefault(m => m.Standing is MemberStanding.Named && m.Phone == phone) is { } me) Begin(script, id, me.Place, byGuardian);
        else script.Goto(new DialogState.TeamJoining(id, null, byGuardian));
    }

    private static void Begin(Script script, TeamId id, int place, bool byGuardian)
    {
        if (Find(script, id) is not var (_, e)) { Over(script, "t.gone"); return; }
        ConsentDialog.Begin(script, new DialogState.Consenting(e.Id, ByGuardian: byGuardian, Place: new(id, place)));
    }

    private static void AskJoin(Script script, KnownTeam team, EventInfo e) =>
        script.Ask(new Reply.Message(script.Text("t.join", [.. Notices.Words(script, e), ("team", team.Name)])) { Options = [script.Choice("btn.yes"), script.Choice("btn.no")], Compact = true });

    /// <summary>Given names and the first letter of surnames: whoever has the link learns no more of the others.</summary>
    private static void AskWhich(Script script, KnownTeam team)
    {
        var open = team.Members.Where(m => m.Standing is MemberStanding.Named).ToList();
        if (open.Count == 0) { Over(script, "t.nonames", ("team", team.Name)); return; }
        script.Ask(script.Text("t.which"), [.. open.Select(m => new Option(m.Place.ToString(CultureInfo.InvariantCulture), TeamWords.Shy(m))), script.Choice("btn.notme")]);
    }

    private static void Over(Script script, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        script.Say(script.Text(key, values));
        script.Goto(new DialogState.Menu());
    }

    private static (KnownTeam, EventInfo)? Find(Script script, TeamId id) =>
        script.Know(new Need.Team(id)) is { Status: not RegistrationStatus.Cancelled } team && script.Event(team.Event) is { } e ? (team, e) : null;
}
