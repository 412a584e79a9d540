using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Forms;

/// <summary>Groups filled several times: added to by the person, or counted by an answer.</summary>
public sealed class RepeatTests
{
    private const string Team = """
        | type         | name   | label                        | default                             | required | relevant     | calculation                |
        | text         | club   | Club?                        |                                     |          |              |                            |
        | begin repeat | member | Member                       |                                     |          |              |                            |
        | text         | name   | Name?                        |                                     | yes      |              |                            |
        | integer      | age    | Age of ${name}?              | 15 + position(..)                   |          |              |                            |
        | text         | nick   | Nickname?                    |                                     |          | ${age} < 18  |                            |
        | end repeat   |        |                              |                                     |          |              |                            |
        | calculate    | total  |                              |                                     |          |              | sum(${age})                |
        | calculate    | young  |                              |                                     |          |              | count(${member}[age < 18]) |
        | text         | end    | End?                         |                                     |          |              |                            |
        """;

    [Fact]
    public void after_an_instance_a_person_is_asked_for_another()
    {
        var person = new Filling(Team).Answers("Falcons", "Aru", "16", "Ru");
        person.Question.Kind.ShouldBe(QuestionKind.AddAnother);
        person.Question.Path.ShouldBe("/data/member");
        person.Question.Label.ShouldBe("Member: 1 so far. Would you like to add another?");
        person.Question.Choices.Select(c => c.Name).ShouldBe(["add", "done", "remove"]);
        person.Answers("Add").Question.Section.ShouldBe("Member 2");
        person.Answers("Dana").Question.Label.ShouldBe("Age of Dana?");
        person.Question.Current.ShouldBe("17");
        person.Answers("20").Asks.ShouldBe("member");
        person.Answers("done").Asks.ShouldBe("end");
        (person.Value("total"), person.Value("young")).ShouldBe(("36", "1"));
    }

    [Fact]
    public void a_submission_names_each_value_by_its_instance()
    {
        var person = new Filling(Team).Answers("Falcons", "Aru", "16", "Ru", "add", "Dana", "20", "done", "x");
        person.Do(s => s.Submission()).ToJson().ShouldBe(
            """{"/data/club":"Falcons","/data/member[1]/name":"Aru","/data/member[1]/age":"16","/data/member[1]/nick":"Ru","/data/member[2]/name":"Dana","/data/member[2]/age":"20","/data/total":"36","/data/young":"1","/data/end":"x"}""");
        person.Do(s => s.Submission()).ByName["member[2]/name"].ShouldBe("Dana");
        person.Do(s => s.Summary()).Select(l => $"{l.Section}: {l.Value}").ShouldBe([": Falcons", "Member 1: Aru", "Member 1: 16", "Member 1: Ru", "Member 2: Dana", "Member 2: 20", ": x"]);
    }

    [Fact]
    public void an_instance_is_removed_and_later_ones_move_up()
    {
        var person = new Filling(Team).Answers("Falcons", "Aru", "16", "Ru", "add", "Dana", "20", "done", "x");
        person.Do(s => s.Remove("/data/member[1]"));
        person.Do(s => s.Submission()).ToJson().ShouldBe("""{"/data/club":"Falcons","/data/member[1]/name":"Dana","/data/member[1]/age":"20","/data/total":"20","/data/young":"0","/data/end":"x"}""");
        person.Asks.ShouldBeNull();
        person.Do(s => s.Reopen("/data/member"));
        person.Answers("remove").Question.Label.ShouldBe("Member: would you like to add one?");
    }

    [Fact]
    public void whoever_thinks_better_of_an_added_instance_leaves_no_blank_one()
    {
        var person = new Filling(Team).Answers("Falcons", "Aru", "16", "Ru", "add");
        person.Do(s => s.Back());
        person.Question.Kind.ShouldBe(QuestionKind.AddAnother);
        person.Answers("done").Asks.ShouldBe("end");
        person.Value("total").ShouldBe("16");
    }

    [Fact]
    public void a_lowered_count_hides_the_surplus_and_a_raised_one_brings_it_back()
    {
        var person = new Filling("""
            | type         | name  | label | repeat_count | calculation  |
            | integer      | n     | How many? |          |              |
            | begin repeat | child | Child | ${n}         |              |
            | text         | name  | Name? |              |              |
            | end repeat   |       |       |              |              |
            | calculate    | all   |       |              | join(', ', ${name}) |
            """);
        person.Answers("2", "Aru", "Dana").Asks.ShouldBeNull();
        person.Do(s => s.Reopen("/data/n"));
        person.Answers("1").Value("all").ShouldBe("Aru");
        person.Do(s => s.Submission()).ToJson().ShouldBe("""{"/data/n":"1","/data/child[1]/name":"Aru","/data/all":"Aru"}""");
        person.Do(s => s.Reopen("/data/n"));
        person.Answers("3").Value("all").ShouldBe("Aru, Dana, ");
        person.Question.Path.ShouldBe("/data/child[3]/name");
    }

    [Fact]
    public void a_repeat_may_grow_while_its_last_instance_says_so()
    {
        var person = new Filling("""
            | type          | name  | label | repeat_count | calculation |
            | calculate     | count |       |              | count(${plant}) |
            | begin repeat  | plant | Plant | if(${count} = 0 or ${plant}[position() = ${count}]/more = 'yes', ${count} + 1, ${count}) | |
            | text          | kind  | Kind? |              |             |
            | select_one yn | more  | More? |              |             |
            | end repeat    |       |       |              |             |
            choices
            | list_name | name | label |
            | yn        | yes  | Yes   |
            | yn        | no   | No    |
            """);
        person.Answers("Tulip", "yes", "Rose").Question.Path.ShouldBe("/data/plant[2]/more");
        person.Answers("no").Asks.ShouldBeNull();
        person.Value("count").ShouldBe("2");
    }

