using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.Experts;

/// <summary>The form by which staff enter a judge or an expert of an event, with how they consented.</summary>
internal sealed class ExpertOccasion(DialogState.ExpertForm filling) : IOccasion
{
    /// <summary>Begins one.</summary>
    public static void Begin(Script script, EventId of)
    {
        if (script.Context.Forms.Find(Expert.FormId) is not { } form) { script.Tell("form.closed"); script.Goto(new DialogState.Menu()); return; }
        FormDialog.Begin(script, form, p => new DialogState.ExpertForm(of, p, FillingStep.Asking));
    }

    public bool IsOpen(Script script) => script.May(Right.Organise, filling.Event);

    public void Prepare(Script script, FormSession session) { }

    public bool Ends(Script script, FormSession session)
    {
        if (IsOpen(script)) return false;
        script.Goto(new DialogState.Menu());
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session)) return;
        var answers = session.Submission().ByName;
        string Text(string name) => answers.GetValueOrDefault(name, "");
        var expert = new Expert(Text("role"), Text("fullname"), Text("organisation"), Text("position"), Text("town"), Text("contact"), Text("basis") == "paper" ? ConsentBasis.Paper : ConsentBasis.Import);
        var known = new KnownExpert(new(script.Context.NewId()), expert);
        script.Record(new Fact.ExpertAdded(known.Person, filling.Event, expert));
        script.Tell("expert.added", ("name", expert.FullName));
        ExpertsDialog.ShowWith(script, filling.Event, known.Person, known);
    }

    public void Leave(Script script) => script.Goto(new DialogState.Experts(filling.Event));

    public string Title(Script script) => script.Context.Forms.Find(Expert.FormId)?.Title(script.Language) ?? "";
}
