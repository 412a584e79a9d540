using GrantBot.Domain.Registration;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Breakdowns;

namespace GrantBot.Tests.Indicators;

public sealed class RegistrationSetTests
{
    [Fact]
    public void a_person_of_three_events_is_one_person_and_three_registrations()
    {
        var set = RegistrationSet.Of([Given.Registration(1, 1), Given.Registration(1, 2), Given.Registration(1, 3), Given.Registration(2, 1)]);
        (set.People.Count, set.Active.Count).ShouldBe((2, 4));
    }

    [Fact]
    public void who_cancelled_and_came_back_is_registered_and_not_cancelled()
    {
        var set = RegistrationSet.Of([Given.Registration(1) with { Status = RegistrationStatus.Cancelled }, Given.Registration(1)]);
        (set.Active.Count, set.Gone.Count).ShouldBe((1, 0));
    }

    [Fact]
    public void who_cancelled_twice_is_cancelled_once()
    {
        var cancelled = Given.Registration(1) with { Status = RegistrationStatus.Cancelled };
        var set = RegistrationSet.Of([cancelled, cancelled with { RegisteredAt = Given.Start.AddDays(1) }]);
        (set.Active.Count, set.People.Count, set.Gone.Count).ShouldBe((0, 0, 1));
    }

    [Fact]
    public void a_birthday_between_two_events_does_not_move_the_person_to_another_band()
    {
        var first = Given.Registration(1, 1).With(c => c with { Age = 16 });
        var second = Given.Registration(1, 2).With(c => c with { Age = 17 }) with { RegisteredAt = first.RegisteredAt.AddDays(1) };
        RegistrationSet.Of([second, first]).People.Rows.ShouldHaveSingleItem().Key.Age.ShouldBe(16);
    }

    [Fact]
    public void states_are_numbered_from_nought_without_a_gap_so_that_a_tally_has_a_place_for_each()
    {
        var all = Enum.GetValues<RegistrationStatus>();
        all.Select(s => (int)s).ShouldBe(Enumerable.Range(0, all.Length));
    }

    [Fact]
    public void the_order_of_reading_does_not_matter()
    {
        var facts = Enumerable.Range(0, 60).Select(i => Given.Registration(i % 7, i % 5).With(c => c with { Age = 10 + i }) with { RegisteredAt = Given.Start }).ToList();
        var forth = RegistrationSet.Of(facts.DistinctBy(f => (f.Person, f.Event)));
        var back = RegistrationSet.Of(facts.DistinctBy(f => (f.Person, f.Event)).Reverse());
        back.People.Rows.ToHashSet().SetEquals(forth.People.Rows).ShouldBeTrue();
    }

    [Fact]
    public void of_those_who_came_a_person_is_who_they_were_when_they_registered_for_what_they_came_to()
    {
        var missed = Given.Registration(1, 1).With(c => c with { Age = 16 }) with { Status = RegistrationStatus.NoShow };
        var seen = Given.Registration(1, 2).With(c => c with { Age = 17 }) with { Status = RegistrationStatus.Attended, RegisteredAt = missed.RegisteredAt.AddDays(1) };
        var set = RegistrationSet.Of([missed, seen]);
        set.People.Rows.ShouldHaveSingleItem().Key.Age.ShouldBe(16);
        set.WhoCame!.People.Rows.ShouldHaveSingleItem().Key.Age.ShouldBe(17);
        RegistrationSet.Of([missed]).WhoCame.ShouldBeNull();
    }

    [Fact]
    public void registrations_that_share_their_codes_and_those_with_codes_of_their_own_count_the_same()
    {
        var codes = Given.Registration(1).Codes;
        CodesTally shared = new(Enumerable.Repeat(codes, 5)), own = new(Enumerable.Range(0, 5).Select(_ => codes with { }));
        (shared.Count, own.Count, shared.Rows.Count(), own.Rows.Count()).ShouldBe((5, 5, 1, 5));
        new ByGender().Count(shared).Rows.ShouldBe(new ByGender().Count(own).Rows);
    }
}
