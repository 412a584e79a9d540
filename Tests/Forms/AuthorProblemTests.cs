using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>What an author is told about a workbook that is wrong: the place, what stands there, how to write it.</summary>
public sealed class AuthorProblemTests
{
    private const string Choices = """

        choices
        | list_name | name  | label | town  |
        | yn        | yes   | Yes   | aktau |
        | yn        | no    | No    |       |
        """;

    [Fact]
    public void all_problems_come_at_once_numbered_with_their_places()
    {
        var problems = Read("""
            | type          | name | label::en | relevant    | calculation |
            | txt           | a    | A?        |             |             |
            | integer       | age  | Age?      |             |             |
            | text          | 1b   | B?        | ${agee} > 5 |             |
            | select_one no | c    | C?        |             |             |
            | calculate     | d    |           |             | IF(${age} > 5, 1, 2) |
            """ + Choices);
        problems.Where(p => p.IsError).Select(p => (p.Row, p.Column, p.Code, p.Found, p.Advice)).ShouldBe(
        [
            (2, "type", "type-unknown", "txt", "text"),
            (4, "name", "name-invalid", "1b", ""),
            (4, "relevant", "reference-unknown", "${agee}", "${age}"),
            (5, "type", "list-unknown", "no", "yn"),
            (6, "calculation", "expression-unknown-function", "IF", "if()"),
        ]);
        foreach (var list in problems.GroupBy(p => p.IsError)) list.Select(p => p.Number).ShouldBe(Enumerable.Range(1, list.Count()));
    }

    [Theory]
    [InlineData("select_one yn", "yes no maybe", "right-choice", "maybe")]
    [InlineData("text", "yes", "right-nochoice", "yes")]
    public void a_right_answer_must_be_among_the_choices(string type, string right, string code, string found) =>
        Read($"| type | name | label | grantbot::right |\n| {type} | q | Q? | {right} |" + Choices).Where(p => p.IsError).Select(p => (p.Row, p.Column, p.Code, p.Found)).ShouldBe([(2, "grantbot::right", code, found)]);

    [Theory]
    [InlineData("en", "survey, row 2, relevant: there is no question ${agee}. Did you mean ${age}?")]
    [InlineData("ru", "survey, строка 2, relevant: вопроса ${agee} нет. Может быть, ${age}?")]
    [InlineData("kk", "survey, 2-жол, relevant: ${agee} деген сұрақ жоқ. Мұны айтқыңыз келді ме: ${age}?")]
    public void a_problem_is_said_in_the_authors_language(string language, string sentence) =>
        Read("| type | name | label | relevant |\n| text | a | A? | ${agee} > 1 |\n| integer | age | Age? | |").Single(p => p.IsError).Say(Locales.Shipped, language).ShouldEndWith(sentence);

    [Theory]
    [InlineData("${ age } > 1", "reference-unknown")]
    [InlineData("${Age} > 1", "reference-unknown")]
    [InlineData("${age > 1", "reference-open")]
    [InlineData("{age} > 1", "expression-reference")]
    [InlineData("#{age} > 1", "expression-reference")]
    [InlineData("${age} =! 15", "expression-operator")]
    [InlineData("${age} == 15", "expression-operator")]
    [InlineData("${age} > 1 && ${age} < 3", "expression-operator")]
    [InlineData("${age} > 1 AND ${age} < 3", "expression-operator")]
    [InlineData("${age} <> 3", "expression-operator")]
    [InlineData("=${age} > 3", "expression-leading-equals")]
    [InlineData("(${age} > 3", "expression-unbalanced")]
    [InlineData("selected(${age})", "expression-arity")]
    [InlineData("foo(${age})", "expression-unknown-function")]
    [InlineData("field-list", "path-unknown")]
    [InlineData("${m} = yes", "path-unknown")]
    [InlineData("${b} = 'x'", "circle")]
    public void a_wrong_relevant_is_an_error(string relevant, string code)
    {
        var errors = Read($"""
            | type               | name | label | relevant |
            | integer            | age  | Age?  |          |
            | select_multiple yn | m    | M?    |          |
            | text               | b    | B?    | {relevant.Replace("|", "\\|", StringComparison.Ordinal)} |
            """ + Choices).Where(p => p.IsError).ToList();
        errors.Select(p => p.Code).ShouldContain(code);
        errors.ShouldAllBe(p => p.Row == 4 && p.Column == "relevant");
    }

    [Theory]
    [InlineData("${m} = 'yes'", "compare-multiple", "selected(${m}, 'yes')")]
    [InlineData("${s} = 'Yes'", "compare-choice", "yes")]
    [InlineData("selected(${m}, 'maybe')", "compare-choice", "yes, no")]
    [InlineData("${d} > 2020-01-01", "expression-bare-date", "date('2020-01-01')")]
    public void what_can_be_read_but_hardly_meant_is_a_warning(string relevant, string code, string advice)
    {
        var problem = Read($"""
            | type               | name | label | relevant |
            | select_multiple yn | m    | M?    |          |
            | select_one yn      | s    | S?    |          |
            | date               | d    | D?    |          |
            | text               | b    | B?    | {relevant} |
            """ + Choices).Single(p => p.Code == code);
        (problem.IsError, problem.Row, problem.Advice).ShouldBe((false, 5, advice));
    }

