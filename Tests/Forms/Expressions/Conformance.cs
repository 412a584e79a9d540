using System.Text.Json;
using GrantBot.Bot.Tools;
using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Tests.Forms.Expressions;

/// <summary>The cases recorded from other engines' test suites; they lie outside the repository, in the folder GRANTBOT_SHARED names.</summary>
public sealed class Conformance(ITestOutputHelper output)
{
    /// <summary>Cases that differ on purpose, by id, with the decision behind it.</summary>
    private static readonly Dictionary<string, string> OnPurpose = new(StringComparer.Ordinal)
    {
        ["enk-1150"] = "the tree of answers holds no text nodes",
        ["enk-1152"] = "the tree of answers holds no processing instructions",
        ["enk-1790"] = "what is no date is blank, not «Invalid Date»",
        ["wf-1567"] = "what is no date is blank, not «Invalid Date»",
        ["enk-1932"] = "a moment is written in ISO form; JavaScript's own form is not read",
        ["enk-1985"] = "a blank answer is false, as in JavaRosa",
        ["enk-2156"] = "regex fits the whole text, as in JavaRosa",
    };

    [Theory]
    [InlineData("must", 0.99)]
    [InlineData("should", 0.95)]
    public void Recorded_expressions_give_the_recorded_values(string tier, double share)
    {
        var file = SharedCases.File("expressions.json");
        var printed = new StringWriter();
        EvalVerb.Run(file, printed).ShouldBe(0);
        var lines = printed.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var cases = JsonDocument.Parse(File.ReadAllText(file));
        lines.Length.ShouldBe(cases.RootElement.GetArrayLength());

        var ofTier = cases.RootElement.EnumerateArray().Zip(lines).Where(c => c.First.GetProperty("tier").GetString() == tier).ToList();
        var wrong = ofTier.Where(c => !Matches(c.First.GetProperty("expected"), c.Second)).ToList();
        output.WriteLine($"{tier}: {ofTier.Count - wrong.Count} of {ofTier.Count}");
        foreach (var (given, line) in wrong) output.WriteLine($"{given.GetProperty("expr")} => {given.GetProperty("expected").GetRawText().ReplaceLineEndings(" ")} but {line}");

        wrong.Select(c => c.First.GetProperty("id").GetString()!).Where(id => !OnPurpose.ContainsKey(id)).ShouldBeEmpty();
        (1 - ((double)wrong.Count / ofTier.Count)).ShouldBeGreaterThanOrEqualTo(share);
    }

    [Fact]
    public void Recorded_texts_parse_or_not_as_recorded()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedCases.File("parse.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var text = one.GetProperty("expr").GetString()!;
            (Expression.Parse(text).Expression is not null).ShouldBe(one.GetProperty("valid").GetBoolean(), text);
        }
    }

    [Fact]
    public void Recorded_names_are_names_or_not_as_recorded()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedCases.File("names.json")));
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var name = one.GetProperty("name").GetString()!;
            NodeName.IsValid(name).ShouldBe(one.GetProperty("valid").GetBoolean(), name);
        }
    }

    private static bool Matches(JsonElement expected, string line)
    {
        using var printed = JsonDocument.Parse(line);
        var type = printed.RootElement.GetProperty("type").GetString();
        var value = printed.RootElement.GetProperty("value");
        if (expected.GetProperty("type").GetString() != type) return false;
        var wanted = expected.GetProperty("value");
        if (type == "error") return true;
        if (wanted.ValueKind == JsonValueKind.Number && value.ValueKind == JsonValueKind.Number)
            return Math.Abs(wanted.GetDouble() - value.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs(wanted.GetDouble()));
        return JsonElement.DeepEquals(wanted, value);
    }
}
