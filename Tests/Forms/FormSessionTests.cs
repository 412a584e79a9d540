using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Forms;

/// <summary>A person is asked and answers.</summary>
public sealed class FormSessionTests
{
    [Fact]
    public void questions_come_one_by_one_and_end()
    {
        var person = new Filling("""
            | type    | name | label     |
            | text    | a    | First?    |
            | integer | b    | Second?   |
            """);
        person.Asks.ShouldBe("a");
        person.Answers("one").Asks.ShouldBe("b");
        person.Answers("2").Asks.ShouldBeNull();
        person.Do(s => s.Submission().ByName).ShouldBe(new Dictionary<string, string> { ["a"] = "one", ["b"] = "2" });
    }

    [Fact]
    public void an_irrelevant_question_is_not_asked_and_not_submitted_but_remembered()
    {
        var person = new Filling("""
            | type             | name | label     | relevant       |
            | select_one yesno | club | Club?     |                |
            | text             | name | Its name? | ${club} = 'yes' |
            | text             | end  | End?      |                |
            choices
            | list_name | name | label |
            | yesno     | yes  | Yes   |
            | yesno     | no   | No    |
            """).Answers("yes", "Falcons");
        person.Do(s => s.Reopen("/data/club"));
        person.Answers("no").Asks.ShouldBe("end");
        person.Value("name").ShouldBeNull();
        person.Do(s => s.Submission().ByName.Keys).ShouldBe(["club"]);
        person.Do(s => s.Reopen("/data/club"));
        person.Answers("yes").Value("name").ShouldBe("Falcons");
        person.Asks.ShouldBe("end");
    }

    [Fact]
    public void a_group_hides_all_that_is_in_it()
    {
        var person = new Filling("""
            | type        | name  | label   | relevant   | calculation |
            | integer     | n     | N?      |            |             |
            | begin_group | outer |         | ${n} > 1   |             |
            | begin group | inner |         |            |             |
            | text        | deep  | Deep?   |            |             |
            | calculate   | c     |         |            | ${n} * 2    |
            | end group   |       |         |            |             |
            | end_group   | outer |         |            |             |
            | calculate   | seen  |         |            | concat('<', ${c}, '>') |
            """);
        person.Answers("1").Asks.ShouldBeNull();
        person.Value("c").ShouldBeNull();
        person.Value("seen").ShouldBe("<>");
        person.Do(s => s.Reopen("/data/n"));
        person.Answers("4").Asks.ShouldBe("deep");
        person.Value("seen").ShouldBe("<8>");
    }

    [Fact]
    public void a_constraint_speaks_with_its_own_message_and_the_candidate()
    {
        var person = new Filling("""
            | type      | name  | label | constraint | constraint_message       | calculation |
            | integer   | born  | Year? | . <= 2020  | That makes you ${age}.   |             |
            | calculate | age   |       |            |                          | 2026 - ${born} |
            """);
        person.Says("2030").ShouldBe("That makes you -4.");
        person.Value("born").ShouldBeNull();
        person.Value("age").ShouldBeNull();
        person.Says("2000").ShouldBeNull();
        person.Value("age").ShouldBe("26");
    }

    [Fact]
    public void a_required_question_cannot_be_skipped_and_an_optional_one_can()
    {
        var person = new Filling("""
            | type | name | label | required | required_message   |
            | text | a    | A?    | yes      | We do need A.      |
            | text | b    | B?    | true()   |                    |
            | text | c    | C?    | no       |                    |
            | text | d    | D?    | ${a} = 'x' |                  |
            | text | e    | E?    |          |                    |
            """);
        person.Skips().ShouldBe("We do need A.");
        person.Says("   ").ShouldBe("We do need A.");
        person.Answers("x").Skips().ShouldBe("This question needs an answer and cannot be skipped.");
        person.Answers("y").Skips().ShouldBeNull();
        person.Question.Required.ShouldBeTrue();
        person.Answers("z").Question.Required.ShouldBeFalse();
        person.Skips().ShouldBeNull();
        person.Asks.ShouldBeNull();
    }

    [Fact]
    public void a_note_is_said_once_before_the_next_question()
    {
        var person = new Filling(Filling.Good("""
            | type    | name | label               | relevant |
            | integer | age  | Age?                |          |
            | note    | kid  | You are only ${age}. | ${age} < 14 |
            | text    | name | Name?               |          |
            """));
        person.Answers("9");
        person.Do(s => s.TakeNotes()).ShouldBe(["You are only 9."]);
        person.Do(s => s.TakeNotes()).ShouldBeEmpty();
        person.Asks.ShouldBe("name");
    }

    [Fact]
    public void a_filtered_list_offers_only_what_fits_and_drops_an_answer_that_no_longer_does()
    {
        var person = new Filling("""
            | type              | name   | label   | choice_filter     |
            | select_one town   | town   | Town?   |                   |
            | select_one school | school | School? | town = ${town} or name = 'other' |
            choices
            | list_name | name  | label     | town  |
            | town      | aktau | Aktau     |       |
            | town      | kuryk | Kuryk     |       |
            | school    | s7    | School 7  | aktau |
            | school    | s1    | School 1  | kuryk |
            | school    | other | Other     |       |
            """).Answers("Aktau");
        person.Question.Choices.Select(c => c.Name).ShouldBe(["s7", "other"]);
        person.Says("School 1").ShouldNotBeNull();
        person.Answers("1").Asks.ShouldBeNull();
        person.Do(s => s.Reopen("/data/town"));
        person.Answers("Kuryk").Asks.ShouldBe("school");
        person.Value("school").ShouldBeNull();
    }

