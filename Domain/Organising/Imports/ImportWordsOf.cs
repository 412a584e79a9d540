using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Import;

namespace GrantBot.Domain.Organising.Imports;

/// <summary>The preview of an import in words. Names, numbers and dates of people are never in it: it goes through a messenger.</summary>
internal static class ImportWordsOf
{
    private const int MostProblems = 10, MostRows = 15;

    /// <summary>Says what a list would do, and sends the rows with problems back.</summary>
    public static void Say(Script script, ImportLook look, EventInfo e)
    {
        if (look.Refusal is { } refusal) { script.Tell("import.refused", ("why", refusal.Words(script.Context.Texts, script.Language))); return; }
        var (preview, plan) = (look.Preview, look.Plan);
        var bad = preview.Problems.Where(p => p.Row > 0).Select(p => p.Row).Distinct().Count();
        script.Tell("import.read", ("event", e.Title.In(script.Language)), ("n", plan.Rows.Count), ("bad", bad));
        script.Say(string.Join('\n', Counts(script, plan)));
        if (script.Context.Forms.Find(e.FormId) is { } form) script.Say(string.Join('\n', Columns(script, preview, form)));
        if (preview.Problems.Count > 0) script.Say(string.Join('\n', Problems(script, preview)));
        if (look.Problems is { } file)
            script.Add(new Reply.File(file, "problems.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", script.Text("import.problems.file", ("n", bad))));
        if (look.File is null) script.Tell(plan.There.Count > 0 && bad == 0 ? "import.all.there" : "import.none");
    }

    private static IEnumerable<string> Counts(Script script, ImportPlan plan)
    {
        if (plan.There.Count > 0) yield return script.Text("import.there", ("n", plan.There.Count), ("rows", Rows(plan.There)));
        if (plan.Queued > 0) yield return script.Text("import.queued", ("n", plan.Queued));
        if (plan.Minors > 0) yield return script.Text("import.minors", ("n", plan.Minors), ("until", Dates.UntilBrief(script.Local(script.Context.Now + Eligibility.GuardianTime), script.Language)));
        if (plan.OtherAges > 0) yield return script.Text("import.ages", ("n", plan.OtherAges));
    }

    private static IEnumerable<string> Columns(Script script, ImportPreview preview, Form form)
    {
        string Name(string question) => form.Questions.FirstOrDefault(q => q.Name == question) is { } q ? (q.Short ?? q.Label)?.In(script.Language) ?? question : question;
        var mapped = preview.Columns.Where(c => c.State is ImportColumnState.Mapped).ToList();
        if (mapped.Count > 0) yield return script.Text("import.columns");
        foreach (var column in mapped) yield return $"• {column.Letter}: {column.Heading} → {string.Join(", ", column.Questions.Take(3).Select(Name))}";
        var ignored = preview.Columns.Where(c => c.State is ImportColumnState.Ignored && c.Heading.Length > 0).Select(c => c.Heading).ToList();
        if (ignored.Count > 0) yield return script.Text("import.ignored", ("list", string.Join(", ", ignored)));
        foreach (var column in preview.Columns)
            if (Reason(column.State) is { } key) yield return script.Text(key, ("column", column.Heading.Length > 0 ? column.Heading : column.Letter));
        if (preview.Missing.Count > 0 && preview.HasNames) yield return script.Text("import.missing", ("list", string.Join(", ", preview.Missing.Select(Name))));
    }

    private static string? Reason(ImportColumnState state) => state switch
    {
        ImportColumnState.Refused => "import.column.refused",
        ImportColumnState.Unknown => "import.column.unknown",
        ImportColumnState.Doubled => "import.column.doubled",
        _ => null,
    };

    private static IEnumerable<string> Problems(Script script, ImportPreview preview)
    {
        foreach (var problem in preview.Problems.Take(MostProblems)) yield return "• " + problem.Say(script.Context.Texts, script.Language);
        if (preview.Problems.Count > MostProblems) yield return script.Text("import.problems.more", ("n", preview.Problems.Count - MostProblems));
    }

    private static string Rows(IReadOnlyList<int> rows) => string.Join(", ", rows.Take(MostRows)) + (rows.Count > MostRows ? "…" : "");
}
