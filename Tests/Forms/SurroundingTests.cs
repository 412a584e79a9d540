using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>Lists in files, and what a form knows from elsewhere.</summary>
public sealed class SurroundingTests
{
    private const string Fruits = """

        choices
        | list_name | name | label  |
        | fruit     | a    | Apple  |
        | fruit     | p    | Pear   |
        | fruit     | q    | Quince |
        """;

    [Fact]
    public void a_scale_that_runs_backwards_holds_no_number_and_is_not_asked()
    {
        var form = "| type | name | label | parameters |\n| range | q | Q? | start=7 end=3 step=2 |\n| text | a | A? | |";
        new Filling(form).Asks.ShouldBe("a");
        FormReader.Read(MarkdownSheets.Read(form)).Problems.ShouldContain(p => p.Code == "range-backwards" && !p.IsError && p.Advice == "start=3 end=7");
    }

    [Fact]
    public void a_refusal_says_what_the_question_needs()
    {
        new Filling("| type | name | label |\n| range | q | Q? |").Says("11").ShouldBe("A number from 1 to 10 is needed here, in steps of 1.");
        new Filling("| type | name | label |\n| rank fruit | q | Order? |" + Fruits).Says("2, 1").ShouldNotBeNull().ShouldContain("all 3");
        new Filling("| type | name | label |\n| select_one fruit | q | Which? |" + Fruits).Says("9").ShouldBe("That is not on the list. Please choose from the list or type its number.");
    }

    [Theory]
    [InlineData("towns.csv", "name,label,pop\naktau,\"Aktau, city\",200\nkuryk,Kuryk,10\n", "")]
    [InlineData("towns.csv", "\uFEFFname;label;pop\r\naktau;Aktau, city;200\r\nkuryk;Kuryk;10\r\n", "")]
    [InlineData("towns.xml", "<root><item><name>aktau</name><label>Aktau, city</label><pop>200</pop></item><item><name>kuryk</name><label>Kuryk</label><pop>10</pop></item></root>", "")]
    [InlineData("towns.csv", "id,title,pop\naktau,\"Aktau, city\",200\nkuryk,Kuryk,10\n", "value=id label=title")]
    [InlineData("towns.geojson", """{"features":[{"id":"aktau","properties":{"title":"Aktau, city","pop":200}},{"id":"kuryk","properties":{"title":"Kuryk","pop":10}}]}""", "")]
    public void a_list_may_stand_in_an_attached_file(string file, string text, string parameters)
    {
        var person = new Filling(Form($"""
            | type                        | name | label  | choice_filter | parameters   | calculation |
            | select_one_from_file {file} | town | Where? | pop > 20      | {parameters} |             |
            | calculate                   | pop  |        |               |              | instance('towns')/root/item[pop = 200]/pop |
            """, file, text));
        person.Question.Choices.ShouldHaveSingleItem().ShouldBe(new ChoiceView("aktau", "Aktau, city"));
        person.Answers("aktau").Value("pop").ShouldBe("200");
    }

    [Fact]
    public void a_value_is_pulled_from_an_attached_file()
    {
        var person = new Filling(Form("""
            | type      | name | label | calculation                                |
            | text      | bin  | BIN?  |                                            |
            | calculate | org  |       | pulldata('orgs', 'title', 'key', ${bin})   |
            """, "orgs.csv", "key,title\n7,\"School \"\"7\"\"\"\n"));
        person.Answers("7").Value("org").ShouldBe("School \"7\"");
        person.Do(s => s.Reopen("/data/bin"));
        person.Answers("8").Value("org").ShouldBeNull();
    }

    [Fact]
    public void a_missing_file_is_a_warning_and_its_question_is_passed_over()
    {
        var reading = FormReader.Read(MarkdownSheets.Read("| type | name | label |\n| select_one_from_file towns.csv | a | A? |\n| text | b | B? |"));
        reading.Problems.Where(p => !p.IsError).Select(p => p.Code).ShouldContain("file-missing");
        new Filling(reading.Form.ShouldNotBeNull()).Asks.ShouldBe("b");
    }

