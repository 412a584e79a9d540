using System.Globalization;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// What people answered to a form, as a workbook: a sheet to be read, one for each repeat, and the same again with stored values under the
/// names of the questions, for counting. Nothing is added to what the form asked but number, time, version, channel and language.
/// </summary>
internal sealed class AnswerBook
{
    private const double NumberWidth = 11, MomentWidth = 20, ShortWidth = 12, PlaceWidth = 12;
    private const int MostDigits = 15; // a spreadsheet forgets the others

    private readonly IReadOnlyList<Form> forms;
    private readonly Dictionary<string, Dictionary<string, Question>> questions;
    private readonly Texts texts;
    private readonly string language;
    private readonly TimeZoneInfo zone;

    /// <summary>Takes the versions people may have answered, the newest first.</summary>
    public AnswerBook(IReadOnlyList<Form> forms, Texts texts, string language, TimeZoneInfo zone)
    {
        (this.forms, this.texts, this.language, this.zone) = (forms, texts, language, zone);
        questions = forms.ToDictionary(f => f.Version, f => AnswerTable.Questions(f).DistinctBy(q => AnswerTable.KeyOf(f, q.Index))
            .ToDictionary(q => AnswerTable.KeyOf(f, q.Index), q => q.Question, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The workbook: sheets to be read, the same in codes, and what the codes mean.</summary>
    /// <param name="answers">Reads the answers, once for every sheet.</param>
    /// <param name="overview">What is among them.</param>
    /// <param name="erased">How many answers there were of people whose data were erased.</param>
    public byte[] Workbook(Func<IEnumerable<GivenAnswer>> answers, AnswerOverview overview, int erased)
    {
        var tables = AnswerTable.Of(forms, overview.Keys, language);
        var read = tables.Select(t => Sheet(t, t.Around is [.., var own] ? own : texts["answers.sheet", language], answers, asCodes: false)).ToList();
        if (erased > 0) read[0] = read[0] with { Notes = [texts.Say("answers.erased", language, ("n", Numbers.Whole(erased, language)))] };
        return Xlsx.Write([.. read, .. Codes(tables, answers), AnswerDictionary.Of(forms, tables, texts, language)]);
    }

    /// <summary>The same as .csv, a file for each sheet: its name without an ending, and the bytes.</summary>
    /// <param name="answers">Reads the answers, once for every sheet.</param>
    /// <param name="overview">What is among them.</param>
    /// <param name="asCodes">Stored values under the names of the questions; else words.</param>
    public IEnumerable<(string Name, byte[] Bytes)> Tables(Func<IEnumerable<GivenAnswer>> answers, AnswerOverview overview, bool asCodes)
    {
        var tables = AnswerTable.Of(forms, overview.Keys, language);
        return tables.Select(t => (t.Repeat.Length == 0 ? "" : "-" + LastName(t), Csv.Write(Sheet(t, "", answers, asCodes))));
    }

    private IEnumerable<XlsxSheet> Codes(IReadOnlyList<AnswerTable> tables, Func<IEnumerable<GivenAnswer>> answers)
    {
        var codes = texts["answers.codes", language];
        return tables.Select(t => Sheet(t, t.Repeat.Length == 0 ? codes : $"{codes} {LastName(t)}", answers, asCodes: true));
    }

    private static string LastName(AnswerTable table) => table.Repeat[(table.Repeat.LastIndexOf('/') + 1)..];

    private XlsxSheet Sheet(AnswerTable table, string name, Func<IEnumerable<GivenAnswer>> answers, bool asCodes)
    {
        IReadOnlyList<AnswerColumn> columns = [.. table.Columns.Where(c => c.ForReading || asCodes)];
        var rows = answers().SelectMany(a => table.Repeat.Length == 0 ? [Row(a, columns, asCodes)] : Instances(a, table, columns, asCodes));
        return new XlsxSheet(name, [.. Leading(table, asCodes), .. columns.Select(c => asCodes ? new XlsxColumn(c.Name, c.Width) : new XlsxColumn(c.Heading, c.Width))], rows)
        {
            Landscape = true, FreezesFirstColumn = true,
        };
    }

    /// <summary>What stands before the names of columns that no question gives: SPSS takes no name that begins with an underscore, and no question of a form is called so.</summary>
    private const string Given = "answer.";

    /// <summary>Columns before those of the questions.</summary>
    private IEnumerable<XlsxColumn> Leading(AnswerTable table, bool asCodes)
    {
        if (table.Repeat.Length > 0)
            return [new(asCodes ? Given + "number" : texts["answers.of", language], NumberWidth), .. table.Around.Select((label, i) => new XlsxColumn(asCodes ? Given + "place" + (i + 1) : label, PlaceWidth))];
        string[] names = ["number", "finished", "version", "channel", "language"];
        double[] widths = [NumberWidth, MomentWidth, ShortWidth, ShortWidth, ShortWidth];
        return names.Zip(widths, (name, width) => new XlsxColumn(asCodes ? Given + name : texts["answers." + name, language], width));
    }

    private IReadOnlyList<XlsxCell> Row(GivenAnswer answer, IReadOnlyList<AnswerColumn> columns, bool asCodes)
    {
        var channel = ByChannel.Code(answer.Channel);
        return
        [
            new XlsxCell.Number(answer.Number), new XlsxCell.Moment(TimeZoneInfo.ConvertTime(answer.FinishedAt, zone).DateTime), new XlsxCell.Text(answer.Version),
            new XlsxCell.Text(asCodes ? channel : texts["channel." + channel, language]), new XlsxCell.Text(asCodes ? answer.Language : texts["language." + answer.Language, language]),
            .. columns.Select(c => answer.Answers.TryGetValue(c.Key, out var value) ? Cell(answer, c, c.Key, value, asCodes) : new XlsxCell.Blank()),
        ];
    }

    private IEnumerable<IReadOnlyList<XlsxCell>> Instances(GivenAnswer answer, AnswerTable table, IReadOnlyList<AnswerColumn> columns, bool asCodes) =>
        answer.Answers.Select(a => (Key: AnswerKey.Of(a.Key), Stored: a.Key, a.Value)).Where(a => a.Key.Repeat == table.Repeat).GroupBy(a => a.Key.Instance, StringComparer.Ordinal)
            .Select(instance =>
            {
                var values = instance.ToDictionary(a => a.Key.Question, a => a, StringComparer.Ordinal);
                return (IReadOnlyList<XlsxCell>)
                [
                    new XlsxCell.Number(answer.Number), .. instance.First().Key.Places.Select(p => new XlsxCell.Number(p)),
                    .. columns.Select(c => values.TryGetValue(c.Key, out var a) ? Cell(answer, c, a.Stored, a.Value, asCodes) : new XlsxCell.Blank()),
                ];
            });

    private XlsxCell Cell(GivenAnswer answer, AnswerColumn column, string stored, string value, bool asCodes)
    {
        if (column.Option is { } option) return new XlsxCell.Number(value.Split(' ').Contains(option, StringComparer.Ordinal) ? 1 : 0);
        var question = Find(answer.Version, column.Key);
        var isNumber = question?.Kind is QuestionKind.Integer or QuestionKind.Decimal or QuestionKind.Range or QuestionKind.Calculate || (asCodes && question?.Kind is QuestionKind.SelectOne);
        if (isNumber && value.Length <= MostDigits && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == value) return new XlsxCell.Number(number);
        if (asCodes || question is null) return new XlsxCell.Text(value);
        if (question.Kind is QuestionKind.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new XlsxCell.Day(day);
        if (question.Kind is QuestionKind.Image or QuestionKind.File && AnswerFile.Is(value)) return new XlsxCell.Text(answer.FileName(stored, value));
        return new XlsxCell.Text(question.Type.Show(value, Reading(question) with { Answer = path => Words(answer, path) }));
    }

    /// <summary>What stands in place of ${name} in the label of a choice.</summary>
    private string Words(GivenAnswer answer, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (!answer.Answers.TryGetValue(name, out var value)) return "…";
        return Find(answer.Version, name) is { } question ? question.Type.Show(value, Reading(question)) : value;
    }

    private ReadingContext Reading(Question question) => new(question, language, zone, []);

    /// <summary>The question in the version that was answered; of a version that is gone, in the newest that has it.</summary>
    private Question? Find(string version, string key) => questions.TryGetValue(version, out var own) ? own.GetValueOrDefault(key)
        : forms.Select(f => questions[f.Version].GetValueOrDefault(key)).FirstOrDefault(q => q is not null);
}
