using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.CheckIn;

/// <summary>Participants check themselves in by the code of the day: typed, or by the link in the desk's poster.</summary>
internal static class DayCodes
{
    /// <summary>Takes a typed code; false when the text is none. While a form is being filled nothing is taken for a code.</summary>
    public static bool Take(Script script, string text)
    {
        if (script.State.Dialog is DialogState.Filling || TicketToken.Code(text) is not { } code) return false;
        if (Find(script, code) is { } found) { ComeTo(script, found.Event, found.Session); return true; }
        if (!code.Any(char.IsAsciiDigit) || !code.Any(char.IsAsciiLetter) || !OnNow(script).Any()) return false;
        script.Tell("ci.bad");
        script.AskAgain();
        return true;
    }

    /// <summary>Follows the poster's link.</summary>
    public static void Follow(Script script, string text)
    {
        if (TicketToken.Code(text) is { } code && Find(script, code) is { } found) { ComeTo(script, found.Event, found.Session); return; }
        script.Tell("ci.bad");
        script.Goto(new DialogState.Menu());
    }

    /// <summary>The links of a code in words: who registered in one chat is known there alone.</summary>
    public static string Link(Script script, string code) => LinkWords.Of(script, DeepLink.Day + code, several: "link.day") ?? "";

    private static IEnumerable<EventInfo> OnNow(Script script) => script.Events.Where(e => DoorHours.IsOn(e, script.Context.Now, script.Context.Zone));

    private static (EventInfo Event, string Session)? Find(Script script, string code)
    {
        var today = DoorHours.Day(script.Context.Now, script.Context.Zone);
        foreach (var e in OnNow(script))
        {
            var key = script.Know(new Need.DoorSecret(e.Id));
            foreach (var session in DoorHours.On(e, today, script.Context.Zone))
                if (key.DayCode(session, today) == code) return (e, session);
        }
        return null;
    }

    private static void ComeTo(Script script, EventInfo e, string session)
    {
        if (Eligibility.Existing(script, e) is not { } registration) { Stranger(script, e); return; }
        if (CheckIns.Make(script, registration, session, CheckInWay.DayCode) is not { } came) script.Tell("ci.noseat", ("event", e.Title.In(script.Language)));
        else Welcome(script, e, session, came.At, came.IsNew);
        script.Goto(new DialogState.Menu());
    }

    private static void Welcome(Script script, EventInfo e, string session, DateTimeOffset at, bool isNew)
    {
        var time = CheckIns.Time(script, at);
        if (!isNew) script.Tell("ci.already", ("time", time));
        else if (session.Length > 0) script.Tell("ci.ok.session", ("session", CheckIns.Title(script, e, session)), ("time", time));
        else script.Tell("ci.ok", ("time", time));
    }

    private static void Stranger(Script script, EventInfo e)
    {
        if (e.TakesRegistrations(script.Context.Now))
        {
            script.Tell("ci.notreg");
            script.Goto(new DialogState.EventCard(e.Id));
            return;
        }
        script.Tell("ci.desk", ("event", e.Title.In(script.Language)));
        script.Goto(new DialogState.Menu());
    }
}
