using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Organising;

/// <summary>Staff look at the teams of an event and at one of them; phones are for organisers.</summary>
internal sealed class TeamDesk : IDialog
{
    private const int MostLines = 50;

    public void Open(Script script, DialogState dialog)
    {
        if (!script.MaySome(Right.CheckIn)) { script.Goto(new DialogState.Menu()); return; }
        if (dialog is DialogState.TeamList list) OpenList(script, list.Event);
        else OpenTeam(script, ((DialogState.TeamShown)dialog).Team);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.MaySome(Right.CheckIn)) { script.Goto(new DialogState.Menu()); return; }
        switch (dialog, heard.Id)
        {
            case (_, "btn.menu"): script.Goto(new DialogState.Menu()); break;
            case (DialogState.TeamShown shown, "btn.back"): Back(script, shown); break;
            case (DialogState.TeamShown shown, "btn.promote") when Find(script, shown.Team) is var (team, e) && script.May(Right.Organise, e):
                Promotions.Promote(script, team, e);
                script.Goto(new DialogState.Menu());
                break;
            case (DialogState.TeamShown shown, "btn.undo"):
                Promotions.Undo(script, shown.Team.Value.ToString("N"));
                script.Goto(new DialogState.Menu());
                break;
            case (DialogState.TeamList, { } id) when Guid.TryParseExact(id, "N", out var team): script.Goto(new DialogState.TeamShown(new(team))); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Back to the list.</summary>
    public static void Back(Script script, DialogState.TeamShown shown)
    {
        if (Find(script, shown.Team) is var (_, e)) script.Goto(new DialogState.TeamList(e.Id));
        else script.Goto(new DialogState.Menu());
    }

    private static void OpenList(Script script, EventId id)
    {
        if (script.Event(id) is not { } e || !script.May(Right.CheckIn, e)) { script.Goto(new DialogState.Menu()); return; }
        var teams = script.Know(new Need.Teams(id));
        var lines = teams.Take(MostLines).Select(t => script.Text("s.team.line", ("no", t.Number), ("team", t.Name), ("territory", Territory(script, t)), ("state", TeamWords.State(script, t)))).ToList();
        if (teams.Count > MostLines) lines.Add("…");
        var text = script.Text("s.team.head", ("event", e.Title.In(script.Language)), ("n", teams.Count), ("full", teams.Count(t => t.Status is RegistrationStatus.Confirmed)),
            ("taken", e.Taken), ("cap", e.Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "∞"), ("time", Dates.Moment(script.Local(script.Context.Now))));
        if (lines.Count > 0) text += "\n" + string.Join("\n", lines);
        var missing = e.Territories.Where(t => teams.All(m => m.Territory != t)).Select(t => script.Text("ter." + t)).ToList();
        if (missing.Count > 0) text += "\n" + script.Text("s.team.missing", ("list", string.Join(", ", missing)));
        script.Ask(text, [.. teams.Take(MostLines).Select(t => new Option(t.Id.Value.ToString("N"), $"{script.Text("mine.number", ("no", t.Number))} {t.Name}") { Description = $"{t.Ready} / {t.Members.Count}" }), script.Choice("btn.menu")]);
    }

    private static void OpenTeam(Script script, TeamId id)
    {
        if (Find(script, id) is not var (team, e) || !script.May(Right.CheckIn, e)) { script.Goto(new DialogState.Menu()); return; }
        script.Record(new Fact.PeopleSeen("team", e.Id));
        var organises = script.May(Right.Organise, e);
        var text = script.Text("s.team.card", ("team", team.Name), ("no", team.Number), ("event", e.Title.In(script.Language)), ("state", TeamWords.State(script, team)), ("list", TeamWords.Members(script, team, phones: organises)));
        List<Option> options = [];
        if (organises && team.Status is RegistrationStatus.Confirmed && TeamRules.Next(script.Events, e, script.Context.Now) is not null) options.Add(script.Choice("btn.promote"));
        if (organises && team.AwaitsPromotion) options.Add(script.Choice("btn.undo"));
        script.Ask(text, [.. options, script.Choice("btn.back")]);
    }

    private static string Territory(Script script, KnownTeam team) => team.Territory is { } territory ? ", " + script.Text("ter." + territory) : "";

    private static (KnownTeam, EventInfo)? Find(Script script, TeamId id) =>
        script.Know(new Need.Team(id)) is { Status: not RegistrationStatus.Cancelled } team && script.Event(team.Event) is { } e ? (team, e) : null;
}
