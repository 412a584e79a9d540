using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Registration;

/// <summary>What is stored about the person, and taking consent back (Law No. 94-V art. 8(2), 24).</summary>
internal sealed class MyDataDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (dialog is DialogState.Withdrawing) { script.Ask(script.Text("d.withdraw.ask"), [script.Choice("btn.no"), script.Choice("btn.withdraw")]); return; }
        if (script.Person is not { Consent: { } consent } person)
        {
            script.Tell("data.none");
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Tell("d.show", ("list", List(script, person)), ("purpose", script.Text("data.purpose")), ("until", Dates.Until(script.Context.Organisation.ConsentUntil, script.Language)),
            ("time", Dates.Moment(script.Local(consent.At))), ("ver", consent.TextVersion));
        script.Ask(script.Text("menu.ask"), [script.Choice("btn.menu"), script.Choice("btn.withdraw")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (dialog, heard.Id)
        {
            case (DialogState.MyData, "btn.withdraw"): script.Goto(new DialogState.Withdrawing()); break;
            case (DialogState.Withdrawing, "btn.withdraw"): Withdraw(script); break;
            case (_, "btn.menu" or "btn.no"): script.Goto(new DialogState.Menu()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Asks whether consent is really taken back; says so when there is none.</summary>
    public static void AskWithdraw(Script script)
    {
        if (script.Person?.Consent is null) { script.Remember(s => s with { Unfinished = null }); script.Goto(new DialogState.MyData()); }
        else script.Goto(new DialogState.Withdrawing());
    }

    private static void Withdraw(Script script)
    {
        if (script.State.Person is { } person) script.Record(new Fact.ConsentWithdrawn(person));
        script.Remember(s => s with { Person = null, VerifiedPhone = null, Unfinished = null, Told = null, Touches = null });
        script.Tell("withdrawn", ("time", Dates.Moment(script.Local(script.Context.Now))));
        if (script.Access.IsStaff) script.Tell("withdrawn.staff");
        script.Goto(new DialogState.Menu());
    }

    private static string List(Script script, KnownPerson person)
    {
        var lines = Answers(script, person).Select(l => $"{l.Label}: {l.Value}").ToList();
        foreach (var sent in script.Know(new Need.Submissions(person.Id)))
        {
            var (title, values) = Shown(script, sent);
            lines.Add(script.Text("data.form", ("title", title), ("time", Dates.Moment(script.Local(sent.At))), ("list", string.Join("; ", values))));
        }
        lines.Add(script.Text("data.registrations", ("n", person.Registrations.Count)));
        return string.Join("\n", lines);
    }

    /// <summary>A submission as its form shows it: title, answers with their questions, then values nobody was asked for. By names alone when the form is gone.</summary>
    private static (string Title, IEnumerable<string> Values) Shown(Script script, KnownSubmission sent)
    {
        if (script.Context.Forms.Find(sent.FormId, sent.FormVersion) is not { } form) return (sent.FormId, sent.Answers.Select(a => $"{a.Key}: {a.Value}"));
        var session = FormSession.Open(form, FormProgress.Sent(form, sent.Answers, sent.At), new(sent.At, script.Context.Zone), script.Context.Texts, script.Language);
        var asked = session.Summary();
        var paths = asked.Select(l => l.Path).ToHashSet(StringComparer.Ordinal);
        var title = session.Submission().Title is { Length: > 0 } own ? $"{form.Title(script.Language)}: {own}" : form.Title(script.Language);
        return (title, asked.Select(l => l.Words)
            .Concat(sent.Answers.Where(a => form.PathOf(a.Key) is not { } path || !paths.Contains(path)).Select(a => $"{a.Key}: {a.Value}")));
    }

    /// <summary>Stored answers as the form shows them.</summary>
    private static IReadOnlyList<SummaryLine> Answers(Script script, KnownPerson person)
    {
        if (person.Answers.Count == 0 || script.Context.Forms.Find("reg_person") is not { } form) return [];
        var session = FormSession.Open(form, FormProgress.Begin(form, 0, script.Context.Now), new(script.Context.Now, script.Context.Zone), script.Context.Texts, script.Language);
        foreach (var (name, value) in person.Answers) session.Set(name, value);
        return session.Summary();
    }
}
