using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>
/// Reads an XLSForm workbook into a form, or says everything that is wrong with it at once. The subset and its semantics stand in the README.
/// Never throws on what an author wrote.
/// </summary>
public static partial class FormReader
{
    private const int MostRows = 2000;

    // 250 a row, were there as many rows as there may be.
    private const int MostExpressions = 500_000;

    /// <summary>Reads the sheets survey, choices and settings; others are ignored.</summary>
    /// <param name="sheets">The workbook.</param>
    /// <param name="files">Text of the lists attached to it, by file name (.csv, .xml, .geojson); of pictures the names alone.</param>
    public static FormReading Read(SheetSet sheets, IReadOnlyDictionary<string, string>? files = null)
    {
        var log = new ProblemLog();
        if (Find(sheets, "survey", log) is not { } surveySheet) return new(null, log.All());
        var survey = new SheetTable("survey", surveySheet, log);
        var choices = new SheetTable("choices", Find(sheets, "choices", log), log);
        var settings = FormSettings.Read(new SheetTable("settings", Find(sheets, "settings", log), log), survey, log);
        if (!HasColumns(survey, log)) return new(null, log.All());
        var form = Build(survey, choices, settings, files ?? new Dictionary<string, string>(StringComparer.Ordinal), log);
        return new(log.HasErrors ? null : form, log.All());
    }

    private static Form? Build(SheetTable survey, SheetTable choices, FormSettings settings, IReadOnlyDictionary<string, string> files, ProblemLog log)
    {
        var drafts = new SurveyReader(survey, settings.Root, log).Read();
        if (drafts.All(d => d.Kind is null) && !log.HasErrors) log.Error(new("survey", 0, ""), "survey-empty");
        var references = new References(drafts, settings.Root, log);
        var lists = new ChoicesReader(choices, settings, new(choices, settings.Languages, references, log), log).Read();
        if (lists.Count == 0 && drafts.Any(d => d.List.Length > 0 && !d.FromFile && !References.IsLone(d.List))) log.Error(new("choices", 0, ""), "choices-missing");
        var attached = new AttachedLists(files, settings.Languages, log);
        foreach (var file in Files(survey, drafts, files).DistinctBy(f => Path.GetFileNameWithoutExtension(f.Name), StringComparer.Ordinal))
            if (attached.Read(file) is { } list) lists.TryAdd(list.Name, list);
        var expressions = new ExpressionReader(references, settings, lists, log);
        var checks = new AuthorChecks(references, lists, log);
        var reader = new ItemReader(survey, settings, lists, references, new(survey, settings.Languages, references, log), expressions, checks, log);
        List<FormItem> items = [.. drafts.Select(reader.Read)];
        var values = new ValueChecks(references, log);
        foreach (var draft in drafts)
        {
            checks.Check(draft);
            values.Check(draft);
        }
        foreach (var question in items.OfType<Question>())
            foreach (var picture in PictureFile.Of(question).Where(p => !files.ContainsKey(p)))
                log.Warn(new("survey", question.Row, "media::image"), PictureFile.Is(picture) ? FormProblem.PictureMissing : "picture-ending", picture, PictureFile.Is(picture) ? "" : string.Join(", ", PictureFile.Endings));
        var instanceName = expressions.ReadInstanceName();
        var rules = RuleOrder.Of(items, log);
        new ChatChecks(settings, survey, choices, log).Check(items);
        return log.HasErrors ? null
            : new Form(settings.Id, settings.Version, settings.Root, settings.Title, settings.Languages.All, settings.Languages.Default, items, lists, rules) { ReadsLastSaved = references.ReadsLastSaved, InstanceName = instanceName };
    }

    /// <summary>Files that selects and rows name, and those that are only attached, for pulldata().</summary>
    private static IEnumerable<ListFile> Files(SheetTable survey, IReadOnlyList<Draft> drafts, IReadOnlyDictionary<string, string> files)
    {
        foreach (var draft in drafts.Where(d => d.FromFile && d.List.Length > 0))
        {
            var geographic = draft.List.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase);
            yield return new(draft.List, Parameter(draft, "value") ?? (geographic ? "id" : "name"), Parameter(draft, "label") ?? (geographic ? "title" : "label"), draft.Row.Place(Columns.Type), Shown: true);
        }
        foreach (var row in survey.Rows.Where(r => r[Columns.Name].Length > 0))
            if (TypeSpellings.Read(row[Columns.Type]) is TypeCell.Attached { Extension: var ending }) yield return new(row[Columns.Name] + ending, "name", "label", row.Place(Columns.Type), Shown: false);
        foreach (var row in survey.Rows)
            foreach (Match pulled in Pulled().Matches(row[Columns.Calculation])) yield return new(pulled.Groups["list"].Value + ".csv", "name", "label", row.Place(Columns.Calculation), Shown: false);
        foreach (var file in files.Keys.Where(f => !PictureFile.Is(f))) yield return new(file, "name", "label", new("", 0, ""), Shown: false);
    }

    [GeneratedRegex(@"pulldata\(\s*'(?<list>[^'/\\]+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pulled();

    private static string? Parameter(Draft draft, string key) => draft.Row[Columns.Parameters].Split([' ', ',', ';'])
        .Select(p => p.Split('=')).Where(p => p.Length == 2 && p[0] == key).Select(p => p[1]).FirstOrDefault();

    private static Sheet? Find(SheetSet sheets, string name, ProblemLog log)
    {
        if (sheets.Find(name) is { } sheet) return sheet;
        var near = NearMiss.Of(name, sheets.Sheets.Select(s => s.Name.Trim()));
        if (name == "survey") log.Error(new("", 0, ""), "sheet-missing", name, near ?? string.Join(", ", sheets.Sheets.Select(s => s.Name)));
        else if (near is not null) log.Warn(new("", 0, ""), "sheet-missing", name, near);
        return null;
    }

    private static bool HasColumns(SheetTable survey, ProblemLog log)
    {
        if (survey.Rows.Count == 0) log.Error(new("survey", 0, ""), "survey-empty");
        foreach (var column in new[] { Columns.Type, Columns.Name })
            if (survey.Rows.Count > 0 && !survey.Has(column)) log.Error(new("survey", column == Columns.Name ? survey.Rows[0].Number : 1, column), "column-missing", column);
        if (survey.Rows.Count > MostRows) log.Error(new("survey", MostRows, ""), "rows-many", survey.Rows.Count.ToString(), MostRows.ToString());
        var expressions = survey.Rows.Sum(r => r.Expressions);
        if (expressions > MostExpressions) log.Error(new("survey", 0, ""), "form-long", expressions.ToString(), MostExpressions.ToString());
        return survey.Rows.Count is > 0 and <= MostRows && expressions <= MostExpressions && survey.Has(Columns.Type) && survey.Has(Columns.Name);
    }
}
