using GrantBot.Domain.Programme;

namespace GrantBot.Domain.CheckIn;

/// <summary>When somebody can be checked in, and to which session. Days are local.</summary>
public static class DoorHours
{
    /// <summary>So long before a session starts, check-in is for it and not for the one before.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(90);

    /// <summary>The first day of an event.</summary>
    public static DateOnly FirstDay(EventInfo e, TimeZoneInfo zone) => Day(Starts(e).Min(), zone);

    /// <summary>The last day of an event.</summary>
    public static DateOnly LastDay(EventInfo e, TimeZoneInfo zone) => Day(Starts(e).Append(e.EndsAt).Max(), zone);

    /// <summary>The event takes place on this very day: codes of the day are good.</summary>
    public static bool IsOn(EventInfo e, DateTimeOffset now, TimeZoneInfo zone) =>
        e.CalledOff is null && Day(now, zone) is var today && today >= FirstDay(e, zone) && today <= LastDay(e, zone);

    /// <summary>Staff may check people in: from the first day on, and later too, since lists kept on paper are typed in afterwards.</summary>
    public static bool IsOpen(EventInfo e, DateTimeOffset now, TimeZoneInfo zone) => e.CalledOff is null && Day(now, zone) >= FirstDay(e, zone);

    /// <summary>Code of the session people are coming to: the last that has begun or begins within 90 minutes, else the first. "" where the event is one.</summary>
    public static string Current(EventInfo e, DateTimeOffset now)
    {
        if (e.Sessions.Count == 0) return "";
        var ordered = e.Sessions.OrderBy(s => s.StartsAt ?? e.StartsAt).ToList();
        return (ordered.LastOrDefault(s => (s.StartsAt ?? e.StartsAt) - Ahead <= now) ?? ordered[0]).Code;
    }

    /// <summary>Sessions whose code of the day is good on a day.</summary>
    public static IEnumerable<string> On(EventInfo e, DateOnly day, TimeZoneInfo zone) =>
        e.Sessions.Count == 0 ? [""] : e.Sessions.Where(s => s.StartsAt is not { } starts || Day(starts, zone) == day).Select(s => s.Code);

    /// <summary>The day a session's code is printed for: its own, else today while the event is on, else the nearest day of the event.</summary>
    public static DateOnly CodeDay(EventInfo e, string session, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (e.Sessions.FirstOrDefault(s => s.Code == session)?.StartsAt is { } starts) return Day(starts, zone);
        var (today, first, last) = (Day(now, zone), FirstDay(e, zone), LastDay(e, zone));
        return today < first ? first : today > last ? last : today;
    }

    /// <summary>The local day of a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static IEnumerable<DateTimeOffset> Starts(EventInfo e) => e.Sessions.Where(s => s.StartsAt is not null).Select(s => s.StartsAt!.Value).Append(e.StartsAt);
}
