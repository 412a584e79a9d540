using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>What an author is told of a form that is right but not good in a chat. Warnings, never errors.</summary>
public sealed class ChatCheckTests
{
    private const string Head = "| type | name | label::Қазақша (kk) | label::Русский (ru) | relevant | choice_filter |\n";

    private const string Lists = """

        choices
        | list_name | name | label::Қазақша (kk) | label::Русский (ru) |
        | yn        | yes  | Иә                  | Да                  |
        | yn        | no   | Жоқ                 | Нет                 |
        | abc       | a    | А                   | А                   |
        | abc       | b    | Б                   | Б                   |
        | abc       | c    | В                   | В                   |
        settings
        | form_id |
        | x       |
        """;

    [Fact]
    public void a_form_for_both_languages_with_short_labels_is_left_in_peace() => Warnings(Head + "| select_one yn | a | Сұрақ? | Вопрос? | | |" + Lists).ShouldBeEmpty();

    [Fact]
    public void a_form_without_kazakh_or_russian_is_told_the_column_to_add()
    {
        var found = Warnings("| type | name | label |\n| text | a | Name? |\nsettings\n| form_id |\n| x |");
        found.Select(p => (p.Code, p.Row, p.Found, p.Advice)).ShouldBe([("language-missing", 1, "kk", "label::Қазақша (kk)"), ("language-missing", 1, "ru", "label::Русский (ru)")]);
    }

    [Theory]
    [InlineData(24, 3, null)]
    [InlineData(25, 3, "label-row")]
    [InlineData(20, 2, null)]
    [InlineData(21, 2, "label-button")]
    [InlineData(21, 3, null)]
    [InlineData(25, 2, "label-row")]
    public void a_choice_longer_than_whatsapp_shows_is_told_with_its_row(int length, int choices, string? code)
    {
        var rows = string.Concat(Enumerable.Range(1, choices - 1).Select(i => $"| l | c{i} | Жауап {i} | Ответ {i} |\n"));
        var found = Warnings(Head + "| select_one l | a | Сұрақ? | Вопрос? | | |\nchoices\n| list_name | name | label::Қазақша (kk) | label::Русский (ru) |\n"
            + rows + $"| l | long | Ұзын | {new string('д', length)} |\n| unused | u | {new string('ұ', 99)} | Да |\nsettings\n| form_id |\n| x |");
        found.Select(p => (p.Code, p.Sheet, p.Row, p.Column)).ShouldBe(code is null ? [] : [(code, "choices", choices + 1, "label::Русский (ru)")]);
    }

    [Theory]
    [InlineData(10, "", null)]
    [InlineData(11, "", "choices-pages")]
    [InlineData(100, "", "choices-pages")]
    [InlineData(101, "", "choices-many")]
    [InlineData(101, "name != 'c1'", null)]
    public void a_list_too_long_for_a_chat_is_told_at_its_question(int choices, string filter, string? code)
    {
        var rows = string.Concat(Enumerable.Range(1, choices).Select(i => $"| l | c{i} | Жауап {i} | Ответ {i} |\n"));
        var found = Warnings(Head + $"| select_one l | a | Сұрақ? | Вопрос? | | {filter} |\nchoices\n| list_name | name | label::Қазақша (kk) | label::Русский (ru) |\n{rows}settings\n| form_id |\n| x |");
        found.Select(p => (p.Code, p.Sheet, p.Row, p.Found)).ShouldBe(code is null ? [] : [(code, "survey", 2, $"{choices}")]);
    }

    [Theory]
    [InlineData("false()")]
    [InlineData("1 = 2")]
    [InlineData("${s} = 'maybe'")]
    [InlineData("${s} = 'yes' and ${s} = 'no'")]
    [InlineData("selected(${m}, 'd')")]
    [InlineData("not(selected(${m}, 'a')) and selected(${m}, 'a')")]
    [InlineData("count-selected(${m}) > 3")]
    [InlineData("string-length(${s}) > 3 and ${s} != ''")]
    public void a_question_nobody_can_reach_is_named(string relevant) =>
        Unreachable(relevant).Select(p => (p.Row, p.Column, p.Found)).ShouldBe([(6, "relevant", "last")]);

    [Theory]
    [InlineData("true()")]
    [InlineData("${s} = 'yes'")]
    [InlineData("../s = 'yes'")]
    [InlineData("${s} = ''")]
    [InlineData("selected(${m}, 'a') and selected(${m}, 'c')")]
    [InlineData("${o} = 'other'")]
    [InlineData("${h} = 'anything'")]
    [InlineData("${t} = 'x' and false()")]
    [InlineData("today() < date('1999-01-01')")]
    [InlineData("position(..) > 7")]
    public void what_may_be_reached_or_cannot_be_judged_is_not(string relevant) => Unreachable(relevant).ShouldBeEmpty();

    [Fact]
    public void a_group_nobody_can_reach_is_named_once() => Warnings(Head + """
        | begin group | g | Топ | Группа | false() | |
        | text        | t | Сұрақ? | Вопрос? |  | |
        | end group   |   |     |        |         | |
        """ + Lists).Select(p => p.Found).ShouldBe(["g"]);

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void each_warning_names_what_it_is_about(string language)
    {
        foreach (var code in new[] { "language-missing", "label-row", "label-button", "choices-pages", "choices-many" })
            new FormProblem(1, false, code, "survey", 2, "type", "FOUND", "ADVICE").Say(Locales.Shipped, language).ShouldSatisfyAllConditions(s => s.ShouldContain("FOUND"), s => s.ShouldContain("ADVICE"));
    }

    private static IEnumerable<FormProblem> Unreachable(string relevant) => Warnings(Head + $"""
        | select_one yn          | s | Сұрақ? | Вопрос? | | |
        | select_multiple abc    | m | Сұрақ? | Вопрос? | | |
        | select_one yn or_other | o | Сұрақ? | Вопрос? | | |
        | hidden                 | h |        |         | | |
        | text                   | last | Сұрақ? | Вопрос? | {relevant} | |
        | text                   | t | Сұрақ? | Вопрос? | | |
        """ + Lists).Where(p => p.Code == "question-unreachable");

    private static IReadOnlyList<FormProblem> Warnings(string markdown)
    {
        var reading = FormReader.Read(MarkdownSheets.Read(markdown));
        reading.Problems.Where(p => p.IsError).Select(p => p.Say(Locales.Shipped, "en")).ShouldBeEmpty();
        return reading.Problems;
    }
}
