using FsCheck;
using FsCheck.Fluent;
using GrantBot.Domain.Organising.Digests;

namespace GrantBot.Tests.Organising;

public sealed class DigestTimeTests
{
    private static readonly TimeZoneInfo[] Zones = [.. new[] { "Asia/Aqtau", "Asia/Almaty", "UTC", "Europe/Berlin" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    [Fact]
    public void the_next_time_lies_ahead_within_a_week_on_the_day_and_at_the_time_asked() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(0, (7 * 1440) - 1).ToArbitrary(), Gen.Choose(0, Zones.Length - 1).ToArbitrary(), (seconds, minute, zone) =>
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
            var at = new DigestTime((DayOfWeek)(minute / 1440), new TimeOnly(minute % 1440 / 60, minute % 60));
            var next = at.Next(now, Zones[zone]);
            (next > now && next <= now.AddDays(7).AddHours(1)).ShouldBeTrue();
            (next.DayOfWeek, TimeOnly.FromDateTime(next.DateTime)).ShouldBe((at.Day, at.Time));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Mon 09:00", DayOfWeek.Monday, 9)]
    [InlineData("sun 23:00", DayOfWeek.Sunday, 23)]
    public void a_day_and_a_time_are_read(string text, DayOfWeek day, int hour) => DigestTime.Read(text).ShouldBe(new DigestTime(day, new TimeOnly(hour, 0)));

    [Theory]
    [InlineData("")]
    [InlineData("Mon")]
    [InlineData("Mo 09:00")]
    [InlineData("Mon 9")]
    [InlineData("Mon 25:00")]
    [InlineData("Дүй 09:00")]
    [InlineData("Mon 09:00 10:00")]
    public void anything_else_is_not(string text) => DigestTime.Read(text).ShouldBeNull();
}
