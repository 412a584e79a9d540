using System.Diagnostics;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Staff write a message to many: for whom, what it says, how each language sees it and how many it reaches, when it leaves.</summary>
internal sealed class BroadcastMakingDialog : IDialog
{
    /// <summary>Whether the chat may write to participants: the one place where it is asked.</summary>
    public static bool May(Script script) => script.May(Right.Organise);

    /// <summary>"/send EVENT TEXT"; without a text, or without both, it is asked for.</summary>
    public static void Begin(Script script, string rest)
    {
        if (rest.Length == 0)
        {
            Globals.PutAside(script);
            if (script.State.Broadcast is null) script.Goto(new DialogState.BroadcastList());
            else BroadcastResumingDialog.Begin(script, new(BroadcastStep.Where, new()));
            return;
        }
        var end = rest.IndexOfAny([' ', '\n']);
        var (query, text) = end < 0 ? (rest, "") : (rest[..end], rest[(end + 1)..].Trim());
        if (StaffCommands.OneEvent(script, query, Right.Organise) is not { } e) return;
        Globals.PutAside(script);
        var draft = new BroadcastDraft(new BroadcastAudience(BroadcastWho.Confirmed, e.Id));
        BroadcastResumingDialog.Begin(script, text.Length == 0 ? new(BroadcastStep.Who, new(Event: e.Id))
            : BroadcastWriting.Put(script, draft, text) is { } written ? new(BroadcastStep.Check, written) : new(BroadcastStep.Text, draft));
    }

    public void Open(Script script, DialogState dialog)
    {
        var making = (DialogState.BroadcastMaking)dialog;
        if (!May(script)) { script.Goto(new DialogState.Menu()); return; }
        script.Stay(making);
        KeptBroadcast.Keep(script, making.Draft);
        switch (making.Step)
        {
            case <= BroadcastStep.Group or >= BroadcastStep.AnswerForm: BroadcastWhom.Ask(script, making); break;
            case BroadcastStep.Text: BroadcastWriting.Ask(script, making.Draft); break;
            case BroadcastStep.Button or BroadcastStep.ButtonEvent or BroadcastStep.ButtonForm or BroadcastStep.ButtonLink: BroadcastButtons.Ask(script, making); break;
            case BroadcastStep.Check: BroadcastChecking.Ask(script, making.Draft); break;
            case BroadcastStep.When: BroadcastChecking.AskWhen(script); break;
            default: throw new UnreachableException();
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var making = (DialogState.BroadcastMaking)dialog;
        if (!May(script) || heard.Id == "btn.menu") { Leave(script); return; }
        if (heard.Id == "btn.back") { script.Goto(Before(making)); return; }
        var next = making.Step switch
        {
            <= BroadcastStep.Group or >= BroadcastStep.AnswerForm => BroadcastWhom.Take(script, making, heard),
            BroadcastStep.Text => BroadcastWriting.Take(script, making.Draft, heard),
            BroadcastStep.Check => BroadcastChecking.Take(script, making.Draft, heard),
            BroadcastStep.When => BroadcastChecking.TakeWhen(script, making.Draft, heard),
            _ => BroadcastButtons.Take(script, making, heard),
        };
        if (next is not null) script.Goto(next);
        else script.AskAgain();
    }

    /// <summary>What is asked with a draft at a step.</summary>
    public static DialogState To(BroadcastStep step, BroadcastDraft draft) => new DialogState.BroadcastMaking(step, draft);

    private static void Leave(Script script)
    {
        if (script.State.Broadcast is not null) script.Tell("bc.draft.kept");
        script.Goto(new DialogState.Menu());
    }

    private static DialogState Before(DialogState.BroadcastMaking making) => making.Step switch
    {
        BroadcastStep.Where when making.Draft.Content.IsEmpty => new DialogState.BroadcastList(),
        BroadcastStep.Where or BroadcastStep.Check or BroadcastStep.Button => To(BroadcastStep.Text, making.Draft),
        BroadcastStep.Event or BroadcastStep.Group or BroadcastStep.AnswerForm or BroadcastStep.Text => To(BroadcastStep.Where, making.Draft),
        BroadcastStep.Who => To(BroadcastStep.Event, making.Draft),
        BroadcastStep.AnswerQuestion => To(BroadcastStep.AnswerForm, making.Draft),
        BroadcastStep.Answer => To(BroadcastStep.AnswerQuestion, making.Draft),
        BroadcastStep.When => To(BroadcastStep.Check, making.Draft),
        _ => To(BroadcastStep.Button, making.Draft),
    };
}
