using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Filling;

/// <summary>A form filled by itself: by a participant who followed its link, or tried by staff before it is published.</summary>
internal sealed class AnsweringOccasion(DialogState.Answering answering) : IOccasion
{
    /// <summary>Opens a published form for a participant; consent comes first.</summary>
    public static void Open(Script script, string id) => ConsentDialog.Begin(script, new DialogState.Consenting(null, id));

    /// <summary>Begins a published form; the participant has consented.</summary>
    public static void Begin(Script script, string id)
    {
        if (script.Context.Forms.Find(id) is { } form)
        {
            if (script.State.Person is { } person && script.Know(new Need.Submissions(person)).FirstOrDefault(s => s.FormId == id) is { } before)
                script.Tell("form.again", ("date", Dates.Moment(script.Local(before.At))));
            script.Say(form.Title(script.Language));
            FormDialog.Begin(script, form, p => new DialogState.Answering(p, FillingStep.Asking));
            return;
        }
        script.Tell("form.closed");
        script.Goto(new DialogState.Menu());
    }

    /// <summary>Begins a trial of any version.</summary>
    public static void Try(Script script, Form form)
    {
        script.Tell("form.trial");
        FormDialog.Begin(script, form, p => new DialogState.Answering(p, FillingStep.Asking, Trial: true));
    }

    private FormProgress Progress => answering.Form;

    public bool IsOpen(Script script) => script.Context.Forms.Edition(Progress.FormId, Progress.FormVersion) is { Status: not FormStatus.Retired };

    public void Prepare(Script script, FormSession session) { }

    public bool Ends(Script script, FormSession session) => false;

    public void Confirm(Script script, FormSession session)
    {
        if (answering.Trial)
        {
            var sent = session.Submission();
            script.Tell("form.trial.done", ("list", string.Join("\n", sent.ByName.Select(a => $"{a.Key} = {a.Value}").Prepend(sent.Title).Where(l => l.Length > 0))));
            Leave(script);
            return;
        }
        if (script.State.Person is not { } person) { Open(script, Progress.FormId); return; }
        script.Record(new Fact.FormAnswered(script.Context.NewId(), person, Progress.FormId, Progress.FormVersion, Progress.StartedAt, session.Submission().ByName));
        script.Remember(s => s with { Unfinished = null });
        script.Tell("form.thanks");
        script.Goto(new DialogState.Menu());
    }

    public void Leave(Script script)
    {
        if (answering.Trial) script.Remember(s => s with { Unfinished = null });
        script.Goto(answering.Trial ? new DialogState.FormCard(Progress.FormId, Progress.FormVersion) : new DialogState.Menu());
    }

    public string Title(Script script) => script.Context.Forms.Find(Progress.FormId, Progress.FormVersion)?.Title(script.Language) ?? "";
}
