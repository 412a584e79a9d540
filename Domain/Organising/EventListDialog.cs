using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising;

/// <summary>Staff choose an event, or begin a new one. Events to come stand first, then those that are over, the latest first.</summary>
internal sealed class EventListDialog : IDialog
{
    private const string New = "btn.newevent";

    public void Open(Script script, DialogState dialog)
    {
        if (!script.MaySome(Right.CheckIn)) { script.Goto(new DialogState.Menu()); return; }
        var events = Ordered(script).ToList();
        List<Option> options = [.. events.Select(e => new Option(e.Code, e.Title.In(script.Language)))];
        if (PlanningOccasion.MayNew(script)) options.Insert(0, script.Choice(New));
        options.Add(script.Choice("btn.menu"));
        var lines = events.Select(e => script.Text(e.Capacity is null ? "plan.line.open" : "plan.line", ("code", e.Code), ("event", e.Title.In(script.Language)), ("date", Dates.Short(DateOnly.FromDateTime(script.Local(e.StartsAt).DateTime))), ("taken", e.Taken), ("cap", e.Capacity)));
        script.Ask(events.Count == 0 ? script.Text("plan.list.none") : script.Text("plan.list", ("list", string.Join("\n", lines))), options);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (heard.Id == "btn.menu" || !script.MaySome(Right.CheckIn)) { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == New && PlanningOccasion.MayNew(script)) { PlanningOccasion.New(script); return; }
        if (script.EventsFor(Right.CheckIn).FirstOrDefault(e => e.Code == heard.Id) is { } e) { script.Goto(new DialogState.EventPlan(e.Id)); return; }
        if (heard.Text.Length > 0 && StaffCommands.OneEvent(script, heard.Text, Right.CheckIn) is { } meant) { script.Goto(new DialogState.EventPlan(meant.Id)); return; }
        script.AskAgain();
    }

    private static IEnumerable<EventInfo> Ordered(Script script)
    {
        var now = script.Context.Now;
        return script.EventsFor(Right.CheckIn).OrderBy(e => e.EndsAt < now).ThenBy(e => e.EndsAt < now ? -e.StartsAt.UtcTicks : e.StartsAt.UtcTicks);
    }
}
