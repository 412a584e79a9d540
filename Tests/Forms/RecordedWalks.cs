using System.Globalization;
using System.Text.Json;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>Workbooks answered step by step in another engine: after each step every value, relevance, choice and refusal is as recorded.</summary>
public sealed class RecordedWalks(ITestOutputHelper output)
{
    /// <summary>Walks that differ on purpose, by form, with the decision behind it.</summary>
    private static readonly Dictionary<string, string> OnPurpose = new(StringComparer.Ordinal)
    {
        ["docs-144"] = "a blank answer is false, as in JavaRosa (xlsform.md): a second picture is asked for only after the first",
    };

    private static readonly FormClock Clock = new(DateTimeOffset.Parse("2026-03-15T10:30:00-07:00", CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));

    [Fact]
    public void a_recorded_walk_shows_the_recorded_answers_and_choices()
    {
        using var forms = JsonDocument.Parse(File.ReadAllText(SharedCases.File("forms.json")));
        using var walks = JsonDocument.Parse(File.ReadAllText(SharedCases.File("walks.json")));
        var byId = forms.RootElement.EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!, f => f, StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var walk in walks.RootElement.EnumerateArray().Where(w => !OnPurpose.ContainsKey(w.GetProperty("form").GetString()!)))
        {
            var form = FormReader.Read(SharedCases.Sheets(byId[walk.GetProperty("form").GetString()!])).Form;
            var why = form is null ? "no form" : new Walk(form, walk).Differs();
            if (why is not null) wrong.Add($"{walk.GetProperty("id").GetString()}: {why}");
        }
        output.WriteLine($"{wrong.Count} of {walks.RootElement.GetArrayLength()} differ");
        wrong.ForEach(output.WriteLine);
        wrong.ShouldBeEmpty();
    }

    private sealed class Walk(Form form, JsonElement walk)
    {
        private readonly FormSession session = FormSession.Open(form, FormProgress.Begin(form, 7, Clock.Now), Clock, Locales.Shipped, form.DefaultLanguage);
        private readonly Dictionary<string, JsonElement> expected = new(StringComparer.Ordinal);

        public string? Differs()
        {
            Expect(walk.GetProperty("initial"));
            if (Compare() is { } first) return "at first: " + first;
            foreach (var step in walk.GetProperty("steps").EnumerateArray())
            {
                Expect(step.GetProperty("changed"));
                foreach (var gone in step.GetProperty("removed").EnumerateArray()) expected.Remove(SharedCases.Rooted(gone.GetString()!, form));
                var path = SharedCases.Rooted(step.GetProperty("ref").GetString()!, form);
                var said = step.GetProperty("op").GetString() == "addRepeat" ? "add" : step.GetProperty("value").GetString()!;
                var refused = session.Answer(path, said) is AnswerResult.Refused;
                var violated = expected.TryGetValue(path, out var at) && at.TryGetProperty("violation", out var violation) && violation.GetProperty("condition").GetString() == "constraint";
                if (violated != refused && !(refused && session.View(path).Current is null)) return $"{path} = {said} refused is {refused}";
                if (refused && violated) return null;
                if (Compare() is { } why) return $"after {path} = {said}{(refused ? " (refused)" : "")}: {why}";
            }
            return null;
        }

        private void Expect(JsonElement nodes)
        {
            foreach (var node in nodes.EnumerateObject()) expected[SharedCases.Rooted(node.Name, form)] = node.Value;
        }

        private string? Compare() => expected.Select(e => Compare(e.Key, e.Value)).FirstOrDefault(why => why is not null);

        private string? Compare(string path, JsonElement node)
        {
            if (path == "/" + form.Root || path.StartsWith($"/{form.Root}/meta", StringComparison.Ordinal)) return null;
            if (path.EndsWith("#range", StringComparison.Ordinal)) return CompareRepeat(path[..^"#range".Length], node);
            if (session.Tree.Find(path) is not { } had) return path + " is missing";
            var relevant = node.GetProperty("relevant").GetBoolean();
            if (had.Counts != relevant) return $"{path} relevant is {had.Counts}";
            if (!node.TryGetProperty("value", out var value)) return null;
            if (!Same(value.GetString()!, had.Counts ? had.Value : "")) return $"{path} is «{had.Value}», not «{value}»";
            if (node.TryGetProperty("options", out var options))
            {
                var view = session.View(path).Choices.Select(c => $"{c.Name}={Plain(c.Label)}").ToList();
                if (!view.SequenceEqual(options.EnumerateArray().Select(o => $"{o[0]}={Plain(o[1].GetString()!)}"), StringComparer.Ordinal)) return $"{path} offers {string.Join(' ', view)}, not {options}";
            }
            if (node.TryGetProperty("label", out var label) && Plain(session.View(path).Label) != Plain(label.GetString()!)) return $"{path} is labelled «{session.View(path).Label}», not «{label}»";
            if (node.TryGetProperty("hint", out var hint) && !Hints(session.View(path)).Contains(Plain(hint.GetString()!).Trim('-'))) return $"{path} has the hint «{session.View(path).Hint}», not «{hint}»";
            var silent = node.TryGetProperty("readonly", out var locked) && locked.GetBoolean();
            if (had.Definition is Question { Label: not null } q && node.GetProperty("nodeType").GetString() != "model-value" && q.Asked == silent) return $"{path} asked is {q.Asked}";
            if (node.TryGetProperty("required", out var must) && must.GetBoolean() != session.View(path).Required) return $"{path} required is {session.View(path).Required}";
            var demanded = node.TryGetProperty("violation", out var violation) && violation.GetProperty("condition").GetString() == "required";
            return demanded && !session.View(path).Required ? path + " is not required" : null;
        }

        // The recorder joins hint and guidance; it writes "-" for a missing translation, where we fall back to another language. A hint alone is our label.
        private static string[] Hints(QuestionView view) => [Plain(view.Hint ?? ""), Plain(view.Hint + view.Guidance), Plain(view.Label), ""];

        private string? CompareRepeat(string path, JsonElement node)
        {
            if (session.Tree.FindRepeat(path) is not { } repeat) return path + " is missing";
            var count = repeat.Frame.Instances(repeat.Repeat).Count;
            return count == node.GetProperty("count").GetInt32() ? null : $"{path} has {count} instances, not {node.GetProperty("count")}";
        }

        // Layout of the recorder's XML and names of pictures are no part of a label.
        private static string Plain(string label) =>
            string.Join(' ', label.Split("jr://")[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"');

        // Numbers are compared as such: 0 and 0.0 are one answer.
        private static bool Same(string wanted, string had)
        {
            if (wanted == had) return true;
            var (a, b) = (wanted.Split(' '), had.Split(' '));
            return a.Length == b.Length && a.Zip(b).All(p => p.First == p.Second
                || (double.TryParse(p.First, CultureInfo.InvariantCulture, out var x) && double.TryParse(p.Second, CultureInfo.InvariantCulture, out var y) && Math.Abs(x - y) < 1e-9));
        }
    }
}
