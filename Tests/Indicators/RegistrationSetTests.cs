using GrantBot.Domain.Registration;
using GrantBot.Domain.Indicators;

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
        (set.Active.Count, set.Cancelled).ShouldBe((1, 0));
    }

    [Fact]
    public void who_cancelled_twice_is_cancelled_once()
    {
        var cancelled = Given.Registration(1) with { Status = RegistrationStatus.Cancelled };
        var set = RegistrationSet.Of([cancelled, cancelled with { RegisteredAt = Given.Start.AddDays(1) }]);
        (set.Active.Count, set.People.Count, set.Cancelled).ShouldBe((0, 0, 1));
    }

    [Fact]
    public void a_birthday_between_two_events_does_not_move_the_person_to_another_band()
    {
        var first = Given.Registration(1, 1) with { Age = 16 };
        var second = Given.Registration(1, 2) with { Age = 17, RegisteredAt = first.RegisteredAt.AddDays(1) };
        RegistrationSet.Of([second, first]).People.ShouldHaveSingleItem().Age.ShouldBe(16);
    }

    [Fact]
    public void the_order_of_reading_does_not_matter()
    {
        var facts = Enumerable.Range(0, 60).Select(i => Given.Registration(i % 7, i % 5) with { Age = 10 + i, RegisteredAt = Given.Start }).ToList();
        var forth = RegistrationSet.Of(facts.DistinctBy(f => (f.Person, f.Event)));
        var back = RegistrationSet.Of(facts.DistinctBy(f => (f.Person, f.Event)).Reverse());
        back.People.ToHashSet().SetEquals(forth.People).ShouldBeTrue();
    }
}
