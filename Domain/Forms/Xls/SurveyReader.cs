using GrantBot.Domain.Forms.Expressions;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>First pass over the survey: types, names, and which group each row stands in.</summary>
internal sealed class SurveyReader(SheetTable survey, string root, ProblemLog log)
{
    private readonly List<Draft> drafts = [];
    private readonly Stack<(Draft Group, bool Repeat, int Before)> open = new();
    private Dictionary<int, int>? endsAfter;
    private readonly HashSet<string> paths = new(StringComparer.Ordinal), repeatNames = new(StringComparer.Ordinal);

    public IReadOnlyList<Draft> Read()
    {
        foreach (var row in survey.Rows)
            if (!AuthorWords.IsYes(row[Columns.Disabled])) ReadRow(row);
        foreach (var (group, repeat, _) in open) ReportOpen(group, repeat);
        return drafts;
    }

    private string Inside => open.Count == 0 ? "/" + root : open.Peek().Group.Path;

    private void ReadRow(TableRow row)
    {
        var written = row[Columns.Type];
        if (written.Length == 0)
        {
            if (IsNamed(row))
            {
                log.Error(row.Place(Columns.Type), "type-missing", row[Columns.Name]);
                Unread(row);
            }
            else log.Warn(row.Place(Columns.Type), "row-comment");
            return;
        }
        switch (TypeSpellings.Read(written))
        {
            case TypeCell.Begin begin: Begin(row, begin.Repeat, written); break;
            case TypeCell.End end: End(row, end.Repeat, written); break;
            case TypeCell.Ask ask: Ask(row, ask); break;
            case TypeCell.Metadata data: Meta(row, data.Name); break;
            case TypeCell.Attached: Attach(row, written); break;
            case TypeCell.Unsupported later: Later(row, written, later.Harmless); break;
            default:
                log.Error(row.Place(Columns.Type), "type-unknown", written, ForeignTypes.Advice(written));
                if (IsNamed(row)) Unread(row);
                break;
        }
    }

    private bool IsNamed(TableRow row) => row[Columns.Name].Length > 0 || IsLabelled(row);

    private bool IsLabelled(TableRow row) => survey.Translations(Columns.Label).Any(l => row.At(l.Index).Length > 0);

    // The other cells of a row are checked although nobody knows its type.
    private void Unread(TableRow row)
    {
        if (Place(row, QuestionKind.Hidden) is not null) drafts[^1] = drafts[^1] with { Unread = true };
    }

    private void Attach(TableRow row, string written)
    {
        if (open.Any(o => o.Repeat)) log.Error(row.Place(Columns.Type), "file-repeated", written);
    }

    private void Begin(TableRow row, bool repeat, string written)
    {
        if (!AuthorWords.IsNo(row[Columns.Required])) log.Error(row.Place(Columns.Required), "group-required", row[Columns.Required]);
        var name = row[Columns.Name];
        if (repeat && name.Length > 0 && !repeatNames.Add(name) && !paths.Contains(Inside + "/" + name)) log.Error(row.Place(Columns.Name), "repeat-twice", name);
        if (repeat && name == root) log.Error(row.Place(Columns.Name), "name-reserved", name);
        if (repeat && name.Length > 0 && row[Columns.RepeatCount] is { Length: > 0 } count && !References.IsLone(count)) CountFor(row, name);
        var draft = Place(row, null) ?? new Draft(row, "_", Inside + "/_", Inside, null);
        if (repeat && drafts.Count > 0 && drafts[^1] == draft) drafts[^1] = draft = draft with { IsRepeat = true };
        open.Push((draft, repeat, drafts.Count));
    }

    // Another expression than a lone ${name} becomes a hidden value before the repeat, as in pyxform.
    private void CountFor(TableRow row, string repeat)
    {
        var name = repeat + "_count";
        if (paths.Add(Inside + "/" + name)) drafts.Add(new Draft(row, name, Inside + "/" + name, Inside, QuestionKind.Calculate) { CountsRepeat = true });
        else log.Error(row.Place(Columns.RepeatCount), "name-twice", name);
    }

    private void End(TableRow row, bool repeat, string written)
    {
        if (!Closes(row, repeat, written)) return;
        var (group, _, before) = open.Pop();
        if (drafts.Count == before) log.Warn(group.Row.Place(Columns.Type), "group-empty", group.Name);
    }

