using GrantBot.Domain.Conversation;
using GrantBot.Domain.Conversation.Dialogs;

namespace GrantBot.Domain.Organising;

/// <summary>The menu of staff: all they may do in a few groups, so that no command need be remembered; what participants have stands behind one entry.</summary>
internal sealed class StaffMenu : IDialog
{
    private const string Group = "menu.s.", Me = "me";

    /// <summary>Which commands stand in which group, in this order. A group of one command is that command.</summary>
    private static readonly (string Name, string[] Commands)[] Groups =
    [
        ("desk", ["desk"]),
        ("events", ["event", "new", "venues", "projects", "wait", "team", "stage", "reviews"]),
        ("counts", ["stats", "tables", "indicators", "reach", "digest"]),
        ("consult", ["consult", "journal"]),
        ("lists", ["list", "certificates", "award", "import", "people"]),
        ("talk", ["send", "survey", "forms"]),
        ("staff", ["staff", "group", "parked"]),
    ];

    /// <summary>The commands that can be reached from here.</summary>
    internal static IEnumerable<string> Reached => Groups.SelectMany(g => g.Commands);

    public void Open(Script script, DialogState dialog)
    {
        var section = ((DialogState.StaffMenu)dialog).Section;
        if (!script.Access.IsStaff) { script.Goto(new DialogState.Menu()); return; }
        if (section == Me) script.Ask(script.Text("menu.ask"), [.. MenuDialog.Options(script), script.Choice("btn.menu")]);
        else if (section.Length == 0) script.Ask(script.Text("menu.ask"), [.. script.State.Unfinished is null ? Array.Empty<Option>() : [script.Choice("btn.continue")], .. Main(script), script.Choice(Group + Me), script.Choice("menu.help")]);
        else script.Ask(script.Text("staff.ask." + section), [.. Commands(script, section).Select(c => script.Choice(c.Label)), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var section = ((DialogState.StaffMenu)dialog).Section;
        if (!script.Access.IsStaff || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (section == Me) { MenuDialog.Press(script, heard.Id); return; }
        switch (heard.Id)
        {
            case "btn.continue": script.Goto(new DialogState.Resuming()); break;
            case "menu.help": Globals.Act(script, GlobalWord.Help); break;
            case { } id when id.StartsWith(Group, StringComparison.Ordinal) && id[Group.Length..] is var chosen: Enter(script, chosen); break;
            case { } id when Commands(script, section).FirstOrDefault(c => c.Label == id) is { } command: Act(script, command); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static IEnumerable<Option> Main(Script script) => Groups.Where(g => Commands(script, g.Name).Count > 0).Select(g => script.Choice(Group + g.Name));

    private static void Enter(Script script, string group)
    {
        if (group != Me && Commands(script, group) is [var only]) Act(script, only);
        else script.Goto(new DialogState.StaffMenu(group));
    }

    /// <summary>What only says something is followed by the menu; what comes a moment later leaves it as it is.</summary>
    private static void Act(Script script, StaffCommand command)
    {
        StaffCommands.Act(script, command.Name, "");
        if (script.State.Dialog is not DialogState.StaffMenu) return;
        if (script.Recorded.Any()) script.Remember(s => s with { LastPress = null });
        else script.Goto(new DialogState.Menu());
    }

    private static List<StaffCommand> Commands(Script script, string group) =>
        [.. Groups.Where(g => g.Name == group).SelectMany(g => g.Commands).Select(n => StaffCommand.All.First(c => c.Name == n)).Where(c => c.Allowed(script))];
}
