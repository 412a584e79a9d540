using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Infrastructure.Surveys;

namespace GrantBot.Infrastructure.Storage;

/// <summary>Plans what an event's own times ask for; planned anew when the event moves.</summary>
internal static class EventDue
{
    /// <summary>Reminders; people who did not come.</summary>
    public const string Day = "remind.day", Hours = "remind.hours", NoShow = "noshow";

    /// <summary>Check-ins are entered for some time after the end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>Plans what still lies ahead; what lies behind was done, or is too late.</summary>
    public static void Plan(GrantBotDb db, EventRow row, DateTimeOffset now, TimeZoneInfo zone, SurveyTimes surveys)
    {
        Set(db, Day, row, Reminders.DayBefore(row.StartsAt, zone), now);
        Set(db, Hours, row, Reminders.HoursBefore(row.StartsAt, zone), now);
        Set(db, NoShow, row, row.Ends() + Patience, now);
        SurveyPlan.Follow(db, row, now, zone, surveys);
    }

    private static void Set(GrantBotDb db, string kind, EventRow row, DateTimeOffset? at, DateTimeOffset now)
    {
        if (row.CalledOff is null && at > now) DueRows.Set(db, kind, row.Id.Value, at.Value);
        else if (row.CalledOff is not null || at is null) DueRows.Drop(db, kind, row.Id.Value);
    }
}
