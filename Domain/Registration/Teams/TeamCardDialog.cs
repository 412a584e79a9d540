using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>A team in the hands of its captain or coach: who has confirmed, whom to add or replace, the link once more, giving it up.</summary>
internal sealed class TeamCardDialog : IDialog
{
    /// <summary>Opens a team's card by a lasting button; false when it is not theirs.</summary>
    public static bool Open(Script script, string about)
    {
        if (!Guid.TryParseExact(about, "N", out var id) || Own(script, new(id)) is null) return false;
        Globals.PutAside(script);
        script.Goto(new DialogState.TeamCard(new(id)));
        return true;
    }

    /// <summary>Back to the card.</summary>
    public static void Back(Script script) => script.Goto(new DialogState.TeamCard(Of(script.State.Dialog)));

    public void Open(Script script, DialogState dialog)
    {
        if (Own(script, Of(dialog)) is not var (team, e)) { script.Tell("t.gone"); script.Goto(new DialogState.Menu()); return; }
        switch (dialog)
        {
            case DialogState.TeamReplacing: script.Ask(script.Text("t.replace.which"), [.. team.Members.Select(m => Row(script, m)), script.Choice("btn.back")]); break;
            case DialogState.TeamNaming naming: AskName(script, team, naming.Place); break;
            case DialogState.TeamLeaving: script.Ask(new Reply.Message(script.Text("t.leave.ask", ("team", team.Name))) { Options = [script.Choice("btn.yes"), script.Choice("btn.no")], Compact = true }); break;
            default: OpenCard(script, team, e); break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (Own(script, Of(dialog)) is not var (team, e)) { script.Tell("t.gone"); script.Goto(new DialogState.Menu()); return; }
        switch (dialog, heard.Id)
        {
            case (DialogState.TeamCard, not null): TakeCard(script, team, heard.Id); break;
            case (DialogState.TeamLeaving, "btn.yes"): Leave(script, team); break;
            case (DialogState.TeamLeaving, "btn.no") or (_, "btn.back"): Back(script); break;
            case (DialogState.TeamReplacing, { } id) when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var place): script.Goto(new DialogState.TeamNaming(team.Id, place)); break;
            case (DialogState.TeamNaming naming, null) when heard.Content is Inbound.Text: TeamNaming.Take(script, team, e, naming.Place, heard.Text); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void OpenCard(Script script, KnownTeam team, EventInfo e)
    {
        var may = TeamRules.TakesMembers(e, script.Context.Now) && !team.AwaitsPromotion;
        List<Option> options = [];
        if (team.Status is RegistrationStatus.Offered) options.AddRange([script.Choice(team.AwaitsPromotion ? "btn.willcome" : "btn.take"), script.Choice("btn.pass")]);
        if (may && team.Members.Any(m => m.Standing is MemberStanding.Named))
        {
            options.Add(script.Choice("btn.resend"));
            if (Eligibility.Existing(script, e) is null) options.Add(script.Choice("btn.ownplace"));
        }
        if (may && team.Status is not RegistrationStatus.Offered)
        {
            if (TeamNaming.MayAdd(team, e)) options.Add(script.Choice("btn.member"));
            options.Add(script.Choice("btn.replace"));
        }
        options.AddRange([script.Choice("btn.leaveteam"), script.Choice("btn.menu")]);
        script.Ask(script.Text("t.card", [.. TeamWords.Of(script, team, e), ("state", TeamWords.State(script, team)), ("list", TeamWords.Members(script, team, phones: false))]), options);
    }

    private static void TakeCard(Script script, KnownTeam team, string id)
    {
        switch (id)
        {
            case "btn.take" or "btn.willcome" or "btn.pass":
                TeamAnswers.Take(script, team.Id.Value.ToString("N"), id != "btn.pass");
                script.Goto(new DialogState.Menu());
                break;
            case "btn.resend":
                SayLink(script, team, team.ConfirmBy);
                script.Goto(new DialogState.Menu());
                break;
            case "btn.ownplace": TeamJoinDialog.Identify(script, team.Id, byGuardian: false); break;
            case "btn.member": script.Goto(new DialogState.TeamNaming(team.Id, 0)); break;
            case "btn.replace": script.Goto(new DialogState.TeamReplacing(team.Id)); break;
            case "btn.leaveteam": script.Goto(new DialogState.TeamLeaving(team.Id)); break;
            default: script.Goto(new DialogState.Menu()); break;
        }
    }

    /// <summary>Says the link and the code.</summary>
    public static void SayLink(Script script, KnownTeam team, DateTimeOffset confirmBy)
    {
        var until = Dates.Until(script.Local(confirmBy), script.Language);
        script.Tell("t.link", ("team", team.Name), ("link", LinkWords.OrCommand(script, DeepLink.Team + team.Code)), ("code", team.Code), ("deadline", until));
    }

    private static void Leave(Script script, KnownTeam team)
    {
        TeamAnswers.Move(script, team, RegistrationStatus.Cancelled, team.AwaitsPromotion ? MoveReason.Declined : MoveReason.TeamLeft);
        script.Tell("t.left", ("team", team.Name));
        script.Goto(new DialogState.Menu());
    }

    private static void AskName(Script script, KnownTeam team, int place)
    {
        var at = place == 0 ? team.Members.Count + 1 : team.Members.Index().Where(m => m.Item.Place == place).Select(m => m.Index + 1).FirstOrDefault();
        script.Ask(new Reply.Message(script.Text("t.member", ("i", at))) { Options = [script.Choice("btn.back")], TakesText = true });
    }

    private static Option Row(Script script, KnownMember member)
    {
        var name = TeamWords.Shy(member);
        return new(member.Place.ToString(CultureInfo.InvariantCulture), name.Length > 0 ? name : $"{script.Text("t.m.free")} {member.Place}") { Description = TeamWords.Standing(script, member) };
    }

    private static TeamId Of(DialogState dialog) => dialog switch
    {
        DialogState.TeamCard card => card.Team,
        DialogState.TeamReplacing replacing => replacing.Team,
        DialogState.TeamNaming naming => naming.Team,
        DialogState.TeamLeaving leaving => leaving.Team,
        _ => default,
    };

    private static (KnownTeam, EventInfo)? Own(Script script, TeamId id) =>
        script.Know(new Need.Team(id)) is { Status: not RegistrationStatus.Cancelled, Owner: { } owner } team && owner == script.State.Person && script.Event(team.Event) is { } e ? (team, e) : null;
}
