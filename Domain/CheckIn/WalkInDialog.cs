using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.CheckIn;

/// <summary>Before a guest is registered at the door: is there a seat, and has the consent been signed on paper?</summary>
internal sealed class WalkInDialog : IDialog
{
    /// <summary>Follows the desk page's link to register a guest; false for everybody but staff.</summary>
    public static bool Follow(Script script, Programme.EventInfo e)
    {
        if (!script.May(Right.CheckIn, e)) return false;
        var desk = script.State.Dialog is DialogState.Desk open && open.Event == e.Id ? open : new DialogState.Desk(e.Id);
        script.Goto(new DialogState.WalkIn(e.Id, Desks.Session(script, desk, e)));
        return true;
    }

    public void Open(Script script, DialogState dialog)
    {
        var walkIn = (DialogState.WalkIn)dialog;
        if (script.Event(walkIn.Event) is not { } e || !script.May(Right.CheckIn, e)) { script.Goto(new DialogState.Menu()); return; }
        if (!Desks.Opens(script, e)) { script.Goto(new DialogState.Menu()); return; }
        if (e.Free == 0) { Full(script, e); return; }
        script.Ask(new Reply.Message(script.Text("walkin.consent")) { Options = [script.Choice("btn.signed"), script.Choice("btn.notyet")], Compact = true });
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var walkIn = (DialogState.WalkIn)dialog;
        switch (heard.Id)
        {
            case "btn.signed": WalkInOccasion.Begin(script, walkIn.Event, walkIn.Session); break;
            case "btn.notyet":
                script.Tell("walkin.nopaper");
                script.Goto(new DialogState.Desk(walkIn.Event));
                break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>No seat is left, for anybody or for the guest's quota: the queue goes before guests.</summary>
    public static void Full(Script script, Programme.EventInfo e, Quota? quota = null)
    {
        script.Tell("walkin.full", ("event", quota?.Title.In(script.Language) ?? e.Title.In(script.Language)), ("cap", quota?.Seats ?? e.Capacity), ("n", e.Waiting));
        script.Goto(new DialogState.Desk(e.Id));
    }
}
