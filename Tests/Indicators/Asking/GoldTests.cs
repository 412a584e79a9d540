using System.Runtime.CompilerServices;
using System.Text;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>
/// More than three hundred questions as people ask them, each with the exact query it must become and the number it must give, or with what
/// is asked back. With GRANTBOT_WRITE_GOLD=1 query and number are written anew; review the difference like code.
/// </summary>
public sealed class GoldTests
{
    internal static readonly AskingWorld World = AskingWorld.Of(GoldLeague.Events, new FormCatalogue(ContentLoader.Forms(Locales.Shipped).All.Select(f => f.Form)), GoldLeague.Today);
    internal static readonly IReadOnlyList<RegistrationFact> Facts = [.. RegistrationSet.InOrder(GoldLeague.Rows)];

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void every_question_gives_its_query_and_its_number(string language)
    {
        var rows = Rows(language);
        if (Environment.GetEnvironmentVariable("GRANTBOT_WRITE_GOLD") == "1") { Rewrite(language); return; }
        rows.Count.ShouldBeGreaterThanOrEqualTo(100);
        string.Join('\n', rows.Select(r => (Expected: $"{r.Question} | {r.Query} | {r.Number}".TrimEnd(' '), Given: Line(r.Question))).Where(p => p.Expected != p.Given).Select(p => $"{p.Given}   instead of   {p.Expected}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void every_number_is_found_a_second_time_without_the_engine(string language) =>
        Rows(language).Where(r => r.Number.Length > 0 && BruteForce.Count(r.Query) != r.Number).Select(r => $"{r.Query}: {r.Number}, counted by hand {BruteForce.Count(r.Query)}").ShouldBeEmpty();

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void the_parts_of_a_table_add_up(string language)
    {
        foreach (var question in Rows(language).Select(r => Read(r.Question)).OfType<CountReading.Understood>().Select(u => u.Question).Where(q => q.By.Count > 0 && CountEngine.IsOfRegistrations(q.Measure)))
        {
            var answer = CountEngine.Count(question, Facts);
            if (answer.Table!.Overlaps) answer.Table.Rows.Sum(r => r.Cell.Number).ShouldBeGreaterThan(answer.Number);
            else answer.Table.Rows.Sum(r => r.Cell.Number).ShouldBe(answer.Number, Notation.Of(question, World));
            foreach (var row in answer.Table.Rows.Where(r => r.Cells.Count > 0)) row.Cells.Sum(c => c.Number).ShouldBe(row.Cell.Number);
        }
    }

    [Fact]
    public void a_question_reads_the_same_in_capitals_and_with_other_signs()
    {
        foreach (var row in new[] { "kk", "ru", "en" }.SelectMany(Rows).Where(r => !r.Question.Contains('«', StringComparison.Ordinal) && !r.Question.Contains(">>", StringComparison.Ordinal) && !r.Query.StartsWith('?')))
            Notation.Of(CountReader.Read("  " + row.Question.ToUpperInvariant() + " ?!", World), World).ShouldBe(row.Query, row.Question);
    }

    /// <summary>What is asked: alone, or after "first >> then".</summary>
    private static CountReading Read(string question)
    {
        var parts = question.Split(" >> ");
        var last = parts.Length > 1 ? CountReader.Read(parts[0], World).ShouldBeOfType<CountReading.Understood>().Question : null;
        return CountReader.Read(parts[^1], World, last);
    }

    private static string Line(string question)
    {
        var reading = Read(question);
        var number = reading is not CountReading.Understood { Question: var q } ? "" : q.Measure is Measure.Reach ? "views" : CountEngine.IsOfSurveys(q.Measure) ? "survey" : CountEngine.Count(q, Facts) is var a && CountEngine.IsShare(q.Measure) ? $"{a.Number}/{a.Of}" : $"{a.Number}";
        return $"{question} | {Notation.Of(reading, World)} | {number}".TrimEnd(' ');
    }

    private static List<(string Question, string Query, string Number)> Rows(string language) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Indicators", "Asking", $"questions.{language}.md")).Where(IsRow).Select(l => l.Trim('|', ' ').Split(" | ")).Select(c => (c[0].Trim(), c.ElementAtOrDefault(1)?.Trim(' ', '|') ?? "", c.ElementAtOrDefault(2)?.Trim(' ', '|') ?? ""))];

    private static bool IsRow(string line) => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| question", StringComparison.Ordinal);

    private static void Rewrite(string language, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, $"questions.{language}.md");
        var written = new StringBuilder();
        foreach (var line in File.ReadAllLines(file)) written.Append(IsRow(line) ? $"| {Line(line.Trim('|', ' ').Split(" | ")[0].Trim())} |" : line).Append('\n');
        File.WriteAllText(file, written.ToString());
    }
}
