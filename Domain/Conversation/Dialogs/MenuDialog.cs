namespace GrantBot.Domain.Conversation.Dialogs;

/// <summary>The menu: everything a participant can do, in one list.</summary>
internal sealed class MenuDialog : IDialog
{
    private static readonly (string Key, GlobalWord Word)[] Entries =
    [
        ("menu.events", GlobalWord.Events), ("menu.mine", GlobalWord.Mine), ("menu.data", GlobalWord.MyData),
        ("menu.lang", GlobalWord.Language), ("menu.help", GlobalWord.Help), ("menu.human", GlobalWord.Human),
    ];

    public void Open(Script script, DialogState dialog) => script.Ask(script.Text("menu.ask"),
        [.. script.State.Unfinished is null ? Array.Empty<Option>() : [script.Choice("btn.continue")], .. Entries.Select(e => script.Choice(e.Key))]);

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (heard.Id == "btn.continue") { script.Goto(new DialogState.Resuming()); return; }
        var entry = Entries.FirstOrDefault(e => e.Key == heard.Id);
        if (entry.Key is null) { script.Tell("unknown"); script.Goto(dialog); return; }
        Globals.Act(script, entry.Word);
    }
}
