using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>First pass over the survey: types, names, and which group each row stands in.</summary>
internal sealed class SurveyReader(SheetTable survey, string root, ProblemLog log)
{
    private readonly List<Draft> drafts = [];
    private readonly Stack<(Draft Group, bool Repeat, int Before)> open = new();
    private readonly HashSet<string> paths = new(StringComparer.Ordinal), repeatNames = new(StringComparer.Ordinal);

    public IReadOnlyList<Draft> Read()
    {
        foreach (var row in survey.Rows)
            if (!AuthorWords.IsYes(row[Columns.Disabled])) ReadRow(row);
        foreach (var (group, _, _) in open) log.Error(group.Row.Place(Columns.Type), "group-open", group.Name);
        return drafts;
    }

    private string Inside => open.Count == 0 ? "/" + root : open.Peek().Group.Path;

    private void ReadRow(TableRow row)
    {
        var written = row[Columns.Type];
        if (written.Length == 0)
        {
            var named = row[Columns.Name].Length > 0 || survey.Translations(Columns.Label).Any(l => row.At(l.Index).Length > 0);
            if (named) log.Error(row.Place(Columns.Type), "type-missing", row[Columns.Name]);
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
            default: log.Error(row.Place(Columns.Type), "type-unknown", written, NearMiss.Of(written, TypeSpellings.All) ?? ""); break;
        }
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
        if (open.Count == 0 || open.Peek().Repeat != repeat)
        {
            log.Error(row.Place(Columns.Type), "end-unmatched", written, open.Count == 0 ? "" : open.Peek().Group.Name);
            return;
        }
        var (group, _, before) = open.Pop();
        if (drafts.Count == before) log.Warn(group.Row.Place(Columns.Type), "group-empty", group.Name);
    }

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
        var labelled = survey.Translations(Columns.Label).Any(l => row.At(l.Index).Length > 0);
        if (labelled && (name is "email" or "phonenumber")) Place(row, name == "email" ? QuestionKind.Email : QuestionKind.Phone);
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
