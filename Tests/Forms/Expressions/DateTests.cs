using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Tests.Forms.Expressions;

public sealed class DateTests
{
    [Fact]
    public void Before_dawn_in_Almaty_it_is_already_today_there()
    {
        var night = Household.Scope() with { Now = new DateTimeOffset(2026, 3, 14, 20, 0, 0, TimeSpan.Zero) };

        Household.Read("today()").Evaluate(night).AsText().ShouldBe("2026-03-15");
        Household.Read("number(today()) = number(now())").Evaluate(night).ShouldBe(Value.True);
    }
}
