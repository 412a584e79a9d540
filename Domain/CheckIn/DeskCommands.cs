using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.CheckIn;

/// <summary>/desk, /in and /code. The event may be left out while one alone is on today.</summary>
internal static class DeskCommands
{
    /// <summary>How long a link to the desk page waits to be opened.</summary>
    public static readonly TimeSpan LinkLives = TimeSpan.FromMinutes(10);

    /// <summary>"/desk open2026": who has come.</summary>
    public static void Desk(Script script, string query)
    {
        if (One(script, "desk", query) is not { } e) return;
        Globals.PutAside(script);
        script.Goto(new DialogState.Desk(e.Id));
    }

    /// <summary>"/code open2026": the code of the day.</summary>
    public static void Code(Script script, string query)
    {
        if (One(script, "code", query) is { } e) TellCode(script, e, DoorHours.Current(e, script.Context.Now));
    }

    /// <summary>"/in open2026 17", "/in open2026 K7M2QX", "/in open2026 Әлиева": the code of the event comes first.</summary>
    public static void In(Script script, string query)
    {
        var (first, rest) = query.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (query[..space], query[(space + 1)..].Trim()) : (query, "");
        var named = script.EventsFor(Right.CheckIn).FirstOrDefault(e => string.Equals(e.Code, first, StringComparison.OrdinalIgnoreCase));
        if (named is null && Today(script) is [var only]) (named, rest) = (only, query);
        if ((named ?? One(script, "in", first, alone: rest.Length == 0)) is not { } e) return;
        Globals.PutAside(script);
        var desk = new DialogState.Desk(e.Id);
        if (rest.Length == 0) script.Goto(desk);
        else DeskDialog.Search(script, e, desk, rest);
    }

    /// <summary>Says a session's code with the day it is good for, and its link.</summary>
    public static void TellCode(Script script, EventInfo e, string session)
    {
        var day = DoorHours.CodeDay(e, session, script.Context.Now, script.Context.Zone);
        var code = script.Know(new Need.DoorSecret(e.Id)).DayCode(session, day);
        var title = e.Title.In(script.Language) + (session.Length > 0 ? " – " + CheckIns.Title(script, e, session) : "");
        script.Tell("desk.code", ("event", title), ("code", code), ("date", Dates.Short(day)), ("link", DayCodes.Link(script, code)));
    }

    private static EventInfo? One(Script script, string command, string query, bool alone = true)
    {
        if (query.Length > 0) return StaffCommands.OneEvent(script, query, Right.CheckIn, alone ? command : null);
        if (Today(script) is [var only]) return only;
        EventChoice.Begin(script, command);
        return null;
    }

    private static List<EventInfo> Today(Script script) => [.. script.EventsFor(Right.CheckIn).Where(e => DoorHours.IsOn(e, script.Context.Now, script.Context.Zone))];
}
