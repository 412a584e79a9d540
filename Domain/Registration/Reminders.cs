using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration;

/// <summary>
/// Reminders of an event: a day before, with "I'll be there / I can't come", and two hours before. None at night, none to those who said
/// stop or did not want any.
/// </summary>
public static class Reminders
{
    private static readonly TimeOnly Morning = new(8, 0), Evening = new(21, 30), Night = new(22, 0);

    /// <summary>A reminder shortly before the start makes sense down to this.</summary>
    private static readonly TimeSpan Last = TimeSpan.FromMinutes(45);

    /// <summary>When to remind a day before: what would fall into the night moves to the evening before it, or to the morning after.</summary>
    public static DateTimeOffset DayBefore(DateTimeOffset startsAt, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(startsAt, zone).AddDays(-1);
        var time = TimeOnly.FromDateTime(at.DateTime);
        return time < Morning ? Today(at, Morning) : time >= Night ? Today(at, Evening) : at;
    }

    /// <summary>The moment itself, or the next morning where it falls into the night: for what may wait.</summary>
    public static DateTimeOffset ByDay(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(moment, zone);
        var time = TimeOnly.FromDateTime(at.DateTime);
        return time < Morning ? Today(at, Morning) : time >= Night ? Today(at.AddDays(1), Morning) : at;
    }

    /// <summary>When to remind two hours before; null = it would be at night.</summary>
    public static DateTimeOffset? HoursBefore(DateTimeOffset startsAt, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(startsAt, zone).AddHours(-2);
        var time = TimeOnly.FromDateTime(at.DateTime);
        if (time >= Night) return null;
        if (time >= Morning) return at;
        return Today(at, Morning) is var morning && startsAt - morning >= Last ? morning : null;
    }

    /// <summary>Says it, as it is true at this moment.</summary>
    internal static void Tell(Script script, Notice.Reminder reminder)
    {
        if (script.State.Muted || script.Know(new Need.Registration(reminder.Registration)) is not { Status: RegistrationStatus.Confirmed } registration) return;
        if (script.Event(registration.Event) is not { CalledOff: null } e || e.StartsAt <= script.Context.Now) return;
        var days = script.Local(e.StartsAt).Date.Subtract(script.Local(script.Context.Now).Date).Days;
        if (days > 1) return; // it was moved meanwhile
        var (key, use) = days == 1 ? ("rem.day", ApprovedTemplate.RemindsDay) : (IsInTwoHours(script, e) ? "rem.hour" : "rem.today", ApprovedTemplate.RemindsHour);
        var words = Notices.Words(script, e);
        var text = script.Text(key, words);
        if (days == 1 && registration.Ticket is { } ticket) text += "\n" + script.Text("rem.ticket", ("code", ticket));
        script.Inform(new Reply.Message(text)
        {
            Options = days == 1 ? ComingAnswers.Options(script, registration.Id) : [], Compact = true,
            Template = ApprovedTemplate.Of(use, words),
        });
        if (days == 1 && Tickets.Has(script, registration, e)) script.Record(new Fact.TicketDue(registration.Id, registration.Person, script.Language));
    }

    private static bool IsInTwoHours(Script script, EventInfo e) => Math.Abs((e.StartsAt - script.Context.Now - TimeSpan.FromHours(2)).TotalMinutes) < 10;

    private static DateTimeOffset Today(DateTimeOffset at, TimeOnly time) => new(at.Date.Add(time.ToTimeSpan()), at.Offset);
}
