using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Certifying;

/// <summary>Staff have the certificates and diplomas of an event made and sent.</summary>
internal sealed class CertificatesDialog : IDialog
{
    /// <summary>Takes the command: shows where the certificates of an event stand, and a sample of one.</summary>
    public static void Ask(Script script, string query)
    {
        if (query.Length == 0) { EventChoice.Begin(script, "certificates"); return; }
        if (StaffCommands.OneEvent(script, query, Right.Organise, "certificates") is not { } e) return;
        Globals.PutAside(script);
        Show(script, e.Id);
        script.Goto(new DialogState.Certifying(e.Id));
    }

    public void Open(Script script, DialogState dialog)
    {
        var of = ((DialogState.Certifying)dialog).Event;
        if (script.Event(of) is not { } e || !script.May(Right.Organise, e)) { script.Goto(new DialogState.Menu()); return; }
        var standing = script.Know(new Need.Certificates(of));
        script.Tell("certs.card", ("event", e.Title.In(script.Language)), ("attended", Whole(script, standing.Attended)), ("made", Whole(script, standing.Made)), ("lacking", Whole(script, standing.Lacking)));
        if (standing.WithoutChat > 0) script.Tell("certs.printed", ("n", Whole(script, standing.WithoutChat)));
        if (standing is { Attended: 0, Made: 0, Lacking: 0 }) script.Tell("certs.nobody");
        script.Ask(script.Text(standing.OwnTemplate ? "certs.own" : "certs.ships"),
            [.. standing.Lacking > 0 ? [script.Choice("btn.certs.make")] : Array.Empty<Option>(), script.Choice("btn.certs.sample"), script.Choice("btn.certs.own"), script.Choice("btn.certs.awards"),
                .. standing.OwnTemplate ? [script.Choice("btn.certs.ships")] : Array.Empty<Option>(), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var of = ((DialogState.Certifying)dialog).Event;
        if (!script.May(Right.Organise, of) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case "btn.certs.make" when script.Know(new Need.Certificates(of)).Lacking is > 0 and var n:
                script.Record(new Fact.CertificatesAsked(of, script.Language));
                script.Tell("certs.begun", ("n", Whole(script, n)));
                script.Goto(new DialogState.Menu());
                break;
            case "btn.certs.sample": Show(script, of); script.Goto(dialog); break;
            case "btn.certs.own": script.Goto(new DialogState.Templating(of)); break;
            case "btn.certs.awards": script.Goto(new DialogState.Awarding(of, AwardStep.Listing)); break;
            case "btn.certs.ships": TemplateDialog.Restore(script, of); break;
            case "btn.certs.make": script.Goto(dialog); break; // somebody else had them made meanwhile
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void Show(Script script, EventId of)
    {
        if (script.Know(new Need.CertificateSample(of, script.Language)) is { } picture) script.Add(new Reply.File(picture, "sample.png", "image/png", script.Text("certs.sample")));
        else script.Tell("certs.nopicture");
    }

    private static string Whole(Script script, int n) => Numbers.Whole(n, script.Language);
}
