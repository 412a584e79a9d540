using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Localisation;

public sealed class KazakhEndingsTests
{
    // Native form of every hour's last spoken word: нөлге, бірге … on the full hour.
    private const string FullHours =
        "00:00-ге 01:00-ге 02:00-ге 03:00-ке 04:00-ке 05:00-ке 06:00-ға 07:00-ге 08:00-ге 09:00-ға 10:00-ға 11:00-ге " +
        "12:00-ге 13:00-ке 14:00-ке 15:00-ке 16:00-ға 17:00-ге 18:00-ге 19:00-ға 20:00-ға 21:00-ге 22:00-ге 23:00-ке";

    [Fact]
    public void every_full_hour_takes_the_ending_of_its_number() =>
        string.Join(' ', Enumerable.Range(0, 24).Select(h => KazakhEndings.ClockDative(new TimeOnly(h, 0)))).ShouldBe(FullHours);

    [Theory]
    [InlineData(15, "ке")]
    [InlineData(30, "ға")]
    [InlineData(45, "ке")]
    public void within_an_hour_the_minutes_decide_whatever_the_hour(int minute, string ending)
    {
        for (var hour = 0; hour < 24; hour++)
            KazakhEndings.ClockDative(new TimeOnly(hour, minute)).ShouldBe($"{hour:00}:{minute:00}-{ending}");
    }

    [Theory]
    [InlineData(10, "ға")]
    [InlineData(20, "ға")]
    [InlineData(40, "қа")]
    [InlineData(50, "ге")]
    [InlineData(5, "ке")]
    [InlineData(36, "ға")]
    [InlineData(59, "ға")]
    public void odd_minutes_follow_the_last_spoken_number(int minute, string ending) =>
        KazakhEndings.ClockDative(new TimeOnly(18, minute)).ShouldEndWith("-" + ending);

    [Fact]
    public void other_languages_leave_the_clock_alone() =>
        (Dates.Until(new TimeOnly(15, 0), "kk"), Dates.Until(new TimeOnly(15, 0), "ru"), Dates.Until(new TimeOnly(15, 0), "en")).ShouldBe(("15:00-ке", "15:00", "15:00"));
}
