using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Staff who began a message choose whether they go on with it or begin another.</summary>
internal sealed class BroadcastResumingDialog : IDialog
{
    private const string GoOn = "btn.bc.draft", Anew = "btn.bc.anew", List = "btn.bc.list";
    private const int Excerpt = 100;

    /// <summary>Begins a message; whoever has a draft is asked first.</summary>
    public static void Begin(Script script, DialogState.BroadcastMaking anew)
    {
        if (script.State.Broadcast is null) script.Goto(anew);
        else script.Goto(new DialogState.BroadcastResuming(anew));
    }

    public void Open(Script script, DialogState dialog)
    {
        if (!BroadcastMakingDialog.May(script) || script.State.Broadcast is not { Draft: { Audience: { } audience } draft } kept) { script.Goto(new DialogState.Menu()); return; }
        var text = draft.Content.In(script.Language) is { Length: > 0 } words ? words : draft.Content.File!.Name;
        script.Tell("bc.draft", ("time", Dates.Moment(script.Local(kept.BegunAt))), ("who", BroadcastWhom.Title(script, audience)), ("text", BroadcastWriting.Short(text, Excerpt)));
        script.Ask(new Reply.Message(script.Text("bc.draft.ask")) { Options = [.. new[] { GoOn, Anew, List, "btn.menu" }.Select(script.Choice)] });
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!BroadcastMakingDialog.May(script)) { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case GoOn when script.State.Broadcast is { } kept: script.Goto(BroadcastMakingDialog.To(BroadcastStep.Text, kept.Draft with { Shown = null })); break;
            case Anew:
                KeptBroadcast.Forget(script);
                script.Goto(((DialogState.BroadcastResuming)dialog).Anew);
                break;
            case List: script.Goto(new DialogState.BroadcastList()); break;
            case "btn.menu": script.Goto(new DialogState.Menu()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }
}