    // Whether the end closes the innermost group. Of a wrong one the ends still to come tell what was meant: nothing, the other end, or an end left out before.
    private bool Closes(TableRow row, bool repeat, string written)
    {
        var place = row.Place(Columns.Type);
        if (open.Count == 0) log.Error(place, "end-stray", written);
        else if (open.Peek().Repeat == repeat) return true;
        else if (EndsAfter(row) >= open.Count) log.Error(place, "end-unmatched", written, open.Peek().Group.Name);
        else
        {
            var leftOut = EndsAfter(row) < open.Count - 1 && open.Any(o => o.Repeat == repeat);
            if (!leftOut) log.Error(place, "end-crossed", open.Peek().Group.Name, repeat ? "end_group" : "end_repeat");
            while (leftOut && open.Peek().Repeat != repeat) ReportOpen(open.Peek().Group, open.Pop().Repeat);
            return true;
        }
        return false;
    }

    // Ends below a row for which there is no beginning below it.
    private int EndsAfter(TableRow row)
    {
        if (endsAfter is not null) return endsAfter[row.Number];
        endsAfter = [];
        var ends = 0;
        foreach (var below in survey.Rows.Reverse())
        {
            endsAfter[below.Number] = ends;
            if (!AuthorWords.IsYes(below[Columns.Disabled])) ends += TypeSpellings.Read(below[Columns.Type]) switch { TypeCell.End => 1, TypeCell.Begin => -1, _ => 0 };
        }
        return endsAfter[row.Number];
    }

    private void ReportOpen(Draft group, bool repeat) => log.Error(group.Row.Place(Columns.Type), repeat ? "repeat-open" : "group-open", group.Name);

    private void Ask(TableRow row, TypeCell.Ask ask)
    {
        var kind = ask.Kind;
        if (row[Columns.Kind] is { Length: > 0 } own)
        {
            if (TypeSpellings.Read(own) is TypeCell.Ask { Kind: QuestionKind.Phone } && kind == QuestionKind.Text) kind = QuestionKind.Phone;
            else if (own == "email" && kind == QuestionKind.Text) kind = QuestionKind.Email;
            else log.Error(row.Place(Columns.Kind), "kind-unknown", own, "phone, email");
        }
        var select = kind is QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Rank;
        if (select && ask.List.Length == 0) log.Error(row.Place(Columns.Type), "list-missing", row[Columns.Type]);
        if (Place(row, kind, ask) is not { } draft || !ask.OrOther) return;
        if (row[Columns.ChoiceFilter].Length > 0) log.Error(row.Place(Columns.ChoiceFilter), "other-filter", row[Columns.Type]);
        drafts.Add(new Draft(row, draft.Name + "_other", draft.Path + "_other", draft.Parent, QuestionKind.Text) { OtherOf = draft.Path });
    }

    // XLSForm's "email" and "phonenumber" are metadata without a label; with one, a person is meant to be asked.
    private void Meta(TableRow row, string name)
    {
        if (IsLabelled(row) && (name is "email" or "phonenumber")) Place(row, name == "email" ? QuestionKind.Email : QuestionKind.Phone);
        else if (Place(row, QuestionKind.Hidden) is not null) drafts[^1] = drafts[^1] with { Metadata = name };
    }

    private void Later(TableRow row, string written, bool harmless)
    {
        if (harmless) log.Warn(row.Place(Columns.Type), "type-blank", written);
        else log.Error(row.Place(Columns.Type), "type-later", written);
        if (row[Columns.Name].Length > 0) Place(row, QuestionKind.Hidden);
    }

    private Draft? Place(TableRow row, QuestionKind? kind, TypeCell.Ask? ask = null)
    {
        var name = row[Columns.Name];
        if (name.Length == 0 && kind == QuestionKind.Note) name = $"generated_note_name_{row.Number}";
        if (name.Length == 0)
        {
            log.Error(row.Place(Columns.Name), "name-missing", row[Columns.Type]);
            return null;
        }
        if (!NodeName.IsValid(name)) log.Error(row.Place(Columns.Name), "name-invalid", name);
        else if (name == "meta") log.Error(row.Place(Columns.Name), "name-reserved", name);
        var path = Inside + "/" + name;
        if (!paths.Add(path))
        {
            log.Error(row.Place(Columns.Name), "name-twice", name);
            return null;
        }
        var draft = new Draft(row, name, path, Inside, kind) { List = ask?.List ?? "", FromFile = ask?.FromFile ?? false, OrOther = ask?.OrOther ?? false };
        drafts.Add(draft);
        return draft;
    }
}
