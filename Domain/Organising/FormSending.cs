using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising;

/// <summary>Staff send a workbook, read what is wrong with it, and send the lists it takes from other files; a whole form becomes a draft.</summary>
internal static partial class FormSending
{
    private static readonly string[] Workbooks = [".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"];

    private static readonly string[] Lists = [".csv", ".xml", ".geojson"];

    private static readonly string[] Files = [.. Lists, .. PictureFile.Endings];

    /// <summary>Takes a workbook or a list that a staff member sent; false when the file is neither or its sender may not.</summary>
    public static bool TakeFile(Script script, Heard heard)
    {
        if (heard.Content is not Inbound.File file || !script.May(Right.Organise)) return false;
        if (script.State.Dialog is DialogState.FormLists waiting && (Ends(file.Name, Files) || IsPhoto(file))) TakeList(script, waiting, file);
        else if (Ends(file.Name, Lists)) { script.Tell("form.lists.first"); script.AskAgain(); }
        else if (LooksLikeWorkbook(file)) TakeWorkbook(script, script.Know(new Need.Workbook(file.Handle, file.Bytes)));
        else return false;
        return true;
    }

    /// <summary>Asks for the lists that are still missing; false when the workbook is kept no longer.</summary>
    public static bool AskLists(Script script, DialogState.FormLists waiting)
    {
        var book = script.Know(new Need.Kept(waiting.Workbook));
        if (book.Missing.Count > 0) AskLists(script, book);
        return book.Missing.Count > 0;
    }

    private static void AskLists(Script script, CheckedWorkbook book)
    {
        Globals.PutAside(script);
        script.Stay(new DialogState.FormLists(book.File!));
        script.Ask(script.Text("form.lists", ("list", string.Join('\n', book.Missing))), [.. book.Missing.All(PictureFile.Is) ? [script.Choice("btn.without")] : Array.Empty<Option>(), script.Choice("btn.forms"), script.Choice("btn.menu")]);
    }

    /// <summary>Goes on without the pictures that are missing; false when a list is missing or the workbook is kept no longer.</summary>
    public static bool GoWithout(Script script, DialogState.FormLists waiting)
    {
        var book = script.Know(new Need.Kept(waiting.Workbook));
        if (book.Form is not { } form || !book.Missing.All(PictureFile.Is)) return false;
        Draft(script, book, form);
        return true;
    }

    private static void TakeWorkbook(Script script, CheckedWorkbook book)
    {
        if (book.Form is { } form)
        {
            Go(script, book, form);
            return;
        }
        var errors = Said(script, book, errors: true);
        var text = script.Text("form.bad", ("n", errors.Count), ("list", string.Join('\n', errors)));
        Globals.PutAside(script);
        script.Stay(new DialogState.FormList());
        script.Ask(Warning(script, book) is { } warning ? text + "\n\n" + warning : text, [script.Choice("btn.forms"), script.Choice("btn.menu")]);
    }

    private static void TakeList(Script script, DialogState.FormLists waiting, Inbound.File file)
    {
        var kept = script.Know(new Need.Kept(waiting.Workbook));
        if (kept.File is null)
        {
            script.Tell("x.workbook-lost");
            script.Goto(new DialogState.FormList());
            return;
        }
        if (NameOf(file, kept) is not { } name)
        {
            script.Tell(IsPhoto(file) ? "form.lists.unnamed" : "form.lists.other");
            script.Goto(waiting);
            return;
        }
        var book = script.Know(new Need.FormList(file.Handle, file.Bytes, name, waiting.Workbook));
        if (book.Form is { } form)
        {
            script.Tell("form.lists.taken", ("file", name));
            Go(script, book, form);
            return;
        }
        script.Tell("form.lists.bad", ("file", name), ("list", string.Join('\n', Said(script, book, errors: true))));
        script.Goto(waiting);
    }

    /// <summary>The list a file is: by its name, since downloads are renamed also without "(1)", or the only one of its ending.</summary>
    private static string? NameOf(Inbound.File file, CheckedWorkbook book)
    {
        var plain = Copy().Replace(file.Name ?? "", "");
        if (book.Missing.Concat(book.Lists).FirstOrDefault(n => string.Equals(n, file.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(n, plain, StringComparison.OrdinalIgnoreCase)) is { } name) return name;
        if (IsPhoto(file)) return book.Missing.Where(PictureFile.Is).ToList() is [var picture] ? picture : null;
        var alike = (book.Missing.Count > 0 ? book.Missing : book.Lists).Where(n => Ends(file.Name, [Path.GetExtension(n)])).ToList();
        return alike is [var only] ? only : null;
    }

    private static void Go(Script script, CheckedWorkbook book, Form form)
    {
        if (book.Missing.Count > 0) AskLists(script, book);
        else Draft(script, book, form);
    }

    private static void Draft(Script script, CheckedWorkbook book, Form form)
    {
        var version = NextVersion(script, form.Id);
        script.Record(new Fact.FormDrafted(form.Id, version, book.File!));
        Globals.PutAside(script);
        script.Tell("form.good");
        script.Say(Warning(script, book) ?? "");
        FormsDialog.AskCard(script, new(form.As(version), FormStatus.Draft, script.Context.Now));
    }

    private static string? Warning(Script script, CheckedWorkbook book)
    {
        var warnings = Said(script, book, errors: false);
        return warnings.Count == 0 ? null : script.Text(book.Form is null ? "form.warned.bad" : "form.warned", ("n", warnings.Count), ("list", string.Join('\n', warnings)));
    }

    private static List<string> Said(Script script, CheckedWorkbook book, bool errors) =>
        [.. book.Problems.Where(p => p.IsError == errors).Select(p => p.Say(script.Context.Texts, script.Language))];

    /// <summary>Numbers go on where the last version's ended, whatever the author calls the versions.</summary>
    private static string NextVersion(Script script, string id)
    {
        var forms = script.Context.Forms;
        var versions = forms.Editions(id).Select(e => e.Form.Version).Concat(forms.Deleted[id]).Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);
        return (versions.DefaultIfEmpty(0).Max() + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static bool LooksLikeWorkbook(Inbound.File file) => file.MediaType?.Contains("spreadsheet", StringComparison.OrdinalIgnoreCase) == true
        || file.MediaType?.Contains("excel", StringComparison.OrdinalIgnoreCase) == true || Ends(file.Name, Workbooks);

    /// <summary>A picture that messengers send without a name.</summary>
    private static bool IsPhoto(Inbound.File file) => file.Name is null && file.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static bool Ends(string? name, string[] endings) => name is not null && endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@" ?\([0-9]{1,3}\)(?=\.[A-Za-z0-9]+$)", RegexOptions.None, 100)]
    private static partial Regex Copy();
}
