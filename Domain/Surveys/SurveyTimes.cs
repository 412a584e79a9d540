using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Surveys;

/// <summary>When surveys are put to people. Nobody is asked at night.</summary>
/// <param name="Satisfaction">Whether everybody who came to an event is asked how they liked it, without staff having to plan it.</param>
/// <param name="HoursAfter">How many hours after the end of an event.</param>
public sealed record SurveyTimes(bool Satisfaction = true, int HoursAfter = 2)
{
    /// <summary>Form of the survey that follows every event (6-forms.md, 6.3).</summary>
    public const string SatisfactionForm = "sat_event";

    /// <summary>How long a survey takes answers unless staff say otherwise.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(7);

    /// <summary>After so long those who have not answered are reminded, once (2-processes.md 2.3, 10).</summary>
    public static readonly TimeSpan RemindAfter = TimeSpan.FromHours(24);

    /// <summary>When a survey about an event opens.</summary>
    public DateTimeOffset OpensAt(DateTimeOffset eventEnds, TimeZoneInfo zone) => Reminders.ByDay(eventEnds.AddHours(HoursAfter), zone);

    /// <summary>When those who have not answered are reminded; null = it closes before.</summary>
    public static DateTimeOffset? RemindsAt(DateTimeOffset opensAt, DateTimeOffset closesAt, TimeZoneInfo zone) =>
        Reminders.ByDay(opensAt + RemindAfter, zone) is var at && at < closesAt ? at : null;
}
