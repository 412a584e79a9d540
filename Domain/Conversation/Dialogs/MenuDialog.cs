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

    public void Open(Script script, DialogState dialog)
    {
        List<Option> options = [.. script.State.Unfinished is null ? Array.Empty<Option>() : [script.Choice("btn.continue")], .. Entries.Select(e => script.Choice(e.Key))];
        if (script.Person?.Registrations.Any(r => r.Status is RegistrationStatus.Attended) == true) options.Insert(options.FindIndex(o => o.Id == "menu.mine") + 1, script.Choice(Certificates));
        script.Ask(script.Text("menu.ask"), options);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (heard.Id == "btn.continue") { script.Goto(new DialogState.Resuming()); return; }
        if (heard.Id == Certificates) { Globals.Act(script, GlobalWord.Certificates); return; }
        var entry = Entries.FirstOrDefault(e => e.Key == heard.Id);
        if (entry.Key is null) { script.Tell("unknown"); script.Goto(dialog); return; }
        Globals.Act(script, entry.Word);
    }
}
