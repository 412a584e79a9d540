using System.Globalization;
using GrantBot.Domain.Forms.Expressions;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Second pass: turns a draft into a group or question, all its cells read.</summary>
internal sealed class ItemReader(SheetTable survey, FormSettings settings, IReadOnlyDictionary<string, ChoiceList> lists,
    References references, TranslationReader texts, ExpressionReader expressions, AuthorChecks checks, ProblemLog log)
{
    private static readonly string[] MediaColumns = ["media::image", "media::audio", "media::video"];

    private readonly ParameterReader parameterReader = new(references, lists, log);

    public FormItem Read(Draft draft) => draft switch
    {
        { IsRepeat: true } => ReadRepeat(draft),
        { Kind: null } => ReadGroup(draft),
        { CountsRepeat: true } => ReadCount(draft),
        { OtherOf: { } select } => ReadOther(draft, select),
        _ => ReadQuestion(draft, draft.Kind.Value),
    };

    private Group ReadGroup(Draft draft) => new()
    {
        Name = draft.Name, Path = draft.Path, Parent = draft.Parent, Row = draft.Row.Number,
        Label = texts.Read(draft.Row, Columns.Label, draft), Relevant = expressions.Read(draft, Columns.Relevant),
    };

    private Repeat ReadRepeat(Draft draft) => new()
    {
        Name = draft.Name, Path = draft.Path, Parent = draft.Parent, Row = draft.Row.Number,
        Label = texts.Read(draft.Row, Columns.Label, draft), Relevant = expressions.Read(draft, Columns.Relevant),
        CountPath = draft.Row[Columns.RepeatCount] is not { Length: > 0 } count ? null
            : References.IsLone(count) ? references.Meant(count, draft.Row.Place(Columns.RepeatCount))?.Path : draft.Path + "_count",
    };

    private Question ReadCount(Draft draft) => new()
    {
        Name = draft.Name, Path = draft.Path, Parent = draft.Parent, Row = draft.Row.Number,
        Kind = QuestionKind.Calculate, Type = QuestionTypeCatalog.Of(QuestionKind.Calculate), Calculation = expressions.Read(draft, Columns.RepeatCount),
    };

    private Question ReadOther(Draft draft, string select) => new()
    {
        Name = draft.Name, Path = draft.Path, Parent = draft.Parent, Row = draft.Row.Number,
        Kind = QuestionKind.Text, Type = QuestionTypeCatalog.Of(QuestionKind.Text), Label = OrOther.Ask,
        Relevant = expressions.Read($"selected(../{select[(select.LastIndexOf('/') + 1)..]}, 'other')", draft, draft.Row.Place(Columns.Type)),
    };

    private Question ReadQuestion(Draft draft, QuestionKind kind)
    {
        var row = draft.Row;
        var label = texts.Read(row, Columns.Label, draft);
        var hint = texts.Read(row, Columns.Hint, draft);
        var readOnly = AuthorWords.IsYes(row[Columns.ReadOnly]);
        var silent = kind is QuestionKind.Calculate or QuestionKind.Hidden;
        if (label is null && hint is null && !silent && !readOnly && !HasOtherContent(row)) log.Error(row.Place(Columns.Label), "label-missing", draft.Name);
        if (kind == QuestionKind.Calculate && row[Columns.Calculation].Length == 0 && !DynamicDefault.Is(kind, row[Columns.Default])) log.Error(row.Place(Columns.Calculation), "calculation-missing", draft.Name);
        var (required, requiredWhen) = ReadRequired(draft);
        var parameters = parameterReader.Read(draft, kind);
        var answers = AnswersFor(draft);
        var question = new Question
        {
            Name = draft.Name, Path = draft.Path, Parent = draft.Parent, Row = row.Number,
            Kind = kind, Type = QuestionTypeCatalog.Of(kind),
            Label = label ?? hint ?? (HasMedia(row) ? LocalText.Plain(draft.Name, settings.Languages.Default) : null), Hint = label is null ? null : hint, Guidance = texts.Read(row, "guidance_hint", draft), Image = texts.Read(row, "media::image"), Short = texts.Read(row, Columns.Short), ReadOnly = readOnly,
            Relevant = expressions.Read(draft, Columns.Relevant),
            Required = required, RequiredWhen = requiredWhen, RequiredMessage = texts.Read(row, Columns.RequiredMessage, draft),
            Constraint = expressions.Read(draft, Columns.Constraint), ConstraintMessage = texts.Read(row, Columns.ConstraintMessage, draft),
            // A trigger without a calculation empties the question.
            Calculation = expressions.Read(draft, Columns.Calculation) ?? (row[Columns.Trigger].Length > 0 ? Expression.Parse("''").Expression : null),
            Triggers = row[Columns.Trigger].Length > 0 ? checks.Triggers(draft) : [],
            Choices = ListOf(draft), ChoiceFilter = expressions.ReadFilter(draft, parameters, answers), ChoicesFrom = answers?.Path,
            Parameters = parameters, Appearance = row[Columns.Appearance], MaxLength = ReadMaxLength(row), Metadata = draft.Metadata,
        };
        return ReadDefault(draft, question) with { Right = ReadRight(draft, question) };
    }

    private bool HasOtherContent(TableRow row) =>
        row[Columns.Calculation].Length > 0 || row[Columns.Trigger].Length > 0 || HasMedia(row) || row["media"].Length > 0;

    // A question that is only a picture or sound is asked by its name.
    private bool HasMedia(TableRow row) => MediaColumns.Any(column => survey.Translations(column).Any(t => row.At(t.Index).Length > 0));

    private (bool Always, Expression? When) ReadRequired(Draft draft)
    {
        var cell = draft.Row[Columns.Required];
        if (AuthorWords.IsYes(cell)) return (true, null);
        if (AuthorWords.IsNo(cell)) return (false, null);
        if (AuthorWords.IsStray(cell))
        {
            log.Error(draft.Row.Place(Columns.Required), "required-word", cell);
            return (false, null);
        }
        return (false, expressions.Read(draft, Columns.Required));
    }

    private ChoiceList? ListOf(Draft draft)
    {
        if (draft.Kind is not (QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Rank) || draft.List.Length == 0 || References.IsLone(draft.List)) return null;
        if (!lists.TryGetValue(ExpressionReader.ListId(draft), out var list))
        {
            if (!draft.FromFile) log.NoList(draft.Row.Place(Columns.Type), draft.List, lists.Keys);
            return null;
        }
        if (draft.Kind != QuestionKind.SelectOne && list.Choices.FirstOrDefault(c => c.Name.Any(char.IsWhiteSpace)) is { } spaced)
            log.Error(draft.Row.Place(Columns.Type), "choice-space", spaced.Name, spaced.Name.Replace(' ', '_'));
        return draft.OrOther ? OrOther.Extend(list) : list;
    }

    // select_one ${name}: the answers to a question of a repeat are the choices.
    private Draft? AnswersFor(Draft draft)
    {
        if (!References.IsLone(draft.List) || references.Meant(draft.List, draft.Row.Place(Columns.Type)) is not { } answers) return null;
        if (references.RepeatsAround(answers).Count > 0) return answers;
        log.NoList(draft.Row.Place(Columns.Type), draft.List, lists.Keys);
        return null;
    }

    private Question ReadDefault(Draft draft, Question question)
    {
        var text = draft.Row[Columns.Default];
        if (text.Length == 0) return question;
        var place = draft.Row.Place(Columns.Default);
        if (DynamicDefault.Is(question.Kind, text)) return question with { DynamicDefault = expressions.Read(text, draft, place) };
        if (question.Choices is { } list && (!draft.FromFile || list.Choices.Count > 0) && text.Split(' ').FirstOrDefault(name => list.Find(name) is null) is { } stray)
            log.Error(place, "default-choice", stray, string.Join(", ", list.Choices.Take(20).Select(c => c.Name)));
        else if (question.Kind is QuestionKind.Integer or QuestionKind.Decimal or QuestionKind.Date
            && question.Type.Read(text, new(question, settings.Languages.Default, TimeZoneInfo.Utc, [])) is Reading.Refused)
        {
            log.Warn(place, "default-value", text);
            return question;
        }
        return question with { Default = text };
    }

    private string? ReadRight(Draft draft, Question question)
    {
        var text = draft.Row[Columns.Right];
        if (text.Length == 0) return null;
        var place = draft.Row.Place(Columns.Right);
        if (question.Choices is not { } list) log.Error(place, "right-nochoice", text);
        else if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(name => list.Find(name) is null) is { } stray && (!draft.FromFile || list.Choices.Count > 0))
            log.Error(place, "right-choice", stray, string.Join(", ", list.Choices.Take(20).Select(c => c.Name)));
        return text;
    }

    private int ReadMaxLength(TableRow row)
    {
        var cell = row[Columns.MaxLength];
        if (cell.Length == 0) return 0;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max is > 0 and <= TextType.Longest) return max;
        log.Error(survey.At(row.Number, Columns.MaxLength), "max-length", cell, TextType.Longest.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}

/// <summary>The choice and question that or_other adds.</summary>
internal static class OrOther
{
    public static readonly LocalText Ask = Words("Нақтылап жазыңыз.", "Уточните, пожалуйста.", "Specify other.");

    private static readonly LocalText Other = Words("Басқа", "Другое", "Other");

    public static ChoiceList Extend(ChoiceList list) => list.Find("other") is not null ? list
        : new(list.Name, [.. list.Choices, new Choice("other", Other, new Dictionary<string, string>(StringComparer.Ordinal))]);

    private static LocalText Words(string kk, string ru, string en) => new(
        new Dictionary<string, IReadOnlyList<TextPiece>>(StringComparer.Ordinal) { ["kk"] = [new(kk, null)], ["ru"] = [new(ru, null)], ["en"] = [new(en, null)] }, "en");
}
