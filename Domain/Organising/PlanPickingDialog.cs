using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Projects;
using GrantBot.Domain.Organising.Venues;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising;

/// <summary>Before the form of a new event: its project and its venue are picked from those that are kept, so that they are not typed. What there is none of is not asked.</summary>
internal sealed class PlanPickingDialog : IDialog
{
    private const string None = "btn.project.none", Typed = "btn.venue.other";

    /// <summary>Begins a new event.</summary>
    public static void Begin(Script script)
    {
        if (Projects(script).Any()) script.Goto(new DialogState.PlanPicking());
        else AskPlace(script, null);
    }

    public void Open(Script script, DialogState dialog)
    {
        var picking = (DialogState.PlanPicking)dialog;
        if (!PlanningOccasion.MayNew(script)) script.Goto(new DialogState.Menu());
        else if (picking.Place) script.Ask(script.Text("plan.pick.place"), [.. VenuesDialog.Options(script, script.Know(new Need.Venues())), script.Choice(Typed), script.Choice("btn.back")]);
        else script.Ask(script.Text("plan.pick.project"), [.. ProjectsDialog.Options(script, Projects(script)), script.Choice(None), script.Choice("btn.back")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var picking = (DialogState.PlanPicking)dialog;
        if (!PlanningOccasion.MayNew(script)) { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case "btn.back" when picking.Place && Projects(script).Any(): script.Goto(new DialogState.PlanPicking()); break;
            case "btn.back": script.Goto(new DialogState.EventList()); break;
            case None when !picking.Place: AskPlace(script, null); break;
            case Typed when picking.Place: PlanningOccasion.Begin(script, null, null, null, picking.Project); break;
            case { } id when picking.Place && Guid.TryParseExact(id, "N", out var venue) && VenuesDialog.Find(script, venue) is { } found: PlanningOccasion.Begin(script, null, null, found.Id, picking.Project); break;
            case { } code when !picking.Place && ProjectsDialog.Find(script, code) is { } project: AskPlace(script, project.Code); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void AskPlace(Script script, string? project)
    {
        if (script.Know(new Need.Venues()).Count > 0) script.Goto(new DialogState.PlanPicking(Place: true, project));
        else PlanningOccasion.Begin(script, null, null, null, project);
    }

    /// <summary>Those that are neither over nor put away.</summary>
    private static IEnumerable<GrantProject> Projects(Script script)
    {
        var today = DateOnly.FromDateTime(script.Local(script.Context.Now).DateTime);
        return script.Know(new Need.Projects()).Where(p => p.To >= today && !p.Away);
    }
}
