using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation.Dialogs;

/// <summary>The menu: everything a participant can do, in one list.</summary>
internal sealed class MenuDialog : IDialog
{
    private static readonly (string Key, GlobalWord Word)[] Entries =
    [
        ("menu.events", GlobalWord.Events), ("menu.mine", GlobalWord.Mine), ("menu.data", GlobalWord.MyData),
        ("menu.lang", GlobalWord.Language), ("menu.help", GlobalWord.Help), ("menu.human", GlobalWord.Human),
    ];

    /// <summary>Shown to who attended something: a choice that leads nowhere for all others would only stand in the way.</summary>
    private const string Certificates = "menu.certs";

    /// <summary>Shown to who answers for a team.</summary>
    private const string Team = "menu.team";

    public void Open(Script script, DialogState dialog)
    {
        if (script.Access.IsStaff) script.Goto(new DialogState.StaffMenu());
        else script.Ask(script.Text("menu.ask"), Options(script));
    }

    /// <summary>What a participant can do now.</summary>
    public static IReadOnlyList<Option> Options(Script script)
    {
        List<Option> options = [.. script.State.Unfinished is null ? Array.Empty<Option>() : [script.Choice("btn.continue")], .. Entries.Select(e => script.Choice(e.Key))];
        if (script.Person?.Registrations.Any(r => r.Status is RegistrationStatus.Attended) == true) options.Insert(options.FindIndex(o => o.Id == "menu.mine") + 1, script.Choice(Certificates));
        if (Teams(script).Count > 0 || script.Recorded.Any(f => f is Fact.TeamMade)) options.Insert(options.FindIndex(o => o.Id == "menu.mine"), script.Choice(Team));
        return options;
    }

    public void Take(Script script, DialogState dialog, Heard heard) => Press(script, heard.Id);

    /// <summary>Does what was chosen of <see cref="Options"/>.</summary>
    public static void Press(Script script, string? id)
    {
        if (id == "btn.continue") { script.Goto(new DialogState.Resuming()); return; }
        if (id == Certificates) { Globals.Act(script, GlobalWord.Certificates); return; }
        if (id == Team) { OpenTeam(script); return; }
        var entry = Entries.FirstOrDefault(e => e.Key == id);
        if (entry.Key is null) { script.Tell("unknown"); script.Goto(new DialogState.Menu()); return; }
        Globals.Act(script, entry.Word);
    }

    /// <summary>The only team at once; of several, as of none any more, the list.</summary>
    private static void OpenTeam(Script script)
    {
        if (Teams(script) is [var only]) script.Goto(new DialogState.TeamCard(only.Id));
        else script.Goto(new DialogState.MyRegistrations());
    }

    /// <summary>Teams of tournaments that are not over; one that this very turn gave up is none any more.</summary>
    private static List<KnownTeam> Teams(Script script) => script.State.Person is { } owner && script.Events.Any(e => e.TeamSize is not null && script.Context.Now < e.EndsAt)
        ? [.. script.Know(new Need.TeamsOf(owner)).Where(t => script.Event(t.Event)?.EndsAt > script.Context.Now && !script.Recorded.Any(f => f is Fact.TeamMoved { To: RegistrationStatus.Cancelled } moved && moved.Team == t.Id))] : [];
}
