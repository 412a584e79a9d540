using System.Text.RegularExpressions;
using GrantBot.Domain.Forms.Expressions.Functions;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms.Expressions;

/// <summary>The functions, as a table an author could read: functions.md beside this file.</summary>
public sealed class FunctionTests
{
    private static readonly List<(string Expression, string Value, string At)> Cases = [.. MarkdownSheets.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Forms", "Expressions", "functions.md")))
        .Sheets.SelectMany(s => s.Rows.Skip(1)).Select(r => (r.Cells[0].Text, r.Cells[1].Text, r.Cells.Count > 2 ? r.Cells[2].Text : "age"))];

    public static TheoryData<string, string, string> Rows => [.. Cases];

    [Theory, MemberData(nameof(Rows))]
    public void A_function_gives_what_the_table_says(string expression, string value, string at) => Household.Evaluate(expression, at).ShouldBe(value);

    [Fact]
    public void Every_function_has_a_row() => FunctionTable.Families.SelectMany(f => f.Functions).Select(f => f.Name)
        .Where(name => !Cases.Exists(c => Regex.IsMatch(c.Expression, $@"(?<![\w-]){name}\(", RegexOptions.None, TimeSpan.FromSeconds(1)))).ShouldBeEmpty();

    [Theory]
    [InlineData("if", "if() takes 3 values, got 1.")]
    [InlineData("round", "1 or 2 values")]
    [InlineData("concat", "at least 1 value")]
    [InlineData("weighted-checklist", "4 values and then 2 at a time")]
    [InlineData("indexed-repeat", "3 values and then 2 at a time")]
    [InlineData("today", "no values")]
    public void A_function_says_what_it_takes(string name, string advice) => FunctionTable.Find(name).ShouldNotBeNull().ArityAdvice(1).ShouldContain(advice);

    [Fact]
    public void A_seed_gives_the_order_other_engines_give()
    {
        var scope = Household.Scope();
        var letters = new Domain.Forms.Expressions.InstanceNode("root");
        foreach (var letter in "ABCDEF") letters.Add(new("p") { Value = letter.ToString() });

        string Order(string seed) => Household.Read($"join('', randomize(/root/p{seed}))").Evaluate(scope with { Root = letters }).AsText();

        // Worked out beside the program from the generator's rule: the seed, then times 16807 modulo 2147483647.
        Order(", 2026").ShouldBe("DECFAB");
        Order("").ShouldBe(Order(", 42"), "the person's seed is 42 as well");
        Order(", 'Сана'").ShouldBe(Order(", 'Сана'"));
    }
}
