using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.CheckIn;

/// <summary>Checks somebody in, once for each session, and takes it back.</summary>
internal static class CheckIns
{
    /// <summary>Records that somebody came; the moment they came first, and whether that is now. Null when they hold no seat.</summary>
    public static (DateTimeOffset At, bool IsNew)? Make(Script script, KnownRegistration registration, string session, CheckInWay how)
    {
        if (script.Know(new Need.Attendance(registration.Id)).FirstOrDefault(a => a.Session == session) is { } before) return (before.At, false);
        if (!registration.Status.IsConfirmed()) return null;
        var now = script.Context.Now;
        script.Record(new Fact.CheckedIn(registration.Id, registration.Event, registration.Person, session, how, now));
        if (registration.Status is not RegistrationStatus.Attended) OfferAnswers.Move(script, registration, RegistrationStatus.Attended, MoveReason.CheckedIn);
        return (now, true);
    }

    /// <summary>Takes a check-in back; false when there is none. Who was seen at no other session is expected again.</summary>
    public static bool Undo(Script script, KnownRegistration registration, string session)
    {
        var seen = script.Know(new Need.Attendance(registration.Id));
        if (seen.All(a => a.Session != session)) return false;
        script.Record(new Fact.CheckInUndone(registration.Id, registration.Event, registration.Person, session));
        if (seen.Count == 1 && registration.Status is RegistrationStatus.Attended) OfferAnswers.Move(script, registration, RegistrationStatus.Confirmed, MoveReason.CheckInUndone);
        return true;
    }

    /// <summary>The time of day; with the date when it was not today.</summary>
    public static string Time(Script script, DateTimeOffset at)
    {
        var local = script.Local(at);
        return local.Date == script.Local(script.Context.Now).Date ? Dates.Time(TimeOnly.FromDateTime(local.DateTime)) : Dates.Moment(local);
    }

    /// <summary>The title of a session; "" where the event is one.</summary>
    public static string Title(Script script, EventInfo e, string session) => e.Sessions.FirstOrDefault(s => s.Code == session)?.Title.In(script.Language) ?? "";
}
