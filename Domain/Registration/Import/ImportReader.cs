using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Registration.Import;

/// <summary>
/// Reads a list of earlier registrations against the registration form and says what an import would do. Stores nothing; whoever stores it records the
/// basis of consent, and a person under 18 still needs a guardian (4-law-and-places.md 4.1, 4.2).
/// </summary>
public static class ImportReader
{
    /// <summary>Most rows of a list that is read.</summary>
    public const int MostRows = 5_000;

    /// <summary>Most columns.</summary>
    public const int MostColumns = 100;

    /// <summary>Answers nobody gave on paper: until the person is asked, nothing is published and no reminder sent.</summary>
    private static readonly string[] No = ["consent_photo", "remind"];

    /// <summary>The preview. Every problem is found at once; of one row at most five are told.</summary>
    /// <param name="sheet">The list; its header may stand below titles.</param>
    /// <param name="form">The registration form.</param>
    /// <param name="today">The day, for ages and two-figure years.</param>
    public static ImportPreview Read(Sheet sheet, Form form, DateOnly today)
    {
        var columns = ImportColumns.Of(sheet, form);
        var answered = columns.All.SelectMany(c => c.Questions).ToHashSet(StringComparer.Ordinal);
        var missing = form.Questions.Where(q => IsAlwaysRequired(q) && !answered.Contains(q.Name) && !No.Contains(q.Name)).Select(q => q.Name).ToList();
        var defaults = form.Questions.Where(q => No.Contains(q.Name) && !answered.Contains(q.Name)).Select(q => KeyValuePair.Create(q.Name, "no")).ToList();
        var (rows, problems) = (new List<ImportedRow>(), new List<ImportProblem>());
        if (!answered.Contains("surname") || !answered.Contains("given")) return new(columns.All, missing, [], [new(0, "import.names", "", [])]);
        var reader = new ImportRowReader(columns, form, today);
        var (phones, people) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<(string, string), int>());
        foreach (var row in columns.Body.Where(r => columns.Mapped.Exists(c => ImportColumns.At(r, c.Index).Kind != CellKind.Blank)))
        {
            var (answers, found) = reader.Read(row);
            if (found.Count == 0 && Double(answers, row.Number, phones, people) is { } twice) found.Add(twice);
            problems.AddRange(found);
            if (found.Count > 0) continue;
            foreach (var (name, value) in defaults) answers.TryAdd(name, value);
            rows.Add(new(row.Number, answers));
        }
        return new(columns.All, missing, rows, problems);
    }

    /// <summary>The form demands it of everybody.</summary>
    internal static bool IsAlwaysRequired(Question question) => question is { Asked: true, Required: true, Relevant: null };

    /// <summary>The problem of a row whose person stands in an earlier row; null when there is none.</summary>
    private static ImportProblem? Double(Dictionary<string, string> answers, int row, Dictionary<string, int> phones, Dictionary<(string, string), int> people)
    {
        (string, string)? person = answers.TryGetValue("birth", out var birth) ? (NameFold.Key(answers["surname"], answers["given"]), birth) : null;
        var phone = answers.GetValueOrDefault("phone");
        if (person is { } known && people.TryGetValue(known, out var earlier)) return new(row, "import.twice.person", "", [("other", earlier)]);
        if (phone is not null && phones.TryGetValue(phone, out earlier)) return new(row, "import.twice.phone", "", [("other", earlier)]);
        if (person is { } met) people[met] = row;
        if (phone is not null) phones[phone] = row;
        return null;
    }
}
