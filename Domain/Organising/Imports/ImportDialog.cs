using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.Imports;

/// <summary>Staff send a list of earlier registrations, see what it would do, say how the people gave consent, and only then have it imported.</summary>
internal sealed class ImportDialog : IDialog
{
    private const int LongestWhere = 200;

    public void Open(Script script, DialogState dialog)
    {
        var importing = (DialogState.Importing)dialog;
        if (script.Event(importing.Event) is not { CalledOff: null } e || !script.May(Right.Organise, e)) { script.Goto(new DialogState.Menu()); return; }
        switch (importing.Step)
        {
            case ImportStep.File: script.Ask(script.Text("import.send", ("event", e.Title.In(script.Language))), [script.Choice("btn.cancel")]); break;
            case ImportStep.Consent: script.Ask(script.Text("import.consent"), [script.Choice("btn.import.paper"), script.Choice("btn.import.form"), script.Choice("btn.cancel")]); break;
            case ImportStep.Where: script.Ask(new Reply.Message(script.Text("import.where")) { Options = [script.Choice("btn.back"), script.Choice("btn.cancel")], TakesText = true }); break;
            case ImportStep.Guardians: script.Ask(script.Text("import.guardians", ("n", importing.Minors)), [script.Choice("btn.import.signed"), script.Choice("btn.import.unsigned"), script.Choice("btn.cancel")]); break;
            default: AskReady(script, importing, e.Title.In(script.Language)); break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var importing = (DialogState.Importing)dialog;
        if (script.Event(importing.Event) is not { CalledOff: null } e || !script.May(Right.Organise, e)) { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.cancel") { script.Tell("import.cancelled"); script.Goto(new DialogState.Menu()); return; }
        if (heard.Content is Inbound.File file) { TakeFile(script, file, e); return; }
        var next = (importing.Step, heard.Id) switch
        {
            (ImportStep.Consent, "btn.import.paper") => importing with { Basis = ConsentBasis.Paper, Where = "", Step = importing.Minors > 0 ? ImportStep.Guardians : ImportStep.Ready },
            (ImportStep.Consent, "btn.import.form") => importing with { Basis = ConsentBasis.Import, Guardians = false, Step = ImportStep.Where },
            (ImportStep.Where, "btn.back") => importing with { Step = ImportStep.Consent },
            (ImportStep.Where, null) when heard.Text.Length is > 2 and <= LongestWhere => importing with { Where = heard.Text, Step = ImportStep.Ready },
            (ImportStep.Guardians, "btn.import.signed") => importing with { Guardians = true, Step = ImportStep.Ready },
            (ImportStep.Guardians, "btn.import.unsigned") => importing with { Guardians = false, Step = ImportStep.Ready },
            _ => null,
        };
        if (next is not null) script.Goto(next);
        else if (importing is { Step: ImportStep.Ready, File: { } kept } && heard.Id == "btn.import") Begin(script, importing, kept);
        else { script.Tell("unknown"); script.AskAgain(); }
    }

    private static void TakeFile(Script script, Inbound.File file, Programme.EventInfo e)
    {
        var look = script.Know(new Need.ImportList(file.Handle, file.Name, file.Bytes, e.Id, script.Language));
        ImportWordsOf.Say(script, look, e);
        if (look.File is null)
        {
            script.Stay(new DialogState.Importing(e.Id, ImportStep.File));
            script.Ask(script.Text("import.again"), [script.Choice("btn.cancel")]);
            return;
        }
        script.Goto(new DialogState.Importing(e.Id, ImportStep.Consent, look.File, look.Plan.Rows.Count, look.Plan.Minors));
    }

    private static void AskReady(Script script, DialogState.Importing importing, string title)
    {
        var basis = importing.Basis is ConsentBasis.Paper ? script.Text("import.basis.paper") : script.Text("import.basis.form", ("where", importing.Where));
        if (importing is { Minors: > 0, Guardians: false }) basis += "\n" + Papers(script, importing.Minors, script.Context.Now, script.Event(importing.Event));
        script.Ask(script.Text("import.ready", ("event", title), ("n", importing.People), ("basis", basis)),
            [new Option("btn.import", script.Text("btn.import", ("n", importing.People))), script.Choice("btn.cancel")]);
    }

    /// <summary>That so many wait for a guardian's paper, until when, and where it is recorded.</summary>
    public static string Papers(Script script, int minors, DateTimeOffset imported, Programme.EventInfo? e) =>
        script.Text("import.minors.wait", ("n", minors), ("until", Dates.UntilBrief(script.Local(imported + Eligibility.GuardianTime), script.Language)), ("code", e?.Code));

    private static void Begin(Script script, DialogState.Importing importing, string file)
    {
        script.Record(new Fact.ImportAsked(script.Context.NewId(), importing.Event, file, importing.Basis, importing.Where, importing.Guardians, importing.People, script.Language));
        script.Tell("import.begun", ("n", importing.People));
        script.Goto(new DialogState.Menu());
    }
}