    [Fact]
    public void a_list_that_is_only_pulled_from_is_missed_as_well() =>
        FormReader.Read(MarkdownSheets.Read("| type | name | label | calculation |\n| text | bin | BIN? | |\n| calculate | org | | pulldata('orgs', 'title', 'key', ${bin}) |"))
            .Problems.Single(p => p.Code == FormProblem.FileMissing).Found.ShouldBe("orgs.csv");

    [Fact]
    public void the_last_submission_is_offered_as_a_default()
    {
        var form = Filling.Good("| type | name | label | default |\n| text | school | School? | ${last-saved#school} |\n| begin repeat | r | R | |\n| text | a | A after ${last-saved#school}? | |\n| end repeat | | | |");
        var session = FormSession.Open(form, FormProgress.Begin(form, 1, Filling.Clock.Now), Filling.Clock, Locales.Shipped, "en", [new("/data/school", "No 7"), new("/data/r[1]/a", "x")]);
        session.Next.ShouldNotBeNull().Current.ShouldBe("No 7");
        session.View("/data/r[1]/a").Label.ShouldBe("A after No 7?");
        new Filling(form).Question.Current.ShouldBeNull();
    }

    [Fact]
    public void a_question_shows_its_picture_and_further_advice()
    {
        var question = new Filling("| type | name | label | guidance_hint | media::image |\n| text | a | A? | Look twice. | map.png |").Question;
        (question.Guidance, question.Image).ShouldBe(("Look twice.", "map.png"));
    }

    [Fact]
    public void what_surrounds_the_form_is_put_in_and_the_end_is_the_sending()
    {
        var person = new Filling("| type | name | label |\n| username | who | |\n| phonenumber | tel | |\n| end | fin | |\n| text | a | A? |");
        person.Do(s => s.Describe("phonenumber", "+77011234567"));
        person.Answers("x").Do(s => s.Submission()).ToJson().ShouldBe("""{"/data/tel":"+77011234567","/data/fin":"2026-03-01T12:00:00.000+05:00","/data/a":"x"}""");
    }

    [Fact]
    public void a_label_may_hold_a_value_of_a_list_chosen_in_its_own_instance()
    {
        var person = new Filling("""
            | type             | name | label | repeat_count |
            | begin repeat     | r    | R     | 2 |
            | select_one fruit | f    | Which? |  |
            | begin group      | g    | G     |   |
            | text             | why  | Why instance('fruit')/root/item[name = ${f}]/label, instance('fruit')/root/item[1]/label or so? | |
            | end group        |      |       |   |
            | end repeat       |      |       |   |
            """ + Fruits);
        person.Answers("p").Question.Label.ShouldBe("Why Pear, Apple or so?");
        person.Answers("sweet", "q").Question.Label.ShouldBe("Why Quince, Apple or so?");
    }

    [Fact]
    public void a_trigger_without_a_calculation_empties_its_question()
    {
        var person = new Filling("| type | name | label | trigger |\n| text | a | A? | |\n| text | b | B? | ${a} |").Answers("one", "two");
        person.Do(s => s.Reopen("/data/a"));
        person.Answers("other").Asks.ShouldBe("b");
    }

    [Fact]
    public void what_only_watches_a_person_is_left_blank()
    {
        var reading = FormReader.Read(MarkdownSheets.Read("| type | name | label |\n| audit | audit | |\n| text | a | A? |"));
        reading.Form.ShouldNotBeNull();
        reading.Problems.Select(p => p.Code).ShouldContain("type-blank");
    }

    private static Form Form(string markdown, string file, string text) =>
        FormReader.Read(MarkdownSheets.Read(markdown), new Dictionary<string, string> { [file] = text }) is { Form: { } form } ? form : throw new InvalidOperationException("the form has errors");
}
