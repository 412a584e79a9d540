using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using static GrantBot.Domain.Registration.RegistrationStatus;
using static GrantBot.Domain.Registration.Teams.MemberStanding;

namespace GrantBot.Tests.Registration.Teams;

/// <summary>The rules of teams, one by one and in two thousand lives of a team.</summary>
public sealed class TeamRulesTests
{
    [Fact]
    public void a_team_is_whole_when_every_place_is_ready() => TeamRules.Look(Draft, false, [Ready, Ready], 2, final: false).ShouldBe(new(Confirmed, false));

    [Fact]
    public void a_team_without_seats_waits_when_it_is_whole() => TeamRules.Look(Draft, true, [Ready, Ready], 2, final: false).ShouldBe(new(Waitlisted, false));

    [Fact]
    public void somebody_who_has_not_confirmed_keeps_it_a_draft() => TeamRules.Look(Draft, false, [Ready, Ready, Named], 2, final: false).ShouldBe(new(Draft, false));

    [Fact]
    public void a_guardian_who_has_not_agreed_keeps_it_a_draft() => TeamRules.Look(Draft, false, [Ready, Waiting], 2, final: false).ShouldBe(new(Draft, false));

    [Fact]
    public void a_member_who_leaves_makes_it_a_draft_again() => TeamRules.Look(Confirmed, false, [Ready, Ready, Open], 2, final: false).ShouldBe(new(Draft, false));

    [Fact]
    public void at_the_end_it_goes_on_with_those_who_are_enough() => TeamRules.Look(Draft, false, [Ready, Named, Ready], 2, final: true).ShouldBe(new(Confirmed, true));

    [Fact]
    public void at_the_end_too_few_are_out() => TeamRules.Look(Draft, false, [Ready, Waiting, Named], 2, final: true).ShouldBe(new(Cancelled, false));

    [Fact]
    public void nobody_follows_a_team_without_seats_into_a_seat() =>
        Enum.GetValues<RegistrationStatus>().ShouldAllBe(member => TeamRules.Follows(Waitlisted, true, member) != Confirmed && TeamRules.Follows(Draft, true, member) != Confirmed && TeamRules.Follows(Offered, false, member) != Confirmed);

    [Fact]
    public void everybody_follows_a_team_that_is_over() =>
        Enum.GetValues<RegistrationStatus>().Where(member => member is not Cancelled).ShouldAllBe(member => TeamRules.Follows(Cancelled, false, member) == Cancelled);

    [Fact]
    public void a_member_follows_only_where_a_registration_may_go()
    {
        foreach (var (team, member, queued) in from t in Enum.GetValues<RegistrationStatus>() from m in new[] { WaitingConsent, Confirmed, Waitlisted, Offered } from q in new[] { true, false } select (t, m, q))
            if (TeamRules.Follows(team, queued, member) is { } to) RegistrationMoves.May(member, to).ShouldBeTrue($"{team} {member} {to}");
    }

    [Fact]
    public void every_look_at_a_team_is_a_move_it_may_make()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var status = new[] { Draft, Waitlisted, Offered, Confirmed }[random.Next(4)];
            var queued = status is Waitlisted || (status is Draft && random.Next(2) == 0);
            var places = Enumerable.Range(0, random.Next(0, 6)).Select(_ => (MemberStanding)random.Next(4)).ToList();
            var min = random.Next(1, 4);
            var step = TeamRules.Look(status, queued, places, min, random.Next(2) == 0);
            (step.To == status || TeamMoves.May(status, step.To)).ShouldBeTrue();
            if (step.To is Confirmed or Waitlisted or Offered) places.Count(p => p is Ready).ShouldBeGreaterThanOrEqualTo(min);
            if (step.To is Confirmed or Waitlisted or Offered && !step.Shrinks) places.ShouldAllBe(p => p == Ready);
        }
    }

    [Theory]
    [InlineData("Әлиева Сана, +7 700 000 00 00", "Әлиева", "Сана", "+77000000000")]
    [InlineData("Алиева Сана 8 (700) 000-00-00", "Алиева", "Сана", "+77000000000")]
    [InlineData("O’Neil Mary-Ann; 77000000000", "O’Neil", "Mary-Ann", "+77000000000")]
    public void a_member_is_read_from_one_message(string typed, string surname, string given, string phone) => NamedMember.Read(typed, out _).ShouldBe(new(surname, given, phone));

    [Theory]
    [InlineData("Әлиева Сана", "e.t.member")]
    [InlineData("+7 700 000 00 00", "e.t.member")]
    [InlineData("Сана, +7 700 000 00 00", "e.t.member")]
    [InlineData("=HYPERLINK(1) x, +7 700 000 00 00", "e.t.member")]
    [InlineData("Әлиева Сана, 12345", "e.phone")]
    [InlineData("Әлиева Сана, +44 20 7946 0000", "e.phone.foreign")]
    public void what_is_no_member_is_said_kindly(string typed, string key)
    {
        NamedMember.Read(typed, out var problem).ShouldBeNull();
        problem.ShouldBe(key);
    }

    [Theory]
    [InlineData("k7m2qx", "K7M2QX")]
    [InlineData(" К7М-2QХ ", "K7M2QX")]
    [InlineData("K7M2Q", "")]
    [InlineData("Қыран7", "")]
    public void a_code_is_read_however_it_is_typed(string typed, string code) => TeamCode.Read(typed).ShouldBe(code);
}
