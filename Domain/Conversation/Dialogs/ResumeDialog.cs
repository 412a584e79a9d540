using GrantBot.Domain.Filling;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation.Dialogs;

/// <summary>Offers an unfinished form again, after a pause or a detour.</summary>
internal sealed class ResumeDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        var instead = ((DialogState.Resuming)dialog).Instead;
        if (script.State.Unfinished is not { } unfinished || IOccasion.Of(unfinished) is not { } occasion || !occasion.IsOpen(script))
        {
            script.Remember(s => s with { Unfinished = null });
            if (instead is not null) ConsentDialog.Begin(script, instead);
            else script.Goto(new DialogState.Menu());
            return;
        }
        List<Option> options = [script.Choice("btn.continue"), .. instead is null ? Array.Empty<Option>() : [script.Choice("btn.anew")], script.Choice("btn.menu")];
        script.Ask(new Reply.Message(script.Text(unfinished is DialogState.Registering ? "resume" : "resume.form", ("event", occasion.Title(script)))) { Options = options, Compact = true });
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.continue" when script.State.Unfinished is { } unfinished:
                script.Remember(s => s with { Unfinished = null });
                script.Goto(unfinished);
                break;
            case "btn.anew" when dialog is DialogState.Resuming { Instead: { } instead }:
                script.Remember(s => s with { Unfinished = null });
                ConsentDialog.Begin(script, instead);
                break;
            case "btn.menu": script.Goto(new DialogState.Menu()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }
}
