using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>What authors who know Excel and no XLSForm get told: not only that something is wrong, but what to write.</summary>
public sealed class AuthorAdviceTests
{
    [Theory]
    [InlineData("number", "integer")]
    [InlineData("Number", "integer")]
    [InlineData("сан", "integer")]
    [InlineData("radio", "select_one list_name")]
    [InlineData("radio yn", "select_one yn")]
    [InlineData("dropdown yn", "select_one yn")]
    [InlineData("choice", "select_one list_name")]
    [InlineData("yes/no", "select_one list_name")]
    [InlineData("checkbox yn", "select_multiple yn")]
    [InlineData("select-one yn", "select_one yn")]
    [InlineData("selct_one yn", "select_one yn")]
    [InlineData("rating", "range")]
    [InlineData("scale", "range")]
    [InlineData("textarea", "text")]
    [InlineData("txet", "text")]
    [InlineData("section", "begin_group")]
    [InlineData("blablabla", "")]
    public void an_unknown_type_gets_the_one_meant(string type, string advice) =>
        Errors($"| type | name | label |\n| {type} | a | A? |").Single().ShouldSatisfyAllConditions(p => p.Code.ShouldBe("type-unknown"), p => p.Advice.ShouldBe(advice));

    [Fact]
    public void a_wrong_type_does_not_hide_what_else_is_wrong_with_its_row() => Errors("""
        | type    | name | label | relevant    | constraint | trigger |
        | number  | 1a   | A?    | ${agee} > 1 | . >> 1     |         |
        |         | b b  | B?    |             |            |         |
        | integer | age  | Age?  |             |            |         |
        | numberr | c    | C?    |             |            |         |
        | text    | d    | D?    | ${c} = 1    |            | ${c}    |
        """).Select(p => (p.Row, p.Code)).ShouldBe(
        [(2, "type-unknown"), (2, "name-invalid"), (2, "reference-unknown"), (2, "expression-missing-value"), (3, "type-missing"), (3, "name-invalid"), (5, "type-unknown")]);

    [Theory]
    [InlineData("да")]
    [InlineData("ДА")]
    [InlineData("иә")]
    [InlineData("ия")]
    [InlineData("Yes")]
    public void yes_may_be_said_in_three_languages(string required) => new Filling($"| type | name | label | required |\n| text | a | A? | {required} |").Question.Required.ShouldBeTrue();

    [Theory]
    [InlineData("yess")]
    [InlineData("дa?")]
    [InlineData("обязательно")]
    [InlineData("+")]
    public void required_that_is_no_yes_is_told_what_to_write(string required) =>
        Errors($"| type | name | label | required |\n| text | a | A? | {required} |").Single().ShouldSatisfyAllConditions(p => p.Code.ShouldBe("required-word"), p => p.Found.ShouldBe(required));

    [Theory]
    [InlineData("${age} > 18, ${age} < 30", "expression-comma", ",", "")]
    [InlineData("${age} > 18 и ${age} < 30", "expression-operator", "и", "and")]
    [InlineData("${age} > 18 ИЛИ ${age} < 30", "expression-operator", "ИЛИ", "or")]
    [InlineData("${age} > 18 және ${age} < 30", "expression-operator", "және", "and")]
    [InlineData("${age} > 18 немесе ${age} < 30 немесе ${age} = 50", "expression-operator", "немесе", "or")]
    [InlineData("${age} > 18 && ${age} < 30 && ${age} != 20", "expression-operator", "&&", "and")]
    [InlineData("${age} ${age}", "expression-missing-operator", "${age}", "")]
    [InlineData("${age} / 2 > 9", "expression-operator", "/", "div")]
    [InlineData("selected(${age})", "expression-arity", "selected", "selected(${q}, 'yes')")]
    [InlineData("atan2(${age}) > 1", "expression-arity", "atan2", "atan2(y, x)")]
    public void a_wrong_condition_is_told_once_how_to_write_it(string relevant, string code, string found, string advice) =>
        Errors($"| type | name | label | relevant |\n| integer | age | Age? | |\n| text | a | A? | {relevant} |").Select(p => (p.Code, p.Found, p.Advice)).ShouldBe([(code, found, advice)]);