    [Theory]
    [InlineData("| text | | A? |", "name-missing")]
    [InlineData("| text | a b | A? |", "name-invalid")]
    [InlineData("| text | meta | A? |", "name-reserved")]
    [InlineData("| text | a | |", "label-missing")]
    [InlineData("| | a | A? |", "type-missing")]
    [InlineData("| select_one | a | A? |", "list-missing")]
    [InlineData("| begin group | g | G |", "group-open")]
    [InlineData("| end group | | |", "end-stray")]
    [InlineData("| geotrace | a | A? |", "type-later")]
    [InlineData("| begin loop | a | A? |", "type-later")]
    [InlineData("| select_one_from_file a.doc | a | A? |", "file-ending")]
    [InlineData("| begin repeat | data | R |", "name-reserved")]
    [InlineData("| select_one ${x} | a | A? |", "list-unknown")]
    [InlineData("| text | x | X? |", "name-twice")]
    [InlineData("| text | a | Hello ${xx}? |", "reference-unknown")]
    public void a_wrong_row_is_an_error(string row, string code)
    {
        var problem = Read("| type | name | label |\n| text | x | X? |\n" + row + Choices).First(p => p.IsError);
        (problem.Code, problem.Row).ShouldBe((code, 3));
    }

    [Theory]
    [InlineData("| range | a | A? | start=1 end=one | |", "parameter-value")]
    [InlineData("| range | a | A? | start=1 end=5 step=9 | |", "parameter-value")]
    [InlineData("| range | a | A? | start=1 end=5 step=0 | |", "parameter-value")]
    [InlineData("| range | a | A? | placeholder=11 | |", "parameter-value")]
    [InlineData("| range | a | A? | step=2 tick_interval=3 | |", "parameter-value")]
    [InlineData("| range | a | A? | tick_labelset=nolist | |", "list-unknown")]
    [InlineData("| range | a | A? | colour=red | |", "parameter-unknown")]
    [InlineData("| audio | a | A? | quality=loud | |", "parameter-value")]
    [InlineData("| geopoint | a | A? | capture-accuracy=near | |", "parameter-value")]
    [InlineData("| select_one yn | a | A? | seed=3 | |", "parameter-value")]
    [InlineData("| select_one yn | a | A? | randomize=maybe | |", "parameter-value")]
    [InlineData("| text | a | A? | rows==3 | |", "parameters")]
    [InlineData("| hidden | a | | | x |", "trigger-text")]
    public void a_wrong_parameter_or_trigger_is_an_error(string row, string code)
    {
        var problem = Read("| type | name | label | parameters | trigger |\n| text | x | X? | | |\n" + row + Choices).First(p => p.IsError);
        (problem.Code, problem.Row).ShouldBe((code, 3));
    }

    [Fact]
    public void a_repeat_has_its_name_for_itself() => Read("""
        | type         | name | label |
        | begin repeat | r    | R     |
        | text         | a    | A?    |
        | end repeat   |      |       |
        | begin group  | g    | G     |
        | begin repeat | r    | R     |
        | text         | b    | B?    |
        | end repeat   |      |       |
        | end group    |      |       |
        """).Where(p => p.IsError).ShouldHaveSingleItem().Code.ShouldBe("repeat-twice");

    [Fact]
    public void crossed_groups_are_told_where()
    {
        Read("""
            | type         | name | label |
            | begin group  | g    | G     |
            | text         | a    | A?    |
            | end repeat   |      |       |
            | end group    |      |       |
            """).Where(p => p.IsError).ShouldHaveSingleItem().Row.ShouldBe(4);
    }

    [Fact]
    public void a_circle_of_calculations_is_named()
    {
        var problem = Read("""
            | type      | name | label | calculation |
            | calculate | c1   |       | ${c2} + 1   |
            | calculate | c2   |       | ${c1} + 1   |
            | text      | t    | T?    |             |
            """).Single(p => p.IsError);
        (problem.Code, problem.Found).ShouldBe(("circle", "c1 → c2 → c1"));
    }

    [Fact]
    public void a_group_must_not_depend_on_what_is_in_it() => Read("""
        | type        | name | label | relevant |
        | begin group | g    | G     | ${a} = 1 |
        | integer     | a    | A?    |          |
        | end group   |      |       |          |
        """).Single(p => p.IsError).Code.ShouldBe("circle");

    [Theory]
    [InlineData("${region} = ${town}", "reference-unknown", "")]
    [InlineData("town = ${twn}", "reference-unknown", "${town}")]
    [InlineData("town = 'x'] | /data[1", "expression-unbalanced", "")]
    public void a_choice_filter_names_columns_and_questions(string filter, string code, string advice)
    {
        var problem = Read($"""
            | type          | name | label | choice_filter |
            | text          | town | Town? |               |
            | select_one yn | a    | A?    | {filter.Replace("|", "\\|", StringComparison.Ordinal)} |
            """ + Choices).First(p => p.IsError);
        (problem.Code, problem.Row, problem.Advice).ShouldBe((code, 3, advice));
    }

