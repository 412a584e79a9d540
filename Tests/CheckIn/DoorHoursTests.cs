using GrantBot.Domain;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Tests.CheckIn;

public sealed class DoorHoursTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");
    private static readonly DateTimeOffset Starts = new(2026, 4, 5, 11, 0, 0, TimeSpan.FromHours(5));
    private static readonly Localised Title = new("а", "б", "c");

    private static EventInfo Event(params Session[] sessions) => new()
    {
        Id = new(Guid.Empty), Code = "open", Title = Title, Place = Title, StartsAt = Starts, EndsAt = Starts.AddHours(8), ClosesAt = Starts, ReplacesUntil = Starts, FormId = "reg_person", Sessions = sessions, Room = new SeatRoom([], null, new Dictionary<string, int>()),
    };

    [Theory]
    [InlineData("2026-04-04T23:59:00+05:00", false, false)]
    [InlineData("2026-04-05T00:00:00+05:00", true, true)]
    [InlineData("2026-04-05T23:59:00+05:00", true, true)]
    [InlineData("2026-04-06T00:00:00+05:00", false, true)]
    public void codes_hold_on_the_local_day_and_staff_may_type_lists_in_afterwards(string now, bool codes, bool staff)
    {
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        (DoorHours.IsOn(Event(), at, Zone), DoorHours.IsOpen(Event(), at, Zone)).ShouldBe((codes, staff));
    }

    [Fact]
    public void a_called_off_event_has_no_door() => DoorHours.IsOpen(Event() with { CalledOff = "боран" }, Starts, Zone).ShouldBeFalse();

    [Theory]
    [InlineData(-200, "day1")]
    [InlineData(0, "day1")]
    [InlineData(24 * 60 - 91, "day1")]
    [InlineData(24 * 60 - 90, "day2")]
    [InlineData(100 * 60, "day2")]
    public void people_come_to_the_session_that_begins_within_ninety_minutes(int minutes, string session) =>
        DoorHours.Current(Event(new Session("day1", Title, Starts), new Session("day2", Title, Starts.AddDays(1))), Starts.AddMinutes(minutes)).ShouldBe(session);

    [Fact]
    public void a_session_is_open_on_its_own_day_only()
    {
        var e = Event(new Session("day1", Title, Starts), new Session("day2", Title, Starts.AddDays(1)));
        DoorHours.On(e, new DateOnly(2026, 4, 6), Zone).ShouldBe(["day2"]);
        DoorHours.LastDay(e, Zone).ShouldBe(new DateOnly(2026, 4, 6));
        DoorHours.CodeDay(e, "day2", Starts.AddDays(-9), Zone).ShouldBe(new DateOnly(2026, 4, 6));
        DoorHours.CodeDay(Event(), "", Starts.AddDays(-9), Zone).ShouldBe(new DateOnly(2026, 4, 5));
    }
}
