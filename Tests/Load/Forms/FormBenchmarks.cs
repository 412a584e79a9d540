using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Localisation;

namespace GrantBot.Load.Forms;

/// <summary>What a form of 500 questions costs: reading the workbook, taking it up, one answer, one whole turn.</summary>
[MemoryDiagnoser, MedianColumn]
public class FormBenchmarks
{
    private const int Questions = 500;

    private static readonly FormClock Clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(5)), TimeZoneInfo.Utc);
    private static readonly Texts Texts = new(Texts.Languages.ToDictionary(l => l, _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(), StringComparer.Ordinal));

    private readonly SheetSet sheets = Sheets();
    private Form form = null!;
    private FormSession open = null!;
    private string stored = "";
    private string[] paths = [];
    private int at;

    /// <summary>Runs all; the process itself is measured, since the benchmark's own project files know no central versions.</summary>
    public static void Run() => BenchmarkRunner.Run<FormBenchmarks>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));

    /// <summary>A form read, half of its questions answered.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        form = FormReader.Read(sheets).Form ?? throw new InvalidOperationException("the form of the benchmark has errors");
        open = FormSession.Open(form, FormProgress.Begin(form, 7, Clock.Now), Clock, Texts, "en");
        for (var n = 0; n < Questions / 2 && open.Next is { } question; n++) open.Answer(question.Path, Given(question.Kind, n));
        stored = JsonSerializer.Serialize(open.Progress, FormJson.Default.FormProgress);
        paths = [.. form.Questions.Where(q => q.Asked && q.Kind == QuestionKind.Integer).Select(q => q.Path)];
    }

    /// <summary>Workbook to form.</summary>
    [Benchmark]
    public object? ReadWorkbook() => FormReader.Read(sheets).Form;

    /// <summary>A new person takes the form up.</summary>
    [Benchmark]
    public object OpenNew() => FormSession.Open(form, FormProgress.Begin(form, 7, Clock.Now), Clock, Texts, "en");

    /// <summary>A person who has answered half takes it up again.</summary>
    [Benchmark]
    public object OpenHalf() => FormSession.Open(form, JsonSerializer.Deserialize(stored, FormJson.Default.FormProgress)!, Clock, Texts, "en");

    /// <summary>One answer in an open form, and the question after it.</summary>
    [Benchmark]
    public object? Answer()
    {
        at++;
        open.Answer(paths[at % paths.Length], (at % 90).ToString(CultureInfo.InvariantCulture));
        return open.Next;
    }

    /// <summary>Everything a message costs: stored progress read, answered, the next question, stored again.</summary>
    [Benchmark]
    public string WholeTurn()
    {
        var session = FormSession.Open(form, JsonSerializer.Deserialize(stored, FormJson.Default.FormProgress)!, Clock, Texts, "en");
        var question = session.Next!;
        session.Answer(question.Path, Given(question.Kind, 3));
        _ = session.Next;
        return JsonSerializer.Serialize(session.Progress, FormJson.Default.FormProgress);
    }

    private static string Given(QuestionKind kind, int n) => kind == QuestionKind.Integer ? (n % 90).ToString(CultureInfo.InvariantCulture) : kind == QuestionKind.SelectOne ? "a" : "answer " + n;

    // Ten to a group, each group with a number, texts that depend on it, a filtered select, a sum and a constraint.
    private static SheetSet Sheets()
    {
        List<string[]> rows = [["type", "name", "label", "relevant", "constraint", "calculation", "choice_filter"]];
        for (var group = 0; group < Questions / 10; group++)
        {
            rows.Add(["begin group", $"g{group}", "Group"]);
            rows.Add(["integer", $"n{group}", "How many?", group == 0 ? "" : $"${{n{group - 1}}} >= 0", ". <= 100"]);
            rows.Add(["select_one list", $"s{group}", "Which?", "", "", "", $"from <= ${{n{group}}}"]);
            for (var text = 0; text < 6; text++) rows.Add(["text", $"t{group}_{text}", $"You said ${{n{group}}}. What else?", $"${{n{group}}} >= {text * 10} or ${{s{group}}} = 'a'", "string-length(.) < 200"]);
            rows.Add(["calculate", $"c{group}", "", "", "", group == 0 ? "${n0} * 2" : $"${{c{group - 1}}} + ${{n{group}}} * 2"]);
            rows.Add(["calculate", $"l{group}", "", "", "", $"concat(${{t{group}_0}}, ' ', string-length(${{t{group}_1}}))"]);
            rows.Add(["end group"]);
        }
        List<string[]> choices = [["list_name", "name", "label", "from"], ["list", "a", "A", "0"], ["list", "b", "B", "10"], ["list", "c", "C", "50"]];
        return new([Sheet("survey", rows), Sheet("choices", choices)]);
    }

    private static Sheet Sheet(string name, List<string[]> rows) => new(name, [.. rows.Select((cells, index) => new SheetRow(index + 1, [.. cells.Select(Cell.Of)]))]);
}
