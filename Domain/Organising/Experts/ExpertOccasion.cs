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
    /// <param name="script">The turn.</param>
    /// <param name="of">The event.</param>
    /// <param name="before">The one who is changed; null = somebody new.</param>
    public static void Begin(Script script, EventId of, KnownExpert? before = null)
    {
        if (script.Context.Forms.Find(Expert.FormId) is not { } form) { script.Tell("form.closed"); script.Goto(new DialogState.Menu()); return; }
        if (before is not null && script.Know(new Need.ExpertElsewhere(of, before.Person)) is > 0 and var n) script.Tell("expert.change.also", ("n", n));
        FormDialog.Begin(script, form, p => new DialogState.ExpertForm(of, p, FillingStep.Asking, Person: before?.Person), before is null ? null : Write(before.What));
    }

    public bool IsOpen(Script script) => script.May(Right.Organise, filling.Event) && (filling.Person is null || Changed(script) is not null);

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
        var before = Changed(script);
        var expert = new Expert(Text("role"), Text("fullname"), Text("organisation"), Text("position"), Text("town"), Text("contact"), Text("basis") == "paper" ? ConsentBasis.Paper : ConsentBasis.Import);
        if (before is not null) { Change(script, before, expert); return; }
        var known = new KnownExpert(new(script.Context.NewId()), expert);
        script.Record(new Fact.ExpertAdded(known.Person, filling.Event, expert));
        script.Tell("expert.added", ("name", expert.FullName));
        ExpertsDialog.ShowWith(script, filling.Event, known.Person, known);
    }

    public void Leave(Script script) => script.Goto(new DialogState.Experts(filling.Event));

    public string Title(Script script) => script.Context.Forms.Find(Expert.FormId)?.Title(script.Language) ?? "";

    private KnownExpert? Changed(Script script) => filling.Person is { } person ? script.Know(new Need.Experts(filling.Event)).FirstOrDefault(x => x.Person == person) : null;

    private void Change(Script script, KnownExpert before, Expert now)
    {
        if (now == before.What) script.Tell("expert.same");
        else
        {
            script.Record(new Fact.ExpertChanged(before.Person, filling.Event, before.What, now));
            Undoable.Offer(script, (id, until) => new Undoable.ExpertEdit(id, until, filling.Event, before.Person, before.What, now), script.Text("expert.changed", ("name", now.FullName)));
        }
        ExpertsDialog.ShowWith(script, filling.Event, before.Person, before with { What = now });
    }

    private static Dictionary<string, string> Write(Expert expert)
    {
        (string Name, string Value)[] answers =
        [
            ("role", expert.Role), ("fullname", expert.FullName), ("organisation", expert.Organisation), ("position", expert.Position), ("town", expert.Town), ("contact", expert.Contact),
            ("basis", expert.Basis is ConsentBasis.Paper ? "paper" : "contract"),
        ];
        return answers.Where(a => a.Value.Length > 0).ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
    }
}
