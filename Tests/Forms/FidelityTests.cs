using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>Behaviour of other XLSForm tools that the recorded walks show and that ours follows.</summary>
public sealed class FidelityTests
{
    private const string Calculated = """
        | type | name | label | calculation           |
        | text | a    | A?    |                       |
        | text | b    | B?    |                       |
        | text | c    | C?    | concat(${a}, '-', ${b}) |
        """;

    [Fact]
    public void a_labelled_calculation_is_offered_as_an_answer_and_may_be_changed()
    {
        var person = new Filling(Calculated).Answers("x", "y");

        person.Asks.ShouldBe("c");
        person.Question.Current.ShouldBe("x-y");
        person.Answers("z").Value("c").ShouldBe("z");
        person.Asks.ShouldBeNull();
    }

    [Fact]
    public void what_replaced_a_calculation_stays_until_the_calculation_gives_something_else()
    {
        var person = new Filling(Calculated).Answers("x", "y", "z");

        person.Do(s => s.Answer("/data/a", "x"));
        person.Value("c").ShouldBe("z", "the calculation gives what it gave");
        person.Do(s => s.Answer("/data/a", "q"));
        person.Value("c").ShouldBe("q-y");
        person.Asks.ShouldBe("c");
    }

    [Fact]
    public void a_moment_is_no_day_and_its_author_is_told()
    {
        var form = "| type | name | label | default |\n| date | d | D? | now() |\n| date | e | E? | today() |";

        new Filling(form).Value("d").ShouldBeNull();
        new Filling(form).Value("e").ShouldBe("2026-03-01");
        FormReader.Read(MarkdownSheets.Read(form)).Problems.ShouldContain(p => p.Code == "date-now" && p.Row == 2 && p.Advice == "today()");
    }

    [Theory]
    [InlineData("ru", "5", "5")]
    [InlineData("kk", "2.50", "2,5")]
    [InlineData("en", "5", "5.0")]
    public void a_fraction_is_stored_with_a_digit_after_its_point_and_shown_as_the_language_writes_it(string language, string said, string shown) =>
        new Filling("| type | name | label::Қазақ (kk) | label::Русский (ru) | label::English (en) |\n| decimal | d | D | D | D |", language)
            .Answers(said).Do(s => s.Summary()).ShouldHaveSingleItem().Value.ShouldBe(shown);

    [Theory]
    [InlineData("sum(/data/m[age > 60]/age)", null)]
    [InlineData("sum(/data/m[age > 20]/age)", "42")]
    [InlineData("coalesce(sum(/data/m[age > 60]/age), 0)", "0")]
    public void a_sum_of_which_a_condition_leaves_nothing_is_blank(string sum, string? value) => new Filling($"""
        | type         | name | label | calculation |
        | begin repeat | m    | M     |             |
        | integer      | age  | Age?  |             |
        | end repeat   |      |       |             |
        | calculate    | s    |       | {sum}       |
        """).Answers("42").Value("s").ShouldBe(value);

    [Fact]
    public void a_filtered_list_without_any_label_is_an_error()
    {
        const string Choices = "\n\nchoices\n| list_name | name | label |\n| l | a | |\n| l | b | |";
        var filtered = "| type | name | label | choice_filter |\n| select_one l | q | Q? | true() |";

        FormReader.Read(MarkdownSheets.Read(filtered + Choices)).Problems.ShouldContain(p => p.IsError && p.Code == "list-unlabelled" && p.Sheet == "choices" && p.Row == 2);
        FormReader.Read(MarkdownSheets.Read(filtered.Replace("true()", "", StringComparison.Ordinal) + Choices)).Form.ShouldNotBeNull();
    }
}
