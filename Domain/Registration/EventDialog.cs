using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration;

/// <summary>The list of open events, and one event's card.</summary>
internal sealed class EventDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (dialog is DialogState.EventCard card) { OpenCard(script, card.Event); return; }
        var open = script.Events.Where(e => e.TakesRegistrations(script.Context.Now)).ToList();
        if (open.Count == 0)
        {
            script.Say(script.Text("ev.none.now"));
            script.Goto(new DialogState.Menu());
            return;
        }
        var lines = open.Select((e, i) => $"{i + 1}. {Line(script, e)}");
        script.Ask(script.Text("ev.list") + "\n" + string.Join("\n", lines), [.. open.Select(e => new Option(e.Code, e.Title.In(script.Language))), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (dialog)
        {
            case DialogState.EventCard card: TakeCard(script, card, heard); break;
            case var _ when heard.Id == "btn.menu": script.Goto(new DialogState.Menu()); break;
            case var _ when heard.Id is { } id && script.Events.FirstOrDefault(e => e.Code == id) is { } chosen: script.Goto(new DialogState.EventCard(chosen.Id)); break;
            default: script.Tell("unknown"); script.Goto(new DialogState.ChooseEvent()); break;
        }
    }

    /// <summary>An event in one line: what, when, where, and that it is full.</summary>
    private static string Line(Script script, EventInfo e)
    {
        var line = $"{e.Title.In(script.Language)} – {Dates.Short(DateOnly.FromDateTime(script.Local(e.StartsAt).DateTime))}, {e.Place.In(script.Language)}";
        return e.Free == 0 ? $"{line} ({script.Text("ev.full")})" : line;
    }

    private static void OpenCard(Script script, EventId id)
    {
        if (script.Event(id) is not { } e) { script.Goto(new DialogState.ChooseEvent()); return; }
        var starts = script.Local(e.StartsAt);
        var closes = script.Local(e.ClosesAt);
        if (Eligibility.Existing(script, e) is { } existing) { AlreadyRegistered(script, existing); return; }
        if (!e.TakesRegistrations(script.Context.Now))
        {
            if (e.CalledOff is { } why) script.Tell("ev.cancelled", ("event", e.Title.In(script.Language)), ("reason", why));
            else if (e.OpensAt is { } opens && script.Context.Now < opens) script.Tell("reg.notyet", ("event", e.Title.In(script.Language)), ("time", Dates.Moment(script.Local(opens))));
            else script.Tell(script.Context.Now > e.ClosesAt ? "reg.closed.brief" : "reg.closed.now", ("event", e.Title.In(script.Language)), ("deadline", Dates.Moment(closes)));
            script.Goto(new DialogState.ChooseEvent());
            return;
        }
        var card = script.Text(e.Capacity is null ? "ev.card.open" : "ev.card",
            ("title", e.Title.In(script.Language)), ("date", Dates.WithWeekday(DateOnly.FromDateTime(starts.DateTime), script.Language)), ("time", Dates.Time(TimeOnly.FromDateTime(starts.DateTime))),
            ("place", e.Place.In(script.Language)), ("who", Ages(script, e)), ("free", e.Free), ("cap", Math.Min(e.Capacity ?? 0, e.Quotas.Count > 0 ? e.Quotas.Sum(q => q.Seats) : int.MaxValue)), ("deadline", Dates.Until(closes, script.Language)));
        if (Seats(script, e) is { } seats) card += "\n" + seats;
        if (e.TeamSize is { } size)
        {
            script.Ask(new Reply.Message(card + "\n" + script.Text("t.size", ("min", size.Min), ("max", size.Max))) { Options = [script.Choice("btn.team"), script.Choice("btn.teamcode"), script.Choice("btn.back")] });
            return;
        }
        script.Ask(new Reply.Message(card) { Options = [script.Choice(e.Free == 0 ? "btn.queue" : "btn.register"), script.Choice("btn.back")], Compact = true });
    }

    private static void TakeCard(Script script, DialogState.EventCard card, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.team" or "btn.teamcode": script.Goto(new DialogState.TeamBeginning(card.Event, heard.Id == "btn.teamcode")); break;
            case "btn.register" or "btn.queue": ConsentDialog.Begin(script, card.Event, card.ByGuardian); break;
            case "btn.back": script.Goto(new DialogState.ChooseEvent()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Says the number a person already has for the event.</summary>
    public static void AlreadyRegistered(Script script, KnownRegistration existing)
    {
        script.Remember(s => s with { Unfinished = null });
        script.Tell("reg.dup", ("no", existing.Number), ("date", Dates.Short(DateOnly.FromDateTime(script.Local(existing.At).DateTime))));
        script.Goto(new DialogState.Menu());
    }

    /// <summary>Follows a lasting button; false when there is no such event. One that has filled up meanwhile is shown first, with its waitlist.</summary>
    public static bool Begin(Script script, string code)
    {
        if (script.Events.FirstOrDefault(e => e.Code == code) is not { } e) return false;
        Globals.PutAside(script);
        if (e.Free == 0 || !e.TakesRegistrations(script.Context.Now) || Eligibility.Existing(script, e) is not null) script.Goto(new DialogState.EventCard(e.Id));
        else ConsentDialog.Begin(script, e.Id, byGuardian: false);
        return true;
    }

    /// <summary>Seats by quota, or that there are none left and one can wait.</summary>
    private static string? Seats(Script script, EventInfo e)
    {
        if (e.Quotas.Count > 0) return string.Join("\n", e.Quotas.Select(q => script.Text("ev.quota", ("quota", q.Title.In(script.Language)), ("free", e.FreeIn(q)), ("cap", q.Seats))));
        return e.Free == 0 ? script.Text("ev.queue", ("n", e.Waiting)) : null;
    }

    private static string Ages(Script script, EventInfo e) => (e.MinAge, e.MaxAge) switch
    {
        (null, null) => script.Text("ev.who.all"),
        ({ } min, null) => script.Text("ev.who.from", ("min", min)),
        (null, { } max) => script.Text("ev.who.to", ("max", max)),
        var (min, max) => script.Text("ev.who", ("min", min), ("max", max)),
    };
}
