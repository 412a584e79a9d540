using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Organising;

/// <summary>Staff need remember no command: each is called by words in three languages, also with something behind it and with a slip.</summary>
public sealed class StaffCommandTests
{
    private static readonly IReadOnlyList<(string Command, string Language, string Words)> All =
    [
        .. from c in StaffCommand.All from l in Texts.Languages from w in Locales.Shipped["staff.say." + c.Name, l].Split('|', StringSplitOptions.TrimEntries) select (c.Name, l, w),
    ];

    [Fact]
    public void every_command_is_called_by_words_of_its_own_in_every_language()
    {
        All.Where(a => a.Words.Length == 0).ShouldBeEmpty();
        All.GroupBy(a => Fold.Text(a.Words)).Where(g => g.Select(a => a.Command).Distinct().Count() > 1).Select(g => g.Key).ShouldBeEmpty("words that would be two commands");
    }

    [Fact]
    public void words_reach_their_command_also_with_an_event_behind_and_in_capitals()
    {
        foreach (var (command, language, words) in All)
            foreach (var (text, about) in new[] { (words, ""), (words + " Ашық чемпионат", "Ашық чемпионат"), (words.ToUpperInvariant(), "") })
            {
                var found = StaffCommand.Find(Locales.Shipped, text);
                (found?.Command.Name, found?.About).ShouldBe((command, about), $"{text} ({language})");
            }
    }

    [Fact]
    public void of_several_words_the_longest_count()
    {
        StaffCommand.Find(Locales.Shipped, "список сотрудников")!.Value.Command.Name.ShouldBe("staff");
        StaffCommand.Find(Locales.Shipped, "список участников open")!.Value.About.ShouldBe("open");
    }

    [Theory]
    [InlineData("/lst open", "list")]
    [InlineData("расылка", "send")]
    [InlineData("новое мероприятее", "new")]
    [InlineData("кестелерр", "tables")]
    [InlineData("ответ на вопрос", null)]
    [InlineData("да", null)]
    public void a_slip_is_told_from_other_words(string text, string? command) => StaffCommand.Near(Locales.Shipped, text).Select(c => c.Name).FirstOrDefault().ShouldBe(command);
}
