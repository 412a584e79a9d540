using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Forms;

/// <summary>What a form works out and says by itself from what a person answered.</summary>
public sealed class FormValueTests
{
    [Fact]
    public void calculations_follow_each_other_whatever_their_order_in_the_sheet()
    {
        var person = new Filling("""
            | type      | name | label | calculation |
            | calculate | c    |       | ${b} + 1    |
            | calculate | b    |       | ${a} * 10   |
            | integer   | a    | A?    |             |
            """);
        person.Answers("2").Value("c").ShouldBe("21");
    }

    [Fact]
    public void the_summary_shows_answers_in_words_and_none_of_the_programs_values()
    {
        var person = new Filling("""
            | type            | name | label::Қазақша (kk) | label::English (en) | calculation |
            | hidden          | ev   |                     |                     |             |
            | select_one yn   | ok   | Бәрі дұрыс па?      | All right?          |             |
            | date            | day  | Қай күні?           | Which day?          |             |
            | calculate       | c    |                     |                     | 1 + 1       |
            | text            | skip | Тағы?               | More?               |             |
            choices
            | list_name | name | label::kk | label::en |
            | yn        | yes  | Иә        | Yes       |
            """, "kk");
        person.Do(s => s.Set("ev", "event 1"));
        person.Answers("Иә", "5 наурыз 2026").Skips();
        person.Do(s => s.Summary()).Select(l => $"{l.Label} {l.Value}").ShouldBe(["Бәрі дұрыс па? Иә", "Қай күні? 05.03.2026"]);
        person.Do(s => s.Submission().ByName.Keys).ShouldBe(["ev", "ok", "day", "c"]);
    }

    [Fact]
    public void a_default_is_a_suggestion_and_a_worked_out_one_is_worked_out_once()
    {
        var person = new Filling("""
            | type    | name | label | default        |
            | integer | a    | A?    | 5              |
            | date    | day  | Day?  | date(today() + 1) |
            | hidden  | h    |       | kept           |
            | text    | t    | T?    | concat('<', ${h}, '>') |
            """);
        person.Asks.ShouldBe("a");
        person.Question.Current.ShouldBe("5");
        person.Answers("6").Question.Current.ShouldBe("02.03.2026");
        person.Do(s => s.Set("h", "changed"));
        person.Answers("10.03.2026").Question.Current.ShouldBe("<kept>");
    }

    [Fact]
    public void labels_show_answers_in_the_language_of_the_person()
    {
        var person = new Filling("""
            | type           | name | label::ru       | label::en          |
            | select_one fr  | fruit | Фрукт?         | Fruit?             |
            | text           | why  | Почему ${fruit}? | Why ${fruit}?    |
            choices
            | list_name | name | label::ru | label::en |
            | fr        | a    | Яблоко    | Apple     |
            """, "ru").Answers("a");
        person.Question.Label.ShouldBe("Почему Яблоко?");
    }

    [Fact]
    public void a_missing_translation_falls_back_to_the_default_language()
    {
        var person = new Filling("""
            | type | name | label::Қазақша (kk) | label::ru |
            | text | a    | Атыңыз?             |           |
            """, "ru");
        person.Question.Label.ShouldBe("Атыңыз?");
    }

    [Fact]
    public void the_label_of_a_choice_is_at_hand_in_calculations()
    {
        var person = new Filling("""
            | type          | name | label | calculation |
            | select_one fr | f    | F?    |             |
            | calculate     | l    |       | jr:choice-name(${f}, '${f}') |
            | calculate     | p    |       | instance('fr')/root/item[name = ${f}]/price |
            choices
            | list_name | name | label | price |
            | fr        | a    | Apple | 12.0  |
            """).Answers("a");
        person.Value("l").ShouldBe("Apple");
        person.Value("p").ShouldBe("12.0");
    }

    [Fact]
    public void a_value_worked_out_once_stays()
    {
        var person = new Filling("""
            | type      | name | label | calculation |
            | text      | a    | A?    |             |
            | calculate | id   |       | once(concat(${a}, '!')) |
            | calculate | r    |       | random()    |
            """);
        var first = (person.Answers("one").Value("id"), person.Value("r"));
        person.Do(s => s.Reopen("/data/a"));
        person.Answers("two");
        (person.Value("id"), person.Value("r")).ShouldBe(first);
    }

    [Fact]
    public void a_triggered_calculation_waits_for_its_trigger()
    {
        var person = new Filling("""
            | type      | name | label | calculation | trigger |
            | integer   | a    | A?    |             |         |
            | integer   | b    | B?    |             |         |
            | calculate | c    |       | ${a} + 1    | ${b}    |
            """);
        person.Answers("1").Value("c").ShouldBeNull();
        person.Answers("5").Value("c").ShouldBe("2");
        person.Do(s => s.Reopen("/data/a"));
        person.Answers("7").Value("c").ShouldBe("2");
    }

    [Fact]
    public void labels_that_hold_each_other_do_not_go_round_for_ever()
    {
        var person = new Filling("""
            | type         | name | label     |
            | select_one l | a    | A?        |
            | text         | b    | So ${a}?  |
            choices
            | list_name | name | label     |
            | l         | x    | <${a}>    |
            """).Answers("x");
        person.Question.Label.ShouldStartWith("So <<");
    }
}