    [Fact]
    public void a_relative_path_in_a_choice_filter_starts_at_the_question()
    {
        var person = new Filling("""
            | type              | name   | label   | choice_filter     |
            | select_one town   | town   | Town?   |                   |
            | select_one school | school | School? | town = current()/../town |
            choices
            | list_name | name  | label     | town  |
            | town      | aktau | Aktau     |       |
            | school    | s7    | School 7  | aktau |
            | school    | s1    | School 1  | kuryk |
            """).Answers("Aktau");
        person.Question.Choices.ShouldHaveSingleItem().Name.ShouldBe("s7");
    }

    [Fact]
    public void a_filter_that_leaves_nothing_holds_nobody_up()
    {
        var person = new Filling("""
            | type              | name   | label   | choice_filter  | required |
            | text              | town   | Town?   |                |          |
            | select_one school | school | School? | town = ${town} | yes      |
            choices
            | list_name | name  | label     | town  |
            | school    | s7    | School 7  | aktau |
            """).Answers("nowhere");
        person.Asks.ShouldBeNull();
    }

    [Fact]
    public void back_goes_to_the_question_before_and_keeps_its_answer_as_a_suggestion()
    {
        var person = new Filling("""
            | type | name | label |
            | text | a    | A?    |
            | text | b    | B?    |
            | text | c    | C?    |
            """).Answers("one", "two");
        person.Do(s => s.Back()).ShouldBeTrue();
        person.Question.Current.ShouldBe("two");
        person.Do(s => s.Back()).ShouldBeTrue();
        person.Asks.ShouldBe("a");
        person.Do(s => s.Back()).ShouldBeFalse();
        person.Answers("uno").Asks.ShouldBe("c");
        person.Value("b").ShouldBe("two");
    }

    [Fact]
    public void known_answers_are_not_asked_and_bad_ones_are_ignored()
    {
        var person = new Filling("""
            | type  | name  | label  | constraint            |
            | text  | name  | Name?  |                       |
            | phone | phone | Phone? | . != '+77000000001'   |
            """);
        person.Do(s => s.Set("name", "Сана")).ShouldBeTrue();
        person.Do(s => s.Set("phone", "+77000000001")).ShouldBeFalse();
        person.Do(s => s.Set("nobody", "x")).ShouldBeFalse();
        person.Asks.ShouldBe("phone");
        person.Do(s => s.Summary()).ShouldHaveSingleItem().Value.ShouldBe("Сана");
    }

    [Fact]
    public void or_other_asks_for_the_other_in_words()
    {
        var person = new Filling("""
            | type                   | name | label |
            | select_one fr or_other | f    | F?    |
            choices
            | list_name | name | label |
            | fr        | a    | Apple |
            """).Answers("other");
        person.Asks.ShouldBe("f_other");
        person.Question.Label.ShouldBe("Specify other.");
        person.Answers("Plum").Asks.ShouldBeNull();
    }

    [Fact]
    public void an_iin_is_refused_and_nowhere_kept()
    {
        var person = new Filling("""
            | type  | name  | label  |
            | text  | about | About? |
            | phone | phone | Phone? |
            """);
        person.Says("my id 000101500000").ShouldBe("This looks like an IIN. We do not need it and have not stored it.");
        person.Answers("ok").Says("000101500000").ShouldNotBeNull().ShouldContain("IIN");
        person.Json.ShouldNotContain("000101500000");
    }

    [Fact]
    public void choices_in_random_order_stay_in_that_order()
    {
        var person = new Filling("""
            | type         | name | label | parameters     |
            | select_one l | q    | Q?    | randomize=true |
            choices
            | list_name | name | label |
            | l         | a    | A     |
            | l         | b    | B     |
            | l         | c    | C     |
            | l         | d    | D     |
            | l         | e    | E     |
            """);
        var order = person.Question.Choices.Select(c => c.Name).ToList();
        order.Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c", "d", "e"]);
        person.Question.Choices.Select(c => c.Name).ShouldBe(order);
        person.Answers("1").Value("q").ShouldBe(order[0]);
    }

    [Fact]
    public void several_of_shuffled_choices_are_stored_in_the_order_of_the_list()
    {
        var form = Filling.Good("""
            | type              | name | label  | parameters     |
            | select_multiple l | a    | Which? | randomize=true |
            choices
            | list_name | name | label |
            | l         | x    | X     |
            | l         | y    | Y     |
            | l         | z    | Z     |
            """);
        for (var seed = 0; seed < 10; seed++)
        {
            var session = FormSession.Open(form, FormProgress.Begin(form, seed, Filling.Clock.Now), Filling.Clock, Given.Locales.Shipped, "en");
            session.Answer("/data/a", "Z, X").ShouldBeOfType<AnswerResult.Accepted>();
            session.Value("a").ShouldBe("x z");
        }
    }

    [Fact]
    public void progress_of_another_form_is_a_mistake_of_ours() =>
        Should.Throw<ArgumentException>(() => FormSession.Open(Filling.Good("| type | name | label |\n| text | a | A |"),
            new FormProgress { FormId = "another", FormVersion = "", Seed = 1, StartedAt = Filling.Clock.Now }, Filling.Clock, Given.Locales.Shipped, "en"));

    [Theory]
    [InlineData("\0\0\0")]
    [InlineData("'; DROP TABLE answers; --")]
    [InlineData("${a} \uD800 <b>")]
    [InlineData("{age} ')) or true() or ((")]
    public void hostile_answers_are_only_text(string typed)
    {
        var person = new Filling("""
            | type | name | label        | constraint |
            | text | a    | A?           | string-length(.) < 100 |
            | text | b    | After ${a}?  | . != ${a}  |
            """);
        person.Says(typed);
        Should.NotThrow(() => person.Asks);
    }
}
