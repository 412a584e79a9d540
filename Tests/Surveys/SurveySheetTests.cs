using GrantBot.Domain.Surveys;

namespace GrantBot.Tests.Surveys;

/// <summary>How answers are laid out so that they can be kept without the person.</summary>
public sealed class SurveySheetTests
{
    private const string Choices = """

        choices
        | list_name | name   | label  |
        | s         | 1      | Bad    |
        | s         | 5      | Good   |
        | yn        | yes    | Yes    |
        | yn        | no     | No     |
        | g         | female | Female |
        | g         | male   | Male   |
        """;

    [Fact]
    public void own_words_and_what_hangs_on_them_go_apart_from_marks_and_codes()
    {
        var form = Forms.Filling.Good("""
            | type          | name     | label   | relevant          |
            | hidden        | lang     |         |                   |
            | select_one g  | gender   | You?    |                   |
            | select_one s  | overall  | How?    |                   |
            | text          | comment  | Words?  |                   |
            | select_one yn | quote_ok | Quote?  | ${comment} != ''  |
            | integer       | visits   | Times?  |                   |
            """ + Choices);
        var sheet = SurveySheet.Of(form, new Dictionary<string, string> { ["lang"] = "kk", ["gender"] = "female", ["overall"] = "5", ["comment"] = "Тамаша", ["quote_ok"] = "yes", ["visits"] = "17" });
        sheet.Marks.ShouldBe(new Dictionary<string, string> { ["overall"] = "5" });
        sheet.Remarks.ShouldBe([new("comment", "Тамаша", true), new("visits", "17", true)]);
        sheet.Said.ShouldBe(new SurveyCodes("female"));
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("select_one s", true)]
    [InlineData("phone", false)]
    [InlineData("e-mail", false)]
    [InlineData("image", false)]
    [InlineData("geopoint", false)]
    public void a_form_that_asks_who_somebody_is_cannot_be_anonymous(string type, bool can) =>
        SurveySheet.CanBeAnonymous(Forms.Filling.Good($"| type | name | label |\n| {type} | q | Q? |" + Choices)).ShouldBe(can);

    [Fact]
    public void right_answers_are_counted_by_the_form_without_a_calculation()
    {
        var form = Forms.Filling.Good("| type | name | label | grantbot::right |\n| select_one s | a | A? | 5 |\n| select_multiple yn | b | B? | no yes |\n| select_one g | c | C? | |" + Choices);
        RightAnswers.Questions(form).Select(q => q.Name).ShouldBe(["a", "b"]);
        RightAnswers.Score(form, new Dictionary<string, string> { ["a"] = "5", ["b"] = "yes no", ["c"] = "male" }).ShouldBe(2);
        RightAnswers.Score(form, new Dictionary<string, string> { ["a"] = "1", ["b"] = "yes" }).ShouldBe(0);
    }
}
