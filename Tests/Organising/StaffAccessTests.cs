using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Organising.Colleagues;
using GrantBot.Domain.People;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Organising;

/// <summary>Which role allows what, and where.</summary>
public sealed class StaffAccessTests
{
    private static readonly EventId Open = new(Guid.Parse("00000000-0000-0000-0000-000000000001")), Camp = new(Guid.Parse("00000000-0000-0000-0000-000000000002"));

    [Theory]
    [InlineData(StaffRole.Viewer, "Count")]
    [InlineData(StaffRole.Desk, "Count CheckIn")]
    [InlineData(StaffRole.Consultant, "Count Advise")]
    [InlineData(StaffRole.Organiser, "Count CheckIn Advise Organise")]
    [InlineData(StaffRole.Owner, "Count CheckIn Advise Organise Own")]
    [InlineData(StaffRole.None, "")]
    public void a_role_allows(StaffRole role, string rights) =>
        string.Join(' ', Enum.GetValues<Right>().Where(r => StaffAccess.Allows(role, r))).ShouldBe(rights);

    [Theory]
    [InlineData("", true, true, true)]
    [InlineData("p:004B", false, true, false)]
    [InlineData("e:00000000000000000000000000000002", false, false, true)]
    public void a_role_holds_for_what_it_was_given(string scope, bool everywhere, bool open, bool camp)
    {
        var access = new StaffAccess([new(StaffRole.Desk, StaffScope.Parse(scope)!.Value)]);
        (access.May(Right.CheckIn), access.May(Right.CheckIn, Open, "004b"), access.May(Right.CheckIn, Camp, "")).ShouldBe((everywhere, open, camp));
        (access.MaySome(Right.CheckIn), access.MaySome(Right.Organise)).ShouldBe((true, false));
        StaffScope.Parse(scope)!.Value.ToString().ShouldBe(scope);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("e:")]
    [InlineData("e:no")]
    public void a_scope_that_is_none_is_not_taken_for_everything(string text) => StaffScope.Parse(text).ShouldBeNull();

    [Fact]
    public void several_roles_allow_what_each_of_them_does()
    {
        var access = new StaffAccess([new(StaffRole.Organiser, new(null, Camp)), new(StaffRole.Viewer, StaffScope.All)]);
        (access.May(Right.Count, Open, ""), access.May(Right.Organise, Camp, ""), access.May(Right.Organise, Open, ""), access.MayIn(Right.Organise, "004B")).ShouldBe((true, true, false, false));
    }

    [Fact]
    public void every_fact_is_logged_or_it_is_said_why_not()
    {
        var facts = typeof(Fact).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).Select(t => t.Name).ToList();
        facts.Where(f => StaffDeeds.Logged.Contains(f) == StaffDeeds.NotLogged.Contains(f)).ShouldBeEmpty("in one list or the other");
        StaffDeeds.Logged.Concat(StaffDeeds.NotLogged).Except(facts).ShouldBeEmpty();
        foreach (var language in Texts.Languages)
            foreach (var kind in StaffDeeds.Logged.Except([nameof(Fact.PeopleSeen)]).Concat(["PeopleSeen.queue", "PeopleSeen.team", "PeopleSeen.desk", "PeopleSeen.doubles"]))
                Locales.Shipped["log." + kind, language].ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void every_command_stands_in_the_menu_or_needs_words_behind_it() =>
        StaffCommand.All.Select(c => c.Name).Except(StaffMenu.Reached).ShouldBe(["in", "code", "leave", "promote", "invite"]);

    [Theory]
    [InlineData("Стойка регистрации", "desk", "")]
    [InlineData("тіркеу үстелі", "desk", "")]
    [InlineData("Waiting for a decision", "reviews", "")]
    [InlineData("список open", "list", "open")]
    [InlineData("/LIST open", "list", "open")]
    public void a_command_has_natural_words_in_every_language(string text, string command, string about)
    {
        var found = StaffCommand.Find(Locales.Shipped, text);
        (found?.Command.Name, found?.About).ShouldBe((command, about));
    }

    [Fact]
    public void no_two_commands_answer_to_one_word()
    {
        foreach (var command in StaffCommand.All)
            foreach (var words in command.Slashed.Concat(Texts.Languages.Select(l => Locales.Shipped[command.Label, l])))
                StaffCommand.Find(Locales.Shipped, words)!.Value.Command.Name.ShouldBe(command.Name, words);
    }
}
