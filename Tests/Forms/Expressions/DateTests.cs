using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Tests.Forms.Expressions;

public sealed class DateTests
{
    [Theory]
    [InlineData("today()", "2026-03-15")]
    [InlineData("now()", "2026-03-15T10:30:00.000+05:00")]
    [InlineData("date('2026-03-20') - today()", "5")]
    [InlineData("today() - /data/born", "13041")]
    [InlineData("int((today() - /data/born) div 365.25)", "35")]
    [InlineData("date(today() + 7)", "2026-03-22")]
    [InlineData("today() > '2026-03-14'", "true")]
    [InlineData("today() = '2026-03-15'", "true")]
    [InlineData("today() = date('2026-03-15')", "true")]
    [InlineData("/data/born < today()", "true")]
    [InlineData("/data/blank < today()", "false")]
    [InlineData("today() + 1 = '2026-03-16'", "true")]
    [InlineData("today() + 1 = date('2026-03-16')", "true")]
    [InlineData("now() > today()", "true")]
    [InlineData("date('2026-02-30')", "''")]
    [InlineData("date('soon')", "''")]
    [InlineData("date-time('2026-03-15T05:30:00Z') = now()", "true")]
    [InlineData("date('')", "''")]
    [InlineData("number('2026-02-30')", "NaN")]
    [InlineData("format-date('2026-03-05', '%d.%m.%Y %e/%n/%y %a %b')", "'05.03.2026 5/3/26 Thu Mar'")]
    [InlineData("format-date-time('2026-03-05T09:07:03.045+05:00', '%H:%M:%S.%3 %h')", "'09:07:03.045 9'")]
    [InlineData("format-date-time('2026-03-05T04:07:00Z', '%H:%M')", "'09:07'")]
    [InlineData("format-date('', '%d')", "''")]
    [InlineData("decimal-date-time('1970-01-02T00:00:00Z')", "1")]
    [InlineData("decimal-time('12:00:00')", "0.5")]
    [InlineData("round(decimal-time('12:00:00Z') * 24, 6)", "17")]
    [InlineData("decimal-time('25:00')", "NaN")]
    public void Dates_are_local_dates(string expression, string value) => Household.Evaluate(expression).ShouldBe(value);

    [Fact]
    public void Before_dawn_in_Almaty_it_is_already_today_there()
    {
        var night = Household.Scope() with { Now = new DateTimeOffset(2026, 3, 14, 20, 0, 0, TimeSpan.Zero) };

        Household.Read("today()").Evaluate(night).AsText().ShouldBe("2026-03-15");
        Household.Read("number(today()) = number(now())").Evaluate(night).ShouldBe(Value.True);
    }
}