    [Fact]
    public void repeats_nest_and_each_sum_stays_in_its_instance()
    {
        var person = new Filling("""
            | type         | name  | label  | calculation     | repeat_count |
            | begin repeat | house | House  |                 | 2            |
            | integer      | n     | Count? |                 |              |
            | begin repeat | room  | Room   |                 | ${n}         |
            | integer      | size  | Size?  |                 |              |
            | calculate    | at    |        | concat(position(../..), '.', position(..)) | |
            | end repeat   |       |        |                 |              |
            | calculate    | area  |        | sum(${size})    |              |
            | end repeat   |       |        |                 |              |
            | calculate    | all   |        | sum(${size})    |              |
            | calculate    | last  |        | indexed-repeat(${size}, ${house}, 2, ${room}, 1) | |
            """);
        person.Answers("2", "10", "20", "1").Question.Path.ShouldBe("/data/house[2]/room[1]/size");
        person.Question.Section.ShouldBe("House 2 · Room 1");
        person.Answers("5");
        var sent = person.Do(s => s.Submission()).ByName;
        (sent["house[1]/area"], sent["house[2]/area"], sent["all"], sent["last"], sent["house[2]/room[1]/at"]).ShouldBe(("30", "5", "35", "5", "2.1"));
    }

    [Fact]
    public void a_trigger_touches_its_own_instance_alone()
    {
        var person = new Filling("""
            | type         | name | label | repeat_count | trigger | calculation |
            | begin repeat | r    | R     | 2            |         |             |
            | text         | q    | Q?    |              |         |             |
            | calculate    | len  |       |              | ${q}    | string-length(${q}) |
            | end repeat   |      |       |              |         |             |
            """);
        person.Answers("abc").Do(s => s.Submission()).ByName.Keys.ShouldBe(["r_count", "r[1]/q", "r[1]/len"]);
        person.Answers("de").Do(s => s.Submission()).ByName["r[1]/len"].ShouldBe("3");
    }

    [Fact]
    public void names_given_in_a_repeat_are_choices_later()
    {
        var person = new Filling("""
            | type               | name   | label   | choice_filter |
            | begin repeat       | member | Member  |               |
            | text               | name   | Name?   |               |
            | integer            | age    | Age?    |               |
            | end repeat         |        |         |               |
            | select_one ${name} | head   | Leader? | ${age} > 17   |
            """);
        person.Answers("Aru", "12", "add", "Dana", "30", "done").Question.Choices.Select(c => c.Label).ShouldBe(["Dana"]);
        person.Answers("Dana").Value("head").ShouldBe("Dana");
    }

    [Fact]
    public void instances_keep_their_own_values_and_may_build_on_the_one_before()
    {
        var person = new Filling("""
            | type         | name  | label | calculation             |
            | begin repeat | r     | R     |                         |
            | text         | q     | Q?    |                         |
            | calculate    | stamp |       | concat(${q}, uuid())    |
            | calculate    | sofar |       | if(position(..) = 1, ${q}, concat(indexed-repeat(${sofar}, ${r}, position(..) - 1), ${q})) |
            | end repeat   |       |       |                         |
            """);
        var stamp = person.Answers("a").Do(s => s.Submission()).ByName["r[1]/stamp"];
        person.Answers("add", "b", "add", "c").Do(s => s.Submission()).ByName["r[1]/stamp"].ShouldBe(stamp);
        person.Do(s => { s.Answer("/data/r[1]/q", "x"); return s.Submission(); }).ByName["r[3]/sofar"].ShouldBe("xbc");
    }

    [Fact]
    public void a_count_of_a_million_is_a_hundred_and_a_fault()
    {
        var form = Filling.Good("| type | name | label | repeat_count |\n| integer | n | N? | |\n| begin repeat | r | R | ${n} |\n| text | a | A? | |\n| end repeat | | | |");
        var session = FormSession.Open(form, FormProgress.Begin(form, 1, Filling.Clock.Now), Filling.Clock, Given.Locales.Shipped, "en");
        session.Answer("/data/n", "1000000");
        Questions(session).ShouldBe(101);
        session.Faults.ShouldHaveSingleItem().ShouldContain("100 instances");
    }

    [Fact]
    public void repeats_that_multiply_stop_at_a_thousand()
    {
        var rows = string.Concat(Enumerable.Range(0, 4).Select(n => $"| begin repeat | r{n} | R | ${{n}} |\n"));
        var form = Filling.Good("| type | name | label | repeat_count |\n| integer | n | N? | |\n" + rows + "| text | a | A? | |\n" + string.Concat(Enumerable.Repeat("| end repeat | | | |\n", 4)));
        var session = FormSession.Open(form, FormProgress.Begin(form, 1, Filling.Clock.Now), Filling.Clock, Given.Locales.Shipped, "en");
        session.Answer("/data/n", "100");
        Questions(session).ShouldBeLessThan(1000);
        session.Faults.ShouldHaveSingleItem().ShouldContain("1000 instances");
        session.Answer("/data/n", "1");
        Questions(session).ShouldBe(2);
    }

    [Fact]
    public void the_position_counts_what_is_relevant_now()
    {
        var person = new Filling(Team).Answers("Falcons", "Aru");
        person.Do(s => s.Position).ShouldBe(new FormPosition(3, 5));
        person.Answers("20").Do(s => s.Position).ShouldBeNull("it asks whether there is another");
        person.Answers("no").Do(s => s.Position).ShouldBe(new FormPosition(4, 4));
    }

    private static int Questions(FormSession session) => session.Tree.Root.Steps().Count(s => s.Node is { Definition: Question });
}
