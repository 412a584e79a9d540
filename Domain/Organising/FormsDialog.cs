using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising;

/// <summary>Staff and their forms: try one, publish it, take it back, delete a draft.</summary>
internal sealed class FormsDialog : IDialog
{
    private const string VersionPrefix = "v:";

    /// <summary>Gathering more takes so long that it is said beforehand.</summary>
    private const int ManyAnswers = 500;

    // How answers can be had, with the language of their words; null = the reader's.
    private static readonly (string Id, AnswerFormat Format, string? Language)[] Exports =
        [("kk", AnswerFormat.Workbook, "kk"), ("ru", AnswerFormat.Workbook, "ru"), ("en", AnswerFormat.Workbook, "en"), ("csv", AnswerFormat.CsvCodes, null), ("csvwords", AnswerFormat.CsvWords, null)];

    public void Open(Script script, DialogState dialog)
    {
        if (!script.May(Right.Organise)) { script.Goto(new DialogState.Menu()); return; }
        if (dialog is DialogState.FormCard card && script.Context.Forms.Edition(card.Form, card.Version) is { } edition) { AskCard(script, edition); return; }
        if (dialog is DialogState.FormDeleting deleting && Draft(script, deleting) is { } draft) { AskDelete(script, draft); return; }
        if (dialog is DialogState.FormLists lists && FormSending.AskLists(script, lists)) return;
        script.Stay(new DialogState.FormList());
        var forms = script.Context.Forms;
        var shown = forms.Ids.Select(id => forms.Editions(id).LastOrDefault(e => e.Status is FormStatus.Published) ?? forms.Editions(id).Last()).ToList();
        var twins = shown.GroupBy(e => e.Form.Title(script.Language), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        string Name(FormEdition e) => e.Form.Title(script.Language) is var title && twins.Contains(title) ? $"{title} ({e.Form.Id})" : title;
        var lines = shown.Select((e, i) => $"{i + 1}. {Name(e)} – {Standing(script, e)}");
        script.Ask(script.Text("form.list") + "\n" + string.Join("\n", lines), [.. shown.Select(e => new Option(e.Form.Id, Name(e))), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.May(Right.Organise) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.forms") { script.Goto(new DialogState.FormList()); return; }
        if (dialog is DialogState.FormCard card) { TakeCard(script, card, heard); return; }
        if (dialog is DialogState.FormLists waiting && heard.Id == "btn.without" && FormSending.GoWithout(script, waiting)) return;
        if (dialog is DialogState.FormDeleting deleting) { TakeDelete(script, deleting, heard); return; }
        if (heard.Id is { } id && script.Context.Forms.Editions(id).LastOrDefault() is { } last)
        {
            script.Goto(new DialogState.FormCard(id, (script.Context.Forms.Find(id) ?? last.Form).Version));
            return;
        }
        script.Tell("unknown");
        script.AskAgain();
    }

    private static void TakeCard(Script script, DialogState.FormCard card, Heard heard)
    {
        if (script.Context.Forms.Edition(card.Form, card.Version) is not { } edition) { script.Goto(new DialogState.FormList()); return; }
        switch (heard.Id)
        {
            case "btn.try": AnsweringOccasion.Try(script, edition.Form); break;
            case "btn.publish": Publish(script, edition); break;
            case "btn.delete.form" when edition.Status is FormStatus.Draft: AskDelete(script, edition); break;
            case "btn.retire": Retire(script, edition); break;
            case "btn.download": script.Record(new Fact.FormFileAsked(card.Form, card.Version, script.Language)); script.AskAgain(); break;
            case "btn.answers": AskExport(script); break;
            case { } kind when Exports.FirstOrDefault(e => e.Id == kind) is { Id: not null } export: SendAnswers(script, edition, export); break;
            case "btn.back": AskCard(script, edition); break;
            case "btn.versions": AskVersions(script, card.Form); break;
            case { } id when id.StartsWith(VersionPrefix, StringComparison.Ordinal): script.Goto(new DialogState.FormCard(card.Form, id[VersionPrefix.Length..])); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    internal static void AskCard(Script script, FormEdition edition)
    {
        var form = edition.Form;
        var asked = form.Questions.Count(q => q.Asked);
        var text = script.Text("form.card", ("title", form.Title(script.Language)), ("id", form.Id), ("version", form.Version), ("status", Standing(script, edition)),
            ("n", asked), ("languages", script.Context.Texts.NamesOf(form.Languages, script.Language)));
        if (edition.Status is FormStatus.Draft && script.Context.Forms.Find(form.Id) is { } now) text += "\n" + FormChanges.Say(script, now, form);
        if (FormLinks.IsOpen(script, edition)) text += "\n" + FormLinks.Say(script, form.Id);
        List<Option> options = [script.Choice("btn.try")];
        if (edition.Status is not FormStatus.Published) options.Add(script.Choice("btn.publish"));
        if (Answers(script, form.Id) > 0) options.Add(script.Choice("btn.answers"));
        options.Add(script.Choice("btn.download"));
        if (script.Context.Forms.Editions(form.Id).Skip(1).Any()) options.Add(script.Choice("btn.versions"));
        if (edition.Status is FormStatus.Published) options.Add(script.Choice("btn.retire"));
        if (edition.Status is FormStatus.Draft) options.Add(script.Choice("btn.delete.form"));
        script.Stay(new DialogState.FormCard(form.Id, form.Version));
        script.Ask(text, [.. options, script.Choice("btn.forms"), script.Choice("btn.menu")]);
    }

    private static void AskVersions(Script script, string id) => script.Ask(script.Text("form.versions"),
        [.. script.Context.Forms.Editions(id).Reverse().Take(20).Select(e => new Option(VersionPrefix + e.Form.Version, $"{e.Form.Version} – {Standing(script, e)}")), script.Choice("btn.forms")]);

    private static void Publish(Script script, FormEdition edition)
    {
        script.Record(new Fact.FormPublished(edition.Form.Id, edition.Form.Version));
        script.Tell("form.published", ("title", edition.Form.Title(script.Language)), ("version", edition.Form.Version));
        AskCard(script, edition with { Status = FormStatus.Published, At = script.Context.Now });
    }

    private static void Retire(Script script, FormEdition edition)
    {
        if (script.Events.FirstOrDefault(e => e.FormId == edition.Form.Id && e.TakesRegistrations(script.Context.Now)) is { } e)
        {
            script.Tell("form.used", ("event", e.Title.In(script.Language)));
            script.AskAgain();
            return;
        }
        script.Record(new Fact.FormRetired(edition.Form.Id));
        script.Tell("form.retired", ("title", edition.Form.Title(script.Language)));
        AskCard(script, edition with { Status = FormStatus.Retired, At = script.Context.Now });
    }

    /// <summary>How many answers there are to all versions of a form.</summary>
    private static int Answers(Script script, string id) => script.Know(new Need.AnswerCounts(id)).Values.Sum();

    private static void AskExport(Script script) => script.Ask(script.Text("answers.how"), [.. Exports.Select(e => new Option(e.Id, e.Id)).Select(o => o with { Label = script.Text("answers.as." + o.Id) }), script.Choice("btn.back")]);

    private static void SendAnswers(Script script, FormEdition edition, (string Id, AnswerFormat Format, string? Language) export)
    {
        script.Record(new Fact.FormAnswersAsked(edition.Form.Id, script.Language) { As = export.Format, Words = export.Language });
        if (Answers(script, edition.Form.Id) is > ManyAnswers and var n) script.Tell("answers.many", ("n", Numbers.Whole(n, script.Language)));
        AskCard(script, edition);
    }

    private static string Standing(Script script, FormEdition edition)
    {
        var standing = script.Text(edition.Ships ? "form.status.ships" : "form.status." + edition.Status);
        if (edition.Status is FormStatus.Draft || !script.Know(new Need.AnswerCounts(edition.Form.Id)).TryGetValue(edition.Form.Version, out var answers)) return standing;
        return standing + ", " + script.Text("form.answers", ("n", Numbers.Whole(answers, script.Language)));
    }

    private static FormEdition? Draft(Script script, DialogState.FormDeleting deleting) =>
        script.Context.Forms.Edition(deleting.Form, deleting.Version) is { Status: FormStatus.Draft } draft ? draft : null;

    private static void AskDelete(Script script, FormEdition draft)
    {
        script.Stay(new DialogState.FormDeleting(draft.Form.Id, draft.Form.Version));
        script.Ask(script.Text("form.delete", ("title", draft.Form.Title(script.Language)), ("version", draft.Form.Version)), [script.Choice("btn.yes"), script.Choice("btn.no")]);
    }

    private static void TakeDelete(Script script, DialogState.FormDeleting deleting, Heard heard)
    {
        if (Draft(script, deleting) is not { } draft) { script.Goto(new DialogState.FormList()); return; }
        if (heard.Id == "btn.no") { AskCard(script, draft); return; }
        if (heard.Id != "btn.yes") { script.Tell("unknown"); script.AskAgain(); return; }
        script.Record(new Fact.FormDeleted(deleting.Form, deleting.Version));
        script.Stay(new DialogState.FormList());
        script.Ask(script.Text("form.deleted", ("title", draft.Form.Title(script.Language)), ("version", deleting.Version)), [script.Choice("btn.forms"), script.Choice("btn.menu")]);
    }
}
