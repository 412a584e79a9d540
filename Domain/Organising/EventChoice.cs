using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising;

/// <summary>A command that is about an event was given without one: the events for which its right holds are offered, those to come first.</summary>
internal sealed class EventChoice : IDialog
{
    private const int MostOffered = 10;

    /// <summary>Asks about which event; takes the only one at once, and the one whose card is open.</summary>
    public static void Begin(Script script, string command)
    {
        var events = Events(script, command);
        if (script.State.Dialog is DialogState.EventPlan { Event: var shown } && events.Find(e => e.Id == shown) is { } open) { StaffCommands.Act(script, command, open.Code); return; }
        if (events is [var only]) { StaffCommands.Act(script, command, only.Code); return; }
        Globals.PutAside(script);
        if (events.Count > 0) { script.Goto(new DialogState.ChoosingEventFor(command)); return; }
        script.Tell("staff.event.none");
        script.Goto(new DialogState.Menu());
    }

    public void Open(Script script, DialogState dialog)
    {
        var command = Command(dialog);
        if (!command.Allowed(script)) { script.Goto(new DialogState.Menu()); return; }
        Ask(script, script.Text("staff.event.which", ("what", script.Text(command.Label))), Events(script, command.Name));
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var command = Command(dialog);
        if (!command.Allowed(script) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (Events(script, command.Name).FirstOrDefault(e => e.Code == heard.Id) is { } chosen) { Act(script, command, chosen); return; }
        if (heard.Text.Length == 0) script.AskAgain();
        else if (StaffCommands.OneEvent(script, heard.Text, command.Needs, command.Name) is { } meant) Act(script, command, meant);
    }

    /// <summary>What was said behind a command is no event, or several: offers those it is near to.</summary>
    public static void Offer(Script script, string command, string text, IReadOnlyList<EventInfo> events)
    {
        Globals.PutAside(script);
        script.Stay(new DialogState.ChoosingEventFor(command));
        Ask(script, text, events.Take(MostOffered));
    }

    private static void Ask(Script script, string text, IEnumerable<EventInfo> events) =>
        script.Ask(text, [.. events.Select(e => new Option(e.Code, e.Title.In(script.Language)) { Description = Dates.Short(DateOnly.FromDateTime(script.Local(e.StartsAt).DateTime)) }), script.Choice("btn.menu")]);

    /// <summary>After what only answers, another event may be chosen.</summary>
    private static void Act(Script script, StaffCommand command, EventInfo e)
    {
        StaffCommands.Act(script, command.Name, e.Code);
        if (script.State.Dialog is DialogState.ChoosingEventFor) script.Remember(s => s with { LastPress = null });
    }

    private static StaffCommand Command(DialogState dialog) => StaffCommand.All.First(c => c.Name == ((DialogState.ChoosingEventFor)dialog).Command);

    private static List<EventInfo> Events(Script script, string command)
    {
        var now = script.Context.Now;
        return [.. script.EventsFor(StaffCommand.All.First(c => c.Name == command).Needs).Where(e => command != "team" || e.TeamSize is not null)
            .OrderBy(e => e.EndsAt < now).ThenBy(e => e.EndsAt < now ? -e.StartsAt.UtcTicks : e.StartsAt.UtcTicks)];
    }
}
