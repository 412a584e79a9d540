using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Documents;

/// <summary>The data dictionary of answers: what each column of codes holds, and what each code means.</summary>
internal static class AnswerDictionary
{
    private static readonly double[] Widths = [26, 60, 18, 18, 40];

    /// <summary>A row for each column of codes; for a question with choices one more for each of them.</summary>
    public static XlsxSheet Of(IReadOnlyList<Form> forms, IReadOnlyList<AnswerTable> tables, Texts texts, string language)
    {
        string[] headings = ["variable", "question", "type", "code", "label"];
        var rows = tables.SelectMany(t => t.Columns.Where(c => c.Option is null)).SelectMany(c => Rows(forms, c, texts, language));
        return new(texts["answers.dictionary", language], [.. headings.Zip(Widths, (h, w) => new XlsxColumn(texts["answers.dictionary." + h, language], w))], rows) { Landscape = true };
    }

    private static IEnumerable<IReadOnlyList<XlsxCell>> Rows(IReadOnlyList<Form> forms, AnswerColumn column, Texts texts, string language)
    {
        var question = forms.SelectMany(f => AnswerTable.Questions(f).Where(q => AnswerTable.KeyOf(f, q.Index) == column.Key).Select(q => q.Question)).FirstOrDefault();
        var label = question?.Label?.In(language) ?? column.Heading;
        var kind = question is null ? "" : texts["answers.type." + Type(question.Kind), language];
        yield return Row(column.Name, label, kind, "", "");
        if (question?.Choices is not { } choices) yield break;
        var several = question.Kind is QuestionKind.SelectMultiple;
        foreach (var choice in choices.Choices)
            yield return Row(several ? AnswerTable.OptionName(column.Name, choice.Name) : column.Name, label, several ? "0 / 1" : "", choice.Name, choice.Label.In(language));
    }

    private static IReadOnlyList<XlsxCell> Row(params IEnumerable<string> cells) => [.. cells.Select(c => new XlsxCell.Text(c))];

    private static string Type(QuestionKind kind) => kind switch
    {
        QuestionKind.SelectOne => "one",
        QuestionKind.SelectMultiple => "several",
        QuestionKind.Rank => "rank",
        QuestionKind.Integer or QuestionKind.Decimal or QuestionKind.Range or QuestionKind.Calculate => "number",
        QuestionKind.Date or QuestionKind.Time or QuestionKind.DateTime => "moment",
        QuestionKind.Image or QuestionKind.File => "file",
        QuestionKind.Geopoint => "place",
        _ => "text",
    };
}
