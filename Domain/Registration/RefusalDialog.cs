using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration;

/// <summary>The program refuses a registration, says why, and offers that a person decides (Law No. 94-V art. 19-1).</summary>
internal sealed class RefusalDialog : IDialog
{
    /// <summary>Refuses; what was answered so far is kept, so that somebody who is admitted after all need not type it again.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="e">The event.</param>
    /// <param name="about">Why.</param>
    /// <param name="detail">What the program saw.</param>
    public static void Refuse(Script script, EventInfo e, RefusalKind about, string detail)
    {
        Globals.PutAside(script);
        script.Goto(new DialogState.Refused(e.Id, about, detail));
    }

    public void Open(Script script, DialogState dialog)
    {
        var refused = (DialogState.Refused)dialog;
        if (script.Event(refused.Event) is not { } e) { script.Goto(new DialogState.ChooseEvent()); return; }
        script.Ask(Words(script, e, refused.About), [script.Choice("btn.review"), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var refused = (DialogState.Refused)dialog;
        switch (heard.Id)
        {
            case "btn.review" when script.State.Person is { } person:
                script.Record(new Fact.HumanReviewAsked(refused.Event, person, refused.About, refused.Detail));
                script.Tell("review.taken", ("phone", script.Context.Organisation.Phone));
                script.Goto(new DialogState.Menu());
                break;
            case "btn.menu":
                script.Remember(s => s with { Unfinished = null });
                script.Goto(new DialogState.Menu());
                break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Why, in words.</summary>
    public static string Words(Script script, EventInfo e, RefusalKind about) => about switch
    {
        RefusalKind.Age => script.Text("e.age", ("min", e.MinAge ?? 5), ("max", e.MaxAge ?? 100)),
        RefusalKind.Territory => script.Text("e.territory", ("list", string.Join(", ", e.Territories.Select(t => script.Text("ter." + t))))),
        _ => script.Text("e.quota", ("list", string.Join("\n", e.Quotas.Select(q => "• " + q.Title.In(script.Language))))),
    };
}
