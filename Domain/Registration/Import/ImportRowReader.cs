using System.Globalization;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Registration.Import;

/// <summary>Reads the cells of a row into the answers the form would store.</summary>
internal sealed class ImportRowReader
{
    private const int MostProblems = 5, LongestFound = 40;
    private const int Youngest = 5, Oldest = 100; // as in the registration form
    private static readonly string[] Names = ["surname", "given", "patronymic", "guardian_name"];
    private static readonly string[] Learners = ["pupil", "student"];

    private readonly ImportColumns columns;
    private readonly Dictionary<string, Question> questions;
    private readonly Dictionary<int, ImportDates> dates;
    private readonly Dictionary<(string Territory, string Place), Choice> places;
    private readonly DateOnly today;

    public ImportRowReader(ImportColumns columns, Form form, DateOnly today)
    {
        (this.columns, this.today) = (columns, today);
        questions = form.Questions.Where(q => q.Asked).DistinctBy(q => q.Name).ToDictionary(q => q.Name, StringComparer.Ordinal);
        dates = columns.Mapped.Where(c => questions.GetValueOrDefault(c.Meaning)?.Kind == QuestionKind.Date)
            .ToDictionary(c => c.Index, c => new ImportDates(today, columns.Body.Select(r => ImportColumns.At(r, c.Index).Text)));
        places = (questions.GetValueOrDefault("place_study")?.Choices?.Choices ?? [])
            .SelectMany(c => c.Label.ByLanguage.Keys.Select(l => (Key: (c.Columns.GetValueOrDefault("territory", ""), InstitutionFold.Key(c.Label.In(l))), Choice: c)))
            .Where(p => p.Key.Item2.Length > 0).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Choice);
    }

    /// <summary>The answers of a row, and what is wrong with it.</summary>
    public (Dictionary<string, string> Answers, List<ImportProblem> Problems) Read(SheetRow row)
    {
        var (answers, problems) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<ImportProblem>());
        (string Text, MappedColumn Column) place = default;
        foreach (var column in columns.Mapped)
        {
            var cell = ImportColumns.At(row, column.Index);
            var text = Typed.Tidy(cell.Text);
            var problem = cell.Kind == CellKind.Error ? Problem("import.cell")
                : text.Length == 0 ? Blank()
                : cell.Kind != CellKind.Date && Typed.HoldsIin(text) ? Problem("import.iin")
                : column.Meaning switch
                {
                    ImportHeadings.FullName => FullName(),
                    ImportHeadings.Institution => Keep(out place),
                    _ => One(questions[column.Meaning]),
                };
            if (problem is not null && problems.Count < MostProblems) problems.Add(problem);

            ImportProblem Problem(string key, params (string, object?)[] values) => new(row.Number, key, column.Heading, values);

            ImportProblem? Blank() => column.Meaning == ImportHeadings.FullName || (questions.GetValueOrDefault(column.Meaning) is { } q && ImportReader.IsAlwaysRequired(q)) ? Problem("import.blank") : null;

            ImportProblem? FullName()
            {
                if (ImportNames.Split(text) is not { } name) return Problem("import.fullname");
                (answers["surname"], answers["given"]) = (name.Surname, name.Given);
                if (name.Patronymic.Length > 0 && questions.ContainsKey("patronymic")) answers.TryAdd("patronymic", name.Patronymic);
                return null;
            }

            ImportProblem? Keep(out (string, MappedColumn) kept)
            {
                kept = (text, column);
                return null;
            }

            ImportProblem? One(Question question)
            {
                var (value, key) = Value(question, text, column.Index);
                if (value is not null) answers[question.Name] = value;
                return value is not null ? null : question.Choices is { Choices: [var first, ..] } ? Problem(key, ("found", Short(text)), ("example", first.Label)) : Problem(key);
            }
        }
        if (place.Text is not null && Place(place.Text, answers) is { } wrong && problems.Count < MostProblems) problems.Add(new(row.Number, wrong, place.Column.Heading, []));
        if (answers.TryGetValue("guardian_phone", out var guardian) && guardian == answers.GetValueOrDefault("phone")) problems.Add(new(row.Number, "import.guardian", "", []));
        return (answers, problems);
    }

    /// <summary>What is stored, or the key of the problem.</summary>
    private (string? Value, string Key) Value(Question question, string text, int column)
    {
        if (Names.Contains(question.Name)) return ImportNames.IsName(text) ? (text, "") : (null, "import.name");
        return question.Kind switch
        {
            QuestionKind.Date => Day(question, text, column),
            QuestionKind.Phone => (Phone(question, text), "import.phone"),
            QuestionKind.SelectOne => (ImportWords.Find(question, text)?.Name, "import.choice"),
            _ => (Plain(question, text), question.Choices is null ? "import.value" : "import.choice"),
        };
    }

    private (string?, string) Day(Question question, string text, int column)
    {
        if (dates[column].Read(text) is not { } day) return (null, "import.date");
        if (question.Name == "birth" && (day > today || Eligibility.Age(day, today) is < Youngest or > Oldest)) return (null, "import.birth");
        return (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "");
    }

    /// <summary>The first number of the cell that can be called; people write two, with words before them.</summary>
    private static string? Phone(Question question, string text) => text.Split([',', ';', '/', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.TrimStart([.. p.TakeWhile(c => !char.IsAsciiDigit(c) && c is not ('+' or '('))]).Trim()).Where(p => p.Length > 0).Take(5)
        .Select(p => Plain(question, p)).FirstOrDefault(p => p is not null);

    private static string? Plain(Question question, string text) =>
        (question.Type.Read(text, new ReadingContext(question, "kk", TimeZoneInfo.Utc, question.Choices?.Choices ?? [])) as Reading.Understood)?.Value;

    /// <summary>
    /// A place of study is the choice of the person's territory that is called so, else «other» with the words beside it; who works has a place of work.
    /// Returns the key of the problem, null when there is none.
    /// </summary>
    private string? Place(string text, Dictionary<string, string> answers)
    {
        var (status, territory) = (answers.GetValueOrDefault("status"), answers.GetValueOrDefault("territory"));
        var works = status is not null && !Learners.Contains(status);
        if (works || !questions.ContainsKey("place_study_other")) return Words("place_work", text, answers);
        if (territory is not null && places.TryGetValue((territory, InstitutionFold.Key(text)), out var choice))
        {
            answers["place_study"] = choice.Name;
            return null;
        }
        if (territory is not (null or "other") && questions.GetValueOrDefault("place_study")?.Choices?.Find("other") is not null) answers["place_study"] = "other";
        return Words("place_study_other", text, answers);
    }

    private string? Words(string name, string text, Dictionary<string, string> answers)
    {
        if (!questions.TryGetValue(name, out var question)) return null;
        if (Plain(question, text) is not { } value) return "import.value";
        answers.TryAdd(name, value);
        return null;
    }

    private static string Short(string text) => text.Length <= LongestFound ? text : text[..LongestFound] + "…";
}
