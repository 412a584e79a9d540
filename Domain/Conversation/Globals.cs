using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation.Dialogs;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>What the words do that work at any point.</summary>
internal static class Globals
{
    /// <summary>Acts on a global word or a deep link; false when the message is neither.</summary>
    public static bool Take(Script script, Heard heard)
    {
        if (heard.Text.Length == 0) return false;
        if (Turn.StartCode(heard.Text) is { } code) { PutAside(script); DeepLink.Follow(script, code); return true; }
        if (DayCodes.Take(script, heard.Text)) return true;
        var word = GlobalWords.Find(heard.Text, exactly: script.AwaitsWords || Organising.StaffCommands.IsNear(script, heard.Text));
        if (word is GlobalWord.None) return false;
        Act(script, word);
        return true;
    }

    /// <summary>Does what a word or a menu entry says.</summary>
    public static void Act(Script script, GlobalWord word)
    {
        switch (word)
        {
            case GlobalWord.Start: Start(script); break;
            case GlobalWord.Menu: Unmute(script); PutAside(script); script.Goto(new DialogState.Menu()); break;
            case GlobalWord.Help: Help(script); break;
            case GlobalWord.Language: LanguageDialog.AskChange(script); break;
            case GlobalWord.Back: Back(script); break;
            case GlobalWord.Cancel: Cancel(script); break;
            case GlobalWord.Stop: script.Remember(s => s with { Muted = true }); script.Tell("d.stop"); break;
            case GlobalWord.Human: Consultations.ConsultationEntry.Call(script); break;
            case GlobalWord.MyData: PutAside(script); script.Goto(new DialogState.MyData()); break;
            case GlobalWord.Withdraw: PutAside(script); MyDataDialog.AskWithdraw(script); break;
            case GlobalWord.Mine: PutAside(script); script.Goto(new DialogState.MyRegistrations()); break;
            case GlobalWord.Events: PutAside(script); script.Goto(new DialogState.ChooseEvent()); break;
            case GlobalWord.Certificates: PutAside(script); script.Goto(new DialogState.MyCertificates()); break;
            case GlobalWord.Correct: Certifying.CorrectionDialog.Begin(script); break;
            default: break;
        }
    }

    private static void Start(Script script)
    {
        Unmute(script);
        PutAside(script);
        if (script.State.Unfinished is not null) { script.Goto(new DialogState.Resuming()); return; }
        script.Tell("hello.now", ("org", script.Context.Organisation.Name));
        script.Goto(new DialogState.Menu());
    }

    private static void Help(Script script)
    {
        if (script.State.Dialog is DialogState.Filling filling) FormDialog.Advise(script, filling);
        script.Tell("help", ("org", script.Context.Organisation.Name), ("phone", script.Context.Organisation.Phone));
        if (script.Access.IsStaff) script.Say(Organising.StaffCommands.Help(script));
        script.AskAgain();
    }

    private static void Back(Script script)
    {
        switch (script.State.Dialog)
        {
            case DialogState.Filling filling: FormDialog.Back(script, filling); break;
            case DialogState.Consenting { Event: { } e } consenting: script.Goto(new DialogState.EventCard(e, consenting.ByGuardian)); break;
            case DialogState.TeamBeginning beginning: script.Goto(new DialogState.EventCard(beginning.Event)); break;
            case DialogState.TeamNaming or DialogState.TeamReplacing or DialogState.TeamLeaving: Registration.Teams.TeamCardDialog.Back(script); break;
            case DialogState.TeamShown shown: Organising.TeamDesk.Back(script, shown); break;
            case DialogState.EventCard: script.Goto(new DialogState.ChooseEvent()); break;
            case DialogState.WalkIn walkIn: script.Goto(new DialogState.Desk(walkIn.Event)); break;
            default: script.Goto(new DialogState.Menu()); break;
        }
    }

    private static void Cancel(Script script)
    {
        if (script.State.Dialog is DialogState.Filling filling and not DialogState.Consulting { Closes: not null }) script.Tell(filling switch { { IsOfAnother: true } => "cancelled.other", DialogState.Registering => "cancelled", _ => "cancelled.form" });
        PutAside(script);
        script.Goto(new DialogState.Menu());
    }

    /// <summary>A form in which something was answered is kept, to be offered again; what is written to close a request stays with the request.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="blank">Also one in which nothing was answered yet: who leaves it to talk to a person comes back to it.</param>
    public static void PutAside(Script script, bool blank = false)
    {
        if (script.State.Dialog is not DialogState.Filling filling) return;
        if (filling is DialogState.Consulting { Closes: not null } closing) Consultations.KeptClosing.Keep(script, closing);
        else if (!filling.IsOfAnother && (filling is DialogState.Consulting ? filling.Form.Asked.Count > 0 && script.State.Unfinished is null : blank || filling.Form.Asked.Count > 0)) script.Remember(s => s with { Unfinished = filling });
        script.Remember(s => s with { Dialog = new DialogState.Menu() });
    }

    private static void Unmute(Script script) { if (script.State.Muted) script.Remember(s => s with { Muted = false }); }
}
