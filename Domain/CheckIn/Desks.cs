using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.CheckIn;

/// <summary>What staff do at a desk, wherever they asked for it.</summary>
internal static class Desks
{
    /// <summary>Whether the door is open; says why not.</summary>
    public static bool Opens(Script script, EventInfo e)
    {
        if (DoorHours.IsOpen(e, script.Context.Now, script.Context.Zone)) return true;
        if (e.CalledOff is { } why) script.Tell("ev.cancelled", ("event", e.Title.In(script.Language)), ("reason", why));
        else script.Tell("desk.early", ("event", e.Title.In(script.Language)), ("date", Dates.Short(DoorHours.FirstDay(e, script.Context.Zone))));
        return false;
    }

    /// <summary>Checks somebody in and says it shortly; the next name, number or code can be typed at once.</summary>
    public static void CheckIn(Script script, EventInfo e, DialogState.Desk desk, KnownRegistration holder, CheckInWay how) => AskNext(script, desk, Say(script, e, Session(script, desk, e), holder, how));

    /// <summary>Waits for the next one. What is typed there is a name, a number or a code, and never the position of a button.</summary>
    public static void AskNext(Script script, DialogState.Desk desk, IReadOnlyList<Option> undo)
    {
        script.Stay(desk);
        script.Ask(new Reply.Message(script.Text("desk.next")) { Options = [.. undo, script.Choice("btn.desk"), script.Choice("btn.walkin"), script.Choice("btn.menu")], TakesText = true });
    }

    /// <summary>The session somebody is checked in to: the one chosen today, else the one people are coming to.</summary>
    public static string Session(Script script, DialogState.Desk desk, EventInfo e) =>
        desk.Session is { } chosen && e.Sessions.Any(s => s.Code == chosen) && script.State.AskedAt is { } asked && script.Local(asked).Date == script.Local(script.Context.Now).Date
            ? chosen : DoorHours.Current(e, script.Context.Now);

    /// <summary>Checks somebody in, says what came of it, and offers to take it back.</summary>
    public static IReadOnlyList<Option> Say(Script script, EventInfo e, string session, KnownRegistration holder, CheckInWay how)
    {
        var came = CheckIns.Make(script, holder, session, how);
        var who = Who(script, e, session, holder);
        if (came is not { } at) { script.Tell("desk.noseat", ("who", who)); return []; }
        script.Tell(at.IsNew ? "desk.in" : "desk.already", ("who", who), ("time", CheckIns.Time(script, at.At)));
        return [script.Lasting("btn.uncheck", $"{Actions.Undo}.{holder.Id.Value:N}.{session}")];
    }

    /// <summary>Takes a check-in back; false when the registration is gone.</summary>
    public static bool Undo(Script script, string about)
    {
        var dot = about.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !Guid.TryParseExact(about[..dot], "N", out var id) || script.Know(new Need.Registration(new(id))) is not { } registration || !script.May(Right.CheckIn, registration.Event)) return false;
        var session = about[(dot + 1)..];
        var done = CheckIns.Undo(script, registration, session);
        if (script.Event(registration.Event) is { } e) script.Tell(done ? "desk.undone" : "desk.notin", ("who", Who(script, e, session, registration)));
        return true;
    }

    /// <summary>Name, number and team.</summary>
    private static string Who(Script script, EventInfo e, string session, KnownRegistration holder)
    {
        var team = holder.Team is null ? null : script.Know(new Need.Guests(e.Id, session)).FirstOrDefault(g => g.Id == holder.Id)?.Team;
        return script.Text(team is null ? "desk.who" : "desk.who.team", ("name", holder.FullName), ("no", holder.Number), ("team", team));
    }
}
