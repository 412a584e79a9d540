using System.Globalization;
using GrantBot.Domain.Registration;

namespace GrantBot.Tests.Registration;

public sealed class ReminderTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");

    [Theory]
    [InlineData("05.04 11:00", "04.04 11:00")]
    [InlineData("05.04 08:00", "04.04 08:00")]
    [InlineData("05.04 07:30", "04.04 08:00")]
    [InlineData("05.04 00:30", "04.04 08:00")]
    [InlineData("05.04 21:59", "04.04 21:59")]
    [InlineData("05.04 22:30", "04.04 21:30")]
    public void a_day_before_but_never_at_night(string starts, string at) => Say(Reminders.DayBefore(Local(starts), Zone)).ShouldBe(at);

    [Theory]
    [InlineData("05.04 11:00", "05.04 09:00")]
    [InlineData("05.04 10:00", "05.04 08:00")]
    [InlineData("05.04 09:00", "05.04 08:00")]
    [InlineData("05.04 08:45", "05.04 08:00")]
    [InlineData("05.04 08:30", "never")]
    [InlineData("05.04 00:30", "never")]
    [InlineData("05.04 23:59", "05.04 21:59")]
    public void two_hours_before_or_in_the_morning_or_not_at_all(string starts, string at) =>
        (Reminders.HoursBefore(Local(starts), Zone) is { } when ? Say(when) : "never").ShouldBe(at);

    private static DateTimeOffset Local(string text) => new(DateTime.ParseExact(text + " 2026", "dd.MM HH:mm yyyy", CultureInfo.InvariantCulture), TimeSpan.FromHours(5));

    private static string Say(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("dd.MM HH:mm", CultureInfo.InvariantCulture);
}