    [Theory]
    [InlineData("| yn | no | No |\n| yn | | Yes |", "choice-nameless")]
    [InlineData("| yn | yes | Yes |\n| yn | yes | Yes 2 |", "choice-twice")]
    [InlineData("| yn | yes | #N/A |", "cell-error")]
    public void a_wrong_choice_is_an_error(string rows, string code)
    {
        var sheets = MarkdownSheets.Read("| type | name | label |\n| select_one yn | a | A? |\nchoices\n| list_name | name | label |\n" + rows);
        var marked = new SheetSet([.. sheets.Sheets.Select(s => s with { Rows = [.. s.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c.Text == "#N/A" ? new Cell("#N/A", CellKind.Error) : c)] })] })]);
        var problem = FormReader.Read(marked).Problems.First(p => p.IsError);
        (problem.Code, problem.Sheet).ShouldBe((code, "choices"));
    }

    [Fact]
    public void a_column_no_choice_has_is_a_warning()
    {
        var problem = Read("| type | name | label | choice_filter |\n| text | town | Town? | |\n| select_one yn | a | A? | region = ${town} |" + Choices).Single(p => p.Code == "column-unknown");
        (problem.IsError, problem.Row, problem.Found, problem.Advice).ShouldBe((false, 3, "region", "town"));
    }

    [Fact]
    public void a_misspelt_sheet_is_guessed() => Read("sruvey\n| type | name | label |\n| text | a | A? |").Single(p => p.IsError).Advice.ShouldBe("sruvey");

    [Fact]
    public void a_misspelt_heading_is_guessed()
    {
        var problems = Read("| type | name | lable |\n| text | a | A? |");
        problems.ShouldContain(p => p.Code == "header-unknown" && p.Advice == "label");
        problems.ShouldContain(p => p.Code == "label-missing" && p.IsError);
    }

    [Theory]
    [InlineData("")]
    [InlineData("survey\n| type | name | label |")]
    [InlineData("survey\n| name | label |\n| a | A? |")]
    [InlineData("survey\n| type | name | label | label |\n| text | a | A? | B? |")]
    public void a_workbook_without_questions_is_an_error(string markdown) => Read(markdown).ShouldContain(p => p.IsError);

    [Fact]
    public void a_missing_translation_and_a_stray_language_are_warnings()
    {
        var problems = Read("""
            | type | name | label::Қазақша (kk) | label::Русский (ru) | hint::English(en) |
            | text | a    | Аты?                |                     | Name              |
            """);
        problems.Where(p => !p.IsError).Select(p => p.Code).ShouldBe(["language-stray", "translation-missing", "translation-missing", "translation-missing", "id-missing"], ignoreOrder: true);
    }

    [Fact]
    public void a_default_language_no_label_is_in_is_warned_of() =>
        Read("| type | name | label::Қазақша (kk) |\n| text | a | Аты? |\nsettings\n| form_id | default_language |\n| x | Kazak |").ShouldContain(p => !p.IsError && p.Code == "language-default");

    [Fact]
    public void a_hostile_sheet_is_told_of_its_first_two_hundred_problems()
    {
        var rows = string.Concat(Enumerable.Range(0, 1000).Select(i => $"| nonsense{i} | a b | |\n"));
        Read("| type | name | label |\n" + rows).Count.ShouldBe(200);
    }

    [Fact]
    public void a_sheet_full_of_misspelt_names_is_read()
    {
        var rows = string.Concat(Enumerable.Range(0, 1990).Select(i => $"| text | a_rather_long_name_of_a_question_{i} | ${{a_rather_lnog_name_of_a_qustion_{i}}} | ${{a_rather_lnog_name_of_a_qustion_{i}}} = ${{another_long_name_that_is_not_there_{i}}} |\n"));
        Read("| type | name | label | relevant |\n" + rows).Count.ShouldBe(200);
    }

    [Fact]
    public void long_chains_and_deep_groups_are_read()
    {
        var chain = string.Concat(Enumerable.Range(0, 1200).Select(i => $"| calculate | c{i} | | ${{c{i + 1}}} + 1 |\n"));
        Read("| type | name | label | calculation |\n" + chain + "| integer | c1200 | Last? | |").ShouldNotContain(p => p.IsError);
        var groups = string.Concat(Enumerable.Range(0, 400).Select(i => $"| begin group | g{i} | | |\n")) + "| text | a | A? | |\n" + string.Concat(Enumerable.Repeat("| end group | | | |\n", 400));
        Read("| type | name | label | calculation |\n" + groups).ShouldNotContain(p => p.IsError);
    }

    private static IReadOnlyList<FormProblem> Read(string markdown) => FormReader.Read(MarkdownSheets.Read(markdown)).Problems;
}
