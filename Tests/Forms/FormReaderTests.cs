using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>What an author may write, and what it becomes.</summary>
public sealed class FormReaderTests
{
    [Fact]
    public void headings_and_types_are_read_in_every_spelling()
    {
        var form = Filling.Good("""
            | Type           | TAG | Caption::English (en) | relevance   | bind::constraint | Required message::en | readonly | calculate | trash |
            | Select One yn  | a   | A?                    |             |                  | Please.              |          |           | 1     |
            | string         | b   | B?                    | ${a} = 'y'  | . != 'x'         |                      |          |           |       |
            | int            | c   | C?                    |             |                  |                      |          |           |       |
            | dateTime       | d   | D?                    |             |                  |                      |          |           |       |
            | photo          | e   | E?                    |             |                  |                      |          |           |       |
            | calculate      | f   |                       |             |                  |                      |          | 1 + 1     |       |
            choices
            | list name | value | label:en |
            | yn        | y     | Yes      |
            """);
        form.Questions.Select(q => q.Kind).ShouldBe([QuestionKind.SelectOne, QuestionKind.Text, QuestionKind.Integer, QuestionKind.DateTime, QuestionKind.Image, QuestionKind.Calculate]);
        form.Questions[1].Relevant.ShouldNotBeNull();
        form.Questions[1].Constraint.ShouldNotBeNull();
        form.Questions[0].RequiredMessage.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Қазақша (kk)", "kk")]
    [InlineData("kk", "kk")]
    [InlineData("Русский", "ru")]
    [InlineData("English (en)", "en")]
    [InlineData("Whatever (EN)", "en")]
    [InlineData("Oʻzbekcha (uz)", "uz")]
    public void a_language_is_known_by_code_or_name(string heading, string code) => Filling.Good($"| type | name | label::{heading} |\n| text | a | A |").Languages.ShouldBe([code]);

    [Fact]
    public void a_plain_label_is_in_the_default_language()
    {
        var form = Filling.Good("""
            | type | name | label | label::Русский (ru) |
            | text | a    | Аты?  | Имя?                |
            settings
            | form_title | form_id | version | default_language |
            | Тіркеу     | reg     | 3       | Қазақша (kk)     |
            """);
        form.Languages.ShouldBe(["kk", "ru"]);
        (form.Id, form.Version, form.Title("ru")).ShouldBe(("reg", "3", "Тіркеу"));
        form.Questions[0].Label!.In("kk").ShouldBe("Аты?");
    }

    [Fact]
    public void references_become_absolute_paths()
    {
        var form = Filling.Good("""
            | type        | name | label | relevant |
            | begin group | g    | G     |          |
            | integer     | a    | A?    |          |
            | end group   |      |       |          |
            | text        | b    | B?    | ${a} > 1 |
            """);
        form.Questions[1].Relevant!.Text.ShouldBe(" /data/g/a  > 1");
    }

    [Fact]
    public void a_text_can_be_marked_as_a_phone_for_us_alone()
    {
        var form = Filling.Good("""
            | type | name | label  | appearance | grantbot_kind |
            | text | p    | Phone? | numbers    | phone         |
            | text | m    | Mail?  |            | email         |
            """);
        form.Questions.Select(q => q.Kind).ShouldBe([QuestionKind.Phone, QuestionKind.Email]);
    }

    [Fact]
    public void metadata_is_put_in_without_asking()
    {
        var person = new Filling("""
            | type     | name | label |
            | start    | s    |       |
            | today    | t    |       |
            | deviceid | d    |       |
            | text     | a    | A?    |
            """);
        person.Asks.ShouldBe("a");
        person.Value("t").ShouldBe("2026-03-01");
        person.Value("s").ShouldBe("2026-03-01T12:00:00.000+05:00");
    }

    [Fact]
    public void a_disabled_row_a_blank_row_and_a_comment_are_skipped()
    {
        var reading = FormReader.Read(MarkdownSheets.Read("""
            | type | name | label | disabled | remark  |
            | text | a    | A?    |          |         |
            | text | b    | B?    | yes      |         |
            |      |      |       |          |         |
            |      |      |       |          | careful |
            settings
            | form_id |
            | x       |
            """));
        reading.Form!.Questions.Select(q => q.Name).ShouldBe(["a"]);
        reading.Problems.Select(p => p.Code).ShouldBe(["language-missing", "language-missing", "row-comment"]);
    }

    [Fact]
    public void numbers_and_flags_of_excel_are_plain_text()
    {
        Cell.Of(1.0).Text.ShouldBe("1");
        Cell.Of(0.1).Text.ShouldBe("0.1");
        Cell.Of(true).Text.ShouldBe("true");
        Cell.Of(new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Unspecified)).Text.ShouldBe("2026-03-05");
        Cell.Of(new DateTime(1899, 12, 31, 14, 30, 0, DateTimeKind.Unspecified)).Text.ShouldBe("14:30:00");
    }

    [Fact]
    public void curly_quotes_and_odd_spaces_in_expressions_are_read_and_reported()
    {
        var reading = FormReader.Read(MarkdownSheets.Read("""
            | type    | name | label | relevant |
            | text    | a    | A?    |          |
            | text    | b    | B?    | ${a} = ‘x’ |
            """));
        reading.Form.ShouldNotBeNull();
        reading.Problems.Select(p => p.Code).ShouldContain("expression-quotes");
        FormReader.Read(MarkdownSheets.Read("| type | name | label | relevant |\n| integer | a | A? | |\n| text | b | B? | ${a}\u00A0> 1 |")).Problems.Select(p => p.Code).ShouldContain("expression-space");
    }
}
