using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>Spellings other XLSForm tools read, and what they refuse.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("date time", QuestionKind.DateTime)]
    [InlineData("q date time", QuestionKind.DateTime)]
    [InlineData("add photo prompt", QuestionKind.Image)]
    [InlineData("add barcode prompt", QuestionKind.Text)]
    [InlineData("q calculate", QuestionKind.Calculate)]
    [InlineData("select_one_using l", QuestionKind.SelectOne)]
    [InlineData("select multiple using l", QuestionKind.SelectMultiple)]
    public void old_spellings_of_a_type_are_read(string written, QuestionKind kind) =>
        TypeSpellings.Read(written).ShouldBeOfType<TypeCell.Ask>().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("bind:relevant", "relevant", null)]
    [InlineData("bind :: Constraint", "constraint", null)]
    [InlineData("bind:jr:constraintMsg::French (fr)", "constraint_message", "French (fr)")]
    [InlineData("body::appearance", "appearance", null)]
    [InlineData("media:image:ru", "media::image", "ru")]
    [InlineData("Guidance Hint::ru", "guidance_hint", "ru")]
    [InlineData("Repeat Count", "repeat_count", null)]
    public void headings_are_read_in_every_spelling(string heading, string name, string? language) =>
        Columns.Read("survey", heading).ShouldBe((name, language, true));

    [Theory]
    [InlineData("| type | name | label | label::English (en) |\n| text | a | Plain | Named |")]
    [InlineData("| type | name | label::English (en) | label |\n| text | a | Named | Plain |")]
    public void the_default_language_by_name_goes_before_a_column_without_one(string survey) =>
        new Filling(survey + "\nsettings\n| default_language |\n| English (en) |").Question.Label.ShouldBe("Named");

    [Theory]
    [InlineData("get start time", "start")]
    [InlineData("get today", "today")]
    [InlineData("uri:username", "username")]
    [InlineData("uri:deviceid", "deviceid")]
    [InlineData("get sim id", "simserial")]
    public void old_spellings_of_metadata_are_read(string written, string name) =>
        TypeSpellings.Read(written).ShouldBeOfType<TypeCell.Metadata>().Name.ShouldBe(name);

    [Theory]
    [InlineData("select_one l or_other")]
    [InlineData("select_one l or other")]
    [InlineData("select one l or specify other")]
    public void other_may_be_asked_for_in_every_spelling(string written) => TypeSpellings.Read(written).ShouldBe(new TypeCell.Ask(QuestionKind.SelectOne, "l", OrOther: true));

    [Theory]
    [InlineData("| begin group | g | G | yes | | |\n| text | b | B? | | | |\n| end group | | | | | |", 3, "group-required")]
    [InlineData("| begin repeat | r | R | ${a} = 'x' | | |\n| text | b | B? | | | |\n| end repeat | | | | | |", 3, "group-required")]
    [InlineData("| begin repeat | r | R | no | | |\n| csv-external | towns | | | | |\n| text | b | B? | | | |\n| end repeat | | | | | |", 4, "file-repeated")]
    [InlineData("| text | b | B? | | | |\n| text | c | C? | | ${a} ${b} | |", 4, "trigger-comma")]
    [InlineData("| text | b | B? | | | |\n| text | c | C? | | ${a}${b} | |", 4, "trigger-comma")]
    [InlineData("| text | c | C? | | ${last-saved#a} | |", 3, "trigger-text")]
    [InlineData("| calculate | c | | | | |", 3, "calculation-missing")]
    [InlineData("| select_one_from_file t.csv | c | C? | | | value=1b |", 3, "parameter-value")]
    public void what_other_tools_refuse_is_an_error_on_its_row(string rows, int row, string code) =>
        FormReader.Read(MarkdownSheets.Read("| type | name | label | required | trigger | parameters |\n| text | a | A? | | | |\n" + rows)).Problems.First(p => p.IsError).ShouldSatisfyAllConditions(
            p => p.Code.ShouldBe(code), p => p.Row.ShouldBe(row), p => p.Sheet.ShouldBe("survey"));

    [Fact]
    public void several_triggers_stand_between_commas() => new Filling("""
        | type | name | label | calculation       | trigger       |
        | text | a    | A?    |                   |               |
        | text | b    | B?    |                   |               |
        | calculate | c |     | concat(${a}, ${b}) | ${a} , ${b}  |
        """).Answers("x", "y").Value("c").ShouldBe("xy");

    [Fact]
    public void a_question_that_is_only_a_picture_is_asked()
    {
        var question = new Filling("| type | name | media::image |\n| text | bird | bird.png |").Question;
        (question.Label, question.Image).ShouldBe(("bird", "bird.png"));
    }
}
