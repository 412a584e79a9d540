using System.Globalization;
using GrantBot.Domain.Consultations;

namespace GrantBot.Tests.Consultations;

/// <summary>When staff are at work, and by when they answer. 2026-03-02 is a Monday.</summary>
public sealed class WorkingHoursTests
{
    [Theory]
    [InlineData("Mon-Fri 09:00-18:00", "2026-03-02 09:00", true)]
    [InlineData("Mon-Fri 09:00-18:00", "2026-03-02 08:59", false)]
    [InlineData("Mon-Fri 09:00-18:00", "2026-03-06 17:59", true)]
    [InlineData("Mon-Fri 09:00-18:00", "2026-03-06 18:00", false)]
    [InlineData("Mon-Fri 09:00-18:00", "2026-03-07 12:00", false)]
    [InlineData("Mon-Fri 09:00-18:00, Sat 10:00-14:00", "2026-03-07 12:00", true)]
    [InlineData("sun 10:00-14:00", "2026-03-01 10:00", true)]
    public void staff_are_at_work_within_their_hours(string hours, string at, bool open) => WorkingHours.Read(hours)!.IsOpen(Local(at)).ShouldBe(open);

    [Theory]
    [InlineData("2026-03-02 10:00", 4, "2026-03-02 14:00")]
    [InlineData("2026-03-02 16:00", 8, "2026-03-03 15:00")]
    [InlineData("2026-03-06 17:30", 1, "2026-03-09 09:30")]
    [InlineData("2026-03-07 12:00", 9, "2026-03-09 18:00")]
    [InlineData("2026-03-02 10:00", 20, "2026-03-04 12:00")]
    public void an_answer_is_due_after_so_many_working_hours(string from, int hours, string by) =>
        new ConsultationTimes(WorkingHours.Usual, hours).AnswerBy(Local(from)).ShouldBe(Local(by));

    [Theory]
    [InlineData("2026-03-02 12:00", "2026-03-02 12:00")]
    [InlineData("2026-03-02 07:00", "2026-03-02 09:00")]
    [InlineData("2026-03-06 20:00", "2026-03-09 09:00")]
    public void staff_are_back_at_the_next_opening(string from, string next) => WorkingHours.Usual.Next(Local(from)).ShouldBe(Local(next));

    [Theory]
    [InlineData("")]
    [InlineData("Mon-Fri")]
    [InlineData("Fri-Mon 09:00-18:00")]
    [InlineData("Mon-Fri 18:00-09:00")]
    [InlineData("Mon-Fri 9-18")]
    [InlineData("Mon-Fri 09:00-18:00-20:00")]
    [InlineData("Montag 09:00-18:00")]
    public void what_cannot_be_read_is_refused(string hours) => WorkingHours.Read(hours).ShouldBeNull();

    [Fact]
    public void days_of_equal_hours_stand_together() =>
        WorkingHours.Read("Mon-Fri 09:00-18:00, Sat 10:00-14:00")!.Spans().Select(s => (s.First, s.Last, s.From.Hour)).ShouldBe([(0, 4, 9), (5, 5, 10)]);

    private static DateTimeOffset Local(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(5));
}
