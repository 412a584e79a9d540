namespace GrantBot.Domain.Forms.Xls;

/// <summary>
/// Reads an XLSForm workbook into a form, or says everything that is wrong with it at once. The subset and its semantics stand in the README.
/// Never throws on what an author wrote.
/// </summary>
public static class FormReader
{
    private const int MostRows = 2000;

    /// <summary>Reads the sheets survey, choices and settings; others are ignored.</summary>
    public static FormReading Read(SheetSet sheets)
    {
        var log = new ProblemLog();
        if (Find(sheets, "survey", log) is not { } surveySheet) return new(null, log.All());
        var survey = new SheetTable("survey", surveySheet, log);
        var choices = new SheetTable("choices", Find(sheets, "choices", log), log);
        var settings = FormSettings.Read(new SheetTable("settings", Find(sheets, "settings", log), log), survey, log);
        if (!HasColumns(survey, log)) return new(null, log.All());
        var form = Build(survey, choices, settings, log);
        return new(log.HasErrors ? null : form, log.All());
    }

    private static Form? Build(SheetTable survey, SheetTable choices, FormSettings settings, ProblemLog log)
    {
        var drafts = new SurveyReader(survey, settings.Root, log).Read();
        if (drafts.All(d => d.Kind is null) && !log.HasErrors) log.Error(new("survey", 0, ""), "survey-empty");
        var references = new References(drafts, settings.Root, log);
        var lists = new ChoicesReader(choices, settings, new(choices, settings.Languages, references, log), log).Read();
        if (lists.Count == 0 && drafts.Any(d => d.List.Length > 0)) log.Error(new("choices", 0, ""), "choices-missing");
        var expressions = new ExpressionReader(references, settings, lists, log);
        var checks = new AuthorChecks(references, lists, log);
        var reader = new ItemReader(survey, settings, lists, new(survey, settings.Languages, references, log), expressions, checks, log);
        List<FormItem> items = [.. drafts.Select(reader.Read)];
        foreach (var draft in drafts) checks.Check(draft);
        var rules = RuleOrder.Of(items, log);
        new ChatChecks(settings, survey, choices, log).Check(items);
        return log.HasErrors ? null
            : new Form(settings.Id, settings.Version, settings.Root, settings.Title, settings.Languages.All, settings.Languages.Default, items, lists, rules);
    }

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
            if (survey.Rows.Count > 0 && !survey.Has(column)) log.Error(new("survey", 1, column), "column-missing", column);
        if (survey.Rows.Count > MostRows) log.Error(new("survey", MostRows, ""), "rows-many", survey.Rows.Count.ToString(), MostRows.ToString());
        return survey.Rows.Count is > 0 and <= MostRows && survey.Has(Columns.Type) && survey.Has(Columns.Name);
    }
}
