using GrantBot.Domain.Filling;

namespace GrantBot.Domain.Conversation.Dialogs;

/// <summary>Offers an unfinished form again, after a pause or a detour.</summary>
internal sealed class ResumeDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (script.State.Unfinished is not { } unfinished || IOccasion.Of(unfinished) is not { } occasion || !occasion.IsOpen(script))
        {
            script.Remember(s => s with { Unfinished = null });
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Ask(new Reply.Message(script.Text(unfinished is DialogState.Registering ? "resume" : "resume.form", ("event", occasion.Title(script)))) { Options = [script.Choice("btn.continue"), script.Choice("btn.menu")], Compact = true });
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.continue" when script.State.Unfinished is { } unfinished:
                script.Remember(s => s with { Unfinished = null });
                script.Goto(unfinished);
                break;
            case "btn.menu": script.Goto(new DialogState.Menu()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }
}
