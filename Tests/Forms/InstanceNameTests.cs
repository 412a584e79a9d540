using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>The title an author gives each submission, and a submission taken up again to be shown.</summary>
public sealed class InstanceNameTests
{
    private const string Team = """
        | type         | name   | label | calculation |
        | text         | team   | Team? |             |
        | begin repeat | member | M     |             |
        | text         | name   | Name? |             |
        | end repeat   |        |       |             |
        settings
        | form_id | instance_name |
        | team    | concat(${team}, ', ', count(${member}), ', ', format-date(today(), '%d.%m')) |
        """;

    [Fact]
    public void a_submission_is_called_what_instance_name_gives_which_is_no_answer()
    {
        var sent = new Filling(Team).Answers("Alash", "Asel", "add", "Bek", "done").Do(s => s.Submission());

        sent.Title.ShouldBe("Alash, 2, 01.03");
        sent.ToJson().ShouldBe("""{"/data/team":"Alash","/data/member[1]/name":"Asel","/data/member[2]/name":"Bek"}""");
    }

    [Fact]
    public void without_the_setting_a_value_of_that_name_is_the_title() => new Filling("""
        | type      | name          | label | calculation         |
        | text      | a             | A?    |                     |
        | calculate | instance_name |       | concat(${a}, '!')   |
        """).Answers("x").Do(s => s.Submission()).Title.ShouldBe("x!");

    [Fact]
    public void a_form_without_either_gives_no_title() =>
        new Filling("| type | name | label |\n| text | a | A? |").Answers("x").Do(s => s.Submission()).Title.ShouldBe("");

    [Theory]
    [InlineData("concat(${b}, 'x')", "reference-unknown", true)]
    [InlineData("concat(${a}", "expression-", true)]
    [InlineData("concat(${a", "reference-open", true)]
    [InlineData("Feedback", "path-unknown", false)]
    public void a_mistake_in_it_is_told_with_the_row_of_the_settings(string name, string code, bool error)
    {
        var problems = FormReader.Read(MarkdownSheets.Read($"| type | name | label |\n| text | a | A? |\nsettings\n| form_id | instance_name |\n| f | {name} |")).Problems;
        problems.ShouldContain(p => p.Sheet == "settings" && p.Row == 2 && p.Column == "instance_name" && p.Code.StartsWith(code) && p.IsError == error);
    }

    [Fact]
    public void what_was_sent_can_be_taken_up_again_with_all_its_instances()
    {
        var form = Filling.Good(Team);
        var sent = new Filling(form).Answers("Alash", "Asel", "add", "Bek", "done").Do(s => s.Submission());

        var again = FormSession.Open(form, FormProgress.Sent(form, sent.ByName, Filling.Clock.Now), Filling.Clock, Locales.Shipped, "en");

        again.Summary().Select(l => $"{l.Section} {l.Label} {l.Value}".Trim()).ShouldBe(["Team? Alash", "M 1 Name? Asel", "M 2 Name? Bek"]);
        again.Submission().Title.ShouldBe(sent.Title);
    }
}