    [Theory]
    [InlineData("| begin_repeat | r | R |\n| text | a | A? |", "2 repeat-open r ")]
    [InlineData("| begin_group | r | R |\n| text | a | A? |", "2 group-open r ")]
    [InlineData("| begin_repeat | r | R |\n| text | a | A? |\n| end_group | | |", "4 end-crossed r end_repeat")]
    [InlineData("| begin_group | r | R |\n| text | a | A? |\n| end_repeat | | |", "4 end-crossed r end_group")]
    [InlineData("| begin_group | g | G |\n| begin_repeat | r | R |\n| text | a | A? |\n| end_group | | |\n| end_group | | |", "5 end-crossed r end_repeat")]
    [InlineData("| begin_group | g | G |\n| begin_repeat | r | R |\n| text | a | A? |\n| end_group | | |", "3 repeat-open r ")]
    [InlineData("| begin_group | g | G |\n| text | a | A? |\n| end_repeat | | |\n| end_group | | |", "4 end-unmatched end_repeat g")]
    [InlineData("| text | a | A? |\n| end_repeat | | |", "3 end-stray end_repeat ")]
    public void a_group_or_repeat_that_is_not_closed_is_one_problem(string rows, string problem) =>
        Errors("| type | name | label |\n" + rows).Select(p => $"{p.Row} {p.Code} {p.Found} {p.Advice}").ShouldBe([problem]);

    [Theory]
    [InlineData("survey", "| type | name | lable::Қазақша (kk) |\n| text | a | A? |", "label::Қазақша (kk)")]
    [InlineData("survey", "| type | name | label | hnt::ru |\n| text | a | A? | x |", "hint::ru")]
    [InlineData("choices", "| type | name | label |\n| select_one l | a | A? |\nchoices\n| list_name | name | lable::Қазақша (kk) |\n| l | x | X |", "label::Қазақша (kk)")]
    [InlineData("choices", "| type | name | label |\n| select_one l | a | A? |\nchoices\n| list_name | name | lable |\n| l | x | X |", "label")]
    public void a_misspelt_heading_is_guessed_with_its_language(string sheet, string markdown, string advice) =>
        Read(markdown).Single(p => p.Code == "header-unknown").ShouldSatisfyAllConditions(p => p.Sheet.ShouldBe(sheet), p => p.Advice.ShouldBe(advice));

    [Fact]
    public void a_column_that_a_filter_reads_is_no_misspelt_one() =>
        Read("| type | name | label |\n| select_one l | a | A? |\nchoices\n| list_name | name | label | lables | tex |\n| l | x | X | y | z |").ShouldNotContain(p => p.Code == "header-unknown");

    [Theory]
    [InlineData("select_one l", "start 1 end 10", "parameters", "start 1 end 10", "")]
    [InlineData("select_one l", "colour=red size=5", "parameter-unknown", "colour, size", "randomize, seed")]
    [InlineData("select_one l", "randomize=maybe seed=x", "parameter-value", "randomize=maybe seed=x", "true, false; 42, ${name}")]
    public void several_wrong_parameters_of_a_cell_are_one_problem(string type, string parameters, string code, string found, string advice) =>
        Errors($"| type | name | label | parameters |\n| {type} | a | A? | {parameters} |\nchoices\n| list_name | name | label |\n| l | x | X |").Select(p => (p.Code, p.Found, p.Advice)).ShouldBe([(code, found, advice)]);

