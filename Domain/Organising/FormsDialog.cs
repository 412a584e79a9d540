using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising;

/// <summary>Staff and their forms: send a workbook, read what is wrong with it, try it, publish it, take it back.</summary>
internal sealed class FormsDialog : IDialog
{
    private const string VersionPrefix = "v:";

    /// <summary>Reads a workbook that a staff member sent; false when the file is none or its sender may not.</summary>
    public static bool TakeFile(Script script, Heard heard)
    {
        if (heard.Content is not Inbound.File file || script.Context.Role < StaffRole.Manager || !LooksLikeWorkbook(file)) return false;
        var book = script.Know(new Need.Workbook(file.Handle, file.Bytes));
        var (errors, warnings) = (Said(script, book.Problems.Where(p => p.IsError)), Said(script, book.Problems.Where(p => !p.IsError)));
        if (book is not { Form: { } read, File: { } kept })
        {
            script.Tell("form.bad", ("n", errors.Count), ("list", string.Join('\n', errors)));
            Warn(script, warnings);
            return true;
        }
        Globals.PutAside(script);
        var version = NextVersion(script, read.Id);
        script.Record(new Fact.FormDrafted(read.Id, version, kept));
        script.Tell("form.good");
        Warn(script, warnings);
        AskCard(script, new(read.As(version), FormStatus.Draft, script.Context.Now));
        return true;
    }

    public void Open(Script script, DialogState dialog)
    {
        if (script.Context.Role < StaffRole.Manager) { script.Goto(new DialogState.Menu()); return; }
        if (dialog is DialogState.FormCard card && script.Context.Forms.Edition(card.Form, card.Version) is { } edition) { AskCard(script, edition); return; }
        script.Stay(new DialogState.FormList());
        var forms = script.Context.Forms;
        var shown = forms.Ids.Select(id => forms.Editions(id).LastOrDefault(e => e.Status is FormStatus.Published) ?? forms.Editions(id).Last()).ToList();
        var lines = shown.Select((e, i) => $"{i + 1}. {e.Form.Title(script.Language)} – {Standing(script, e)}");
        script.Ask(script.Text("form.list") + "\n" + string.Join("\n", lines), [.. shown.Select(e => new Option(e.Form.Id, e.Form.Title(script.Language))), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (script.Context.Role < StaffRole.Manager || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.forms") { script.Goto(new DialogState.FormList()); return; }
        if (dialog is DialogState.FormCard card) { TakeCard(script, card, heard); return; }
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
            case "btn.retire": Retire(script, edition); break;
            case "btn.download": script.Record(new Fact.FormFileAsked(card.Form, card.Version, script.Language)); script.AskAgain(); break;
            case "btn.versions": AskVersions(script, card.Form); break;
            case { } id when id.StartsWith(VersionPrefix, StringComparison.Ordinal): script.Goto(new DialogState.FormCard(card.Form, id[VersionPrefix.Length..])); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void AskCard(Script script, FormEdition edition)
    {
        var form = edition.Form;
        var asked = form.Questions.Count(q => q.Asked);
        var text = script.Text("form.card", ("title", form.Title(script.Language)), ("id", form.Id), ("version", form.Version), ("status", Standing(script, edition)),
            ("n", asked), ("languages", string.Join(", ", form.Languages)));
        if (edition.Status is FormStatus.Draft && script.Context.Forms.Find(form.Id) is { } now) text += "\n" + FormChanges.Say(script, now, form);
        if (FormLinks.IsOpen(script, edition)) text += "\n" + FormLinks.Say(script, form.Id);
        List<Option> options = [script.Choice("btn.try")];
        if (edition.Status is not FormStatus.Published) options.Add(script.Choice("btn.publish"));
        options.Add(script.Choice("btn.download"));
        if (script.Context.Forms.Editions(form.Id).Skip(1).Any()) options.Add(script.Choice("btn.versions"));
        if (edition.Status is FormStatus.Published) options.Add(script.Choice("btn.retire"));
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

    private static string Standing(Script script, FormEdition edition)
    {
        var standing = script.Text(edition.Ships ? "form.status.ships" : "form.status." + edition.Status);
        if (edition.Status is FormStatus.Draft || !script.Know(new Need.AnswerCounts(edition.Form.Id)).TryGetValue(edition.Form.Version, out var answers)) return standing;
        return standing + ", " + script.Text("form.answers", ("n", Numbers.Whole(answers, script.Language)));
    }

    /// <summary>Numbers go on where the last version's ended, whatever the author calls the versions.</summary>
    private static string NextVersion(Script script, string id)
    {
        var versions = script.Context.Forms.Editions(id).Select(e => int.TryParse(e.Form.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);
        return (versions.DefaultIfEmpty(0).Max() + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static List<string> Said(Script script, IEnumerable<Forms.Xls.FormProblem> problems) => [.. problems.Select(p => p.Say(script.Context.Texts, script.Language))];

    private static void Warn(Script script, List<string> warnings)
    {
        if (warnings.Count > 0) script.Tell("form.warned", ("n", warnings.Count), ("list", string.Join('\n', warnings)));
    }

    private static bool LooksLikeWorkbook(Inbound.File file) => file.MediaType?.Contains("spreadsheet", StringComparison.OrdinalIgnoreCase) == true
        || file.MediaType?.Contains("excel", StringComparison.OrdinalIgnoreCase) == true
        || file.Name is { } name && new[] { ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".csv" }.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
