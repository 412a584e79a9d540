using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>
/// Every type of the catalogue has a file in Tests/Forms/Types: a workbook whose question is "q", lists attached to it, and what people answer.
/// The table "answers" says what is stored, how a person reads it in Kazakh, or the text that refuses it; "{а*9}" is typed as nine letters.
/// For a question nobody is asked it says the value that is there.
/// </summary>
public sealed partial class TypeTests
{
    private const string Unsupported = "unsupported";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Forms", "Types");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Where(f => f != Unsupported).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> UnsupportedTypes => [.. Rows(Sheets(Unsupported), "types").Select(r => (r["type"], r["problem"]))];

    [Theory, MemberData(nameof(Files))]
    public void answers_are_stored_shown_or_refused_as_the_table_says(string file)
    {
        var sheets = Sheets(file);
        var reading = FormReader.Read(sheets, sheets.Sheets.Where(s => s.Name.Contains('.', StringComparison.Ordinal)).ToDictionary(s => s.Name, Attached));
        reading.Problems.Where(p => p.IsError).Select(p => p.Say(Locales.Shipped, "en")).ShouldBeEmpty();
        var question = reading.Form.ShouldNotBeNull().Questions.Single(q => q.Name == "q");
        var context = new ReadingContext(question, "kk", Filling.Clock.Zone, question.Choices?.Choices ?? []);
        var rows = Rows(sheets, "answers");
        rows.ShouldNotBeEmpty();
        rows.Select(r => question.Asked ? Answer(r, context) : Value(r, reading.Form)).ShouldBe(rows.Select(r => string.Join(" | ", r.Values)));
    }

    [Theory, MemberData(nameof(UnsupportedTypes))]
    public void a_type_that_cannot_be_asked_is_told(string type, string problem) =>
        FormReader.Read(MarkdownSheets.Read($"| type | name | label |\n| {type} | q | Q? |\n| text | a | A? |")).Problems.Select(p => p.Code).ShouldContain(problem);

    [Fact]
    public void every_type_has_its_table()
    {
        var written = Directory.GetFiles(Folder, "*.md").Select(f => MarkdownSheets.Read(File.ReadAllText(f))).SelectMany(s => s.Sheets.Take(1)).SelectMany(s => s.Rows).Select(r => r.Cells[0].Text).ToList();
        QuestionTypeCatalog.All.Select(t => t.Name).Where(name => !written.Exists(w => w == name || w.StartsWith(name + " ", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void every_kind_has_a_type() => Enum.GetValues<QuestionKind>().ShouldAllBe(kind => QuestionTypeCatalog.Of(kind) != null);

    /// <summary>The row as it came out: what is not in the table is not looked at.</summary>
    private static string Answer(Dictionary<string, string> row, ReadingContext context)
    {
        var (said, stored) = (Spelt(row["said"]), row.GetValueOrDefault("stored", ""));
        var type = context.Question.Type;
        var read = said.Length == 0 ? null : type.Read(Typed.Tidy(said), context);
        var value = read is Reading.Understood understood ? understood.Value : Spelt(stored);
        var found = row.Keys.Select(column => column switch
        {
            "said" => row["said"],
            "stored" => read is Reading.Refused ? "" : value == Spelt(stored) ? stored : value,
            "shown" => row["shown"].Length == 0 ? "" : type.Show(value, context),
            _ => read is Reading.Refused refused ? refused.Key : "",
        });
        return string.Join(" | ", found);
    }

    private static string Value(Dictionary<string, string> row, Form form)
    {
        var value = new Filling(form, "kk").Value("q");
        return string.Join(" | ", row.Keys.Select(column => column switch { "said" => "", "stored" => value ?? "(blank)", _ => form.Questions.Single(q => q.Name == "q").Type.Show(value!, null!) }));
    }

    private static SheetSet Sheets(string file) => MarkdownSheets.Read(File.ReadAllText(Path.Combine(Folder, file + ".md")));

    private static List<Dictionary<string, string>> Rows(SheetSet sheets, string name) => Rows(sheets.Find(name)!);

    private static List<Dictionary<string, string>> Rows(Sheet sheet)
    {
        var heads = sheet.Rows[0].Cells.Select(c => c.Text).ToList();
        return [.. sheet.Rows.Skip(1).Select(r => heads.Select((head, index) => (head, index < r.Cells.Count ? r.Cells[index].Text : "")).ToDictionary(StringComparer.Ordinal))];
    }

    private static string Attached(Sheet sheet) => sheet.Name.EndsWith(".csv", StringComparison.Ordinal)
        ? string.Join('\n', sheet.Rows.Select(r => string.Join(',', r.Cells.Select(c => c.Text))))
        : new XElement("root", Rows(sheet).Select(r => new XElement("item", r.Select(cell => new XElement(cell.Key, cell.Value))))).ToString();

    private static string Spelt(string cell) => Repeated().Replace(cell, m => string.Concat(Enumerable.Repeat(m.Groups[1].Value, int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))));

    [GeneratedRegex(@"\{(.)\*([0-9]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Repeated();
}