    [Theory]
    [InlineData("${n} * 2", "", "coalesce(${n}, 0)")]
    [InlineData("10 - ${n}", "", "coalesce(${n}, 0)")]
    [InlineData("${must} div 2", "", null)]
    [InlineData("if(${n} > 0, ${n} * 2, 0)", "", null)]
    [InlineData("coalesce(${n}, 0) * 2", "", null)]
    [InlineData("concat('${n} - ', ${must})", "", null)]
    [InlineData("${n} * 2", "${n} > 0", null)]
    [InlineData("sum(${n}) * 2", "", null)]
    public void a_number_that_may_be_blank_is_told_of_where_it_is_reckoned_with(string calculation, string relevant, string? advice) =>
        Read($"""
            | type      | name | label | required | calculation   | relevant   |
            | integer   | n    | N?    |          |               |            |
            | integer   | must | M?    | yes      |               |            |
            | calculate | c    |       |          | {calculation} | {relevant} |
            """).Where(p => p.Code == "blank-number").Select(p => p.Advice).ShouldBe(advice is null ? [] : [advice]);

    [Theory]
    [InlineData("${d} > '01.02.2026'", "compare-date", "date('2026-02-01')")]
    [InlineData("${d} = 'today'", "compare-date", "date('2026-01-31')")]
    [InlineData("${d} > '2026-02-01'", null, "")]
    [InlineData("${d} != ''", null, "")]
    [InlineData("${n} > '18'", "compare-number", "${n} > 18")]
    [InlineData("${n} != ''", null, "")]
    [InlineData("${t} = '18'", null, "")]
    public void a_comparison_of_different_kinds_is_a_warning(string relevant, string? code, string advice) =>
        Read($"| type | name | label | relevant |\n| date | d | D? | |\n| integer | n | N? | |\n| text | t | T? | |\n| text | a | A? | {relevant} |")
            .Where(p => p.Code.StartsWith("compare-", StringComparison.Ordinal)).Select(p => (p.Code, p.Advice)).ShouldBe(code is null ? [] : [(code, advice)]);

    [Fact]
    public void a_constraint_is_checked_as_its_question() =>
        Read("| type | name | label | constraint |\n| integer | n | N? | . >= '18' |").Single(p => p.Code == "compare-number").Advice.ShouldBe(". >= 18");

    [Fact]
    public void a_form_id_with_spaces_is_a_warning() =>
        Read("| type | name | label |\n| text | a | A? |\nsettings\n| form_id |\n| my new form |").Single(p => p.Code == "id-space").Advice.ShouldBe("my_new_form");

    [Theory]
    [InlineData("код;название\n1;Ақтау", "", "True file-column name код, название")]
    [InlineData("код;название\n1;Ақтау", "value=код", "False file-label label код, название")]
    [InlineData("код;название\n1;Ақтау", "value=код label=название", "")]
    [InlineData("name,label::Қазақша (kk)\n1,Ақтау", "", "")]
    public void a_list_file_without_the_columns_it_needs_is_told_those_it_has(string csv, string parameters, string problem) =>
        FormReader.Read(MarkdownSheets.Read($"| type | name | label | parameters |\n| select_one_from_file towns.csv | a | A? | {parameters} |"), new Dictionary<string, string> { ["towns.csv"] = csv })
            .Problems.Where(p => p.Sheet == "towns.csv").Select(p => $"{p.IsError} {p.Code} {p.Found} {p.Advice}").ShouldBe(problem.Length == 0 ? [] : [problem]);

    [Fact]
    public void a_list_file_may_be_translated()
    {
        var list = FormReader.Read(MarkdownSheets.Read("| type | name | label::kk | label::ru |\n| select_one_from_file towns.csv | a | A? | A? |"),
            new Dictionary<string, string> { ["towns.csv"] = "name,label::Қазақша (kk),label::Русский (ru)\n1,Ақтау,Актау\n2,Орал," }).Form.ShouldNotBeNull().Lists["towns"];
        list.Choices.Select(c => (c.Label.In("kk"), c.Label.In("ru"))).ShouldBe([("Ақтау", "Актау"), ("Орал", "Орал")]);
    }

    private static List<FormProblem> Errors(string markdown) => [.. Read(markdown).Where(p => p.IsError)];

    private static IReadOnlyList<FormProblem> Read(string markdown) => FormReader.Read(MarkdownSheets.Read(markdown)).Problems;
}
