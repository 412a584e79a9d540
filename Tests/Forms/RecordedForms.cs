using System.Text.Json;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>Workbooks recorded from other tools' test suites: each is a form as recorded, or refused on the recorded row.</summary>
public sealed class RecordedForms(ITestOutputHelper output)
{
    /// <summary>Forms that are read otherwise on purpose, by id, with the decision behind it.</summary>
    private static readonly Dictionary<string, string> OnPurpose = new(StringComparer.Ordinal)
    {
        ["pyx-0992"] = "the wrong cell of the sheet settings is on row 2, where its author sees it",
        ["file-003"] = "a calculation that is no expression is an error, not left to another tool",
        ["docs-053"] = "a repeat_count with an unclosed bracket is an error, not left to another tool",
    };

    [Fact]
    public void a_recorded_workbook_is_a_form_or_refused_on_the_recorded_row()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedCases.File("forms.json")));
        var wrong = cases.RootElement.EnumerateArray().Select(c => (Id: c.GetProperty("id").GetString()!, Why: Differs(c)))
            .Where(c => c.Why is not null && !OnPurpose.ContainsKey(c.Id)).ToList();
        output.WriteLine($"{wrong.Count} of {cases.RootElement.GetArrayLength()} differ");
        foreach (var (id, why) in wrong) output.WriteLine($"{id}: {why}");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void a_recorded_default_is_worked_out_or_stands_as_written()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedCases.File("defaults.json")));
        var wrong = cases.RootElement.EnumerateArray().Where(c =>
            DynamicDefault.Is(TypeSpellings.Read(c.GetProperty("type").GetString()!) is TypeCell.Ask ask ? ask.Kind : QuestionKind.Text, c.GetProperty("default").GetString()!) != c.GetProperty("dynamic").GetBoolean());
        wrong.Select(c => $"{c.GetProperty("id")} {c.GetProperty("type")} «{c.GetProperty("default")}» {c.GetProperty("dynamic")}").ShouldBeEmpty();
    }

    private static string? Differs(JsonElement one)
    {
        var expected = one.GetProperty("expected");
        var reading = FormReader.Read(SharedCases.Sheets(one));
        var errors = reading.Problems.Where(p => p.IsError).ToList();
        if (expected.GetProperty("outcome").GetString() == "valid")
            return reading.Form is { } form ? DiffersIn(form, expected) : string.Join(" | ", errors.Select(p => $"{p.Row} {p.Code} {p.Say(Locales.Shipped, "en")}"));
        if (reading.Form is not null) return "read as a form though an error was recorded";
        var row = expected.TryGetProperty("row", out var at) && at.ValueKind == JsonValueKind.Number ? at.GetInt32() : 0;
        return row == 0 || errors.Exists(e => e.Row == row) ? null : $"row {row} recorded, but {string.Join(" | ", errors.Select(p => $"{p.Row} {p.Code}"))}";
    }

    private static string? DiffersIn(Form form, JsonElement expected)
    {
        var wanted = expected.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("path").GetString()!)
            .Select(p => SharedCases.Rooted(p, form))
            .Where(p => p != $"/{form.Root}/meta" && !p.StartsWith($"/{form.Root}/meta/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var had = form.Items.Select(i => i.Path).Order(StringComparer.Ordinal);
        if (!wanted.SequenceEqual(had, StringComparer.Ordinal)) return $"items {string.Join(' ', wanted)} recorded, but {string.Join(' ', had)}";
        foreach (var list in expected.GetProperty("choiceLists").EnumerateObject())
        {
            // Only the lists of the workbook are recorded with their items.
            if (!list.Value.TryGetProperty("items", out var items)) continue;
            if (!form.Lists.TryGetValue(list.Name, out var read)) return $"no list {list.Name}";
            var names = read.Choices.Select(c => c.Name).ToList();
            if (!items.EnumerateArray().Select(i => i.GetProperty("name").GetString()!).Where(n => n != "other").SequenceEqual(names.Where(n => n != "other"), StringComparer.Ordinal))
                return $"list {list.Name} is {string.Join(' ', names)}";
        }
        var recorded = expected.GetProperty("questions")[0].GetProperty("path").GetString()!.Split('/')[1];
        foreach (var bind in expected.GetProperty("binds").EnumerateObject())
        {
            if (form.IndexOf(SharedCases.Rooted(bind.Name, form)) is not (var index and >= 0)) continue;
            var item = form.Items[index];
            var different = Expression(bind.Value, "relevant", item.Relevant?.Text, recorded, form)
                ?? Expression(bind.Value, "calculate", (item as Question)?.Calculation?.Text, recorded, form) ?? Expression(bind.Value, "constraint", (item as Question)?.Constraint?.Text, recorded, form);
            if (different is not null) return $"{bind.Name}: {different}";
        }
        return null;
    }

    private static string? Expression(JsonElement bind, string column, string? had, string recorded, Form form)
    {
        if (!bind.TryGetProperty(column, out var written)) return null;
        var wanted = Plain(written.GetString()!).Replace("/" + recorded + "/", "/" + form.Root + "/", StringComparison.Ordinal);
        return Plain(had ?? "") == wanted ? null : $"{column} «{wanted}» recorded, but «{Plain(had ?? "")}»";
    }

    private static string Plain(string expression) => string.Concat(expression.Where(c => !char.IsWhiteSpace(c))).Replace('"', '\'').Replace('‘', '\'').Replace('’', '\'');
}
