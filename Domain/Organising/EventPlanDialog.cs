using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Venues;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising;

/// <summary>Staff look at an event and change it: seats, day and place, registration open or closed, called off. Whoever is concerned is told a minute later; how many that are is said before.</summary>
internal sealed class EventPlanDialog : IDialog
{
    private const int MostSeats = 100_000, LongestWords = 200;

    public void Open(Script script, DialogState dialog)
    {
        var plan = (DialogState.EventPlan)dialog;
        if (script.Event(plan.Event) is not { } e || !script.May(Right.CheckIn, e)) { script.Goto(new DialogState.Menu()); return; }
        switch (plan.Step)
        {
            case PlanStep.Card: AskCard(script, e); break;
            case PlanStep.Seats: Ask(script, "plan.seats.ask", "btn.unlimited"); break;
            case PlanStep.Start: Ask(script, "plan.start.ask"); break;
            case PlanStep.Place: AskPlace(script); break;
            case PlanStep.Reason: Ask(script, "plan.reason.ask"); break;
            default: Confirm(script, PlanChanging.Question(script, e, plan)); break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var plan = (DialogState.EventPlan)dialog;
        if (!script.May(Right.CheckIn, plan.Event) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (script.Event(plan.Event) is not { } e) { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id is "btn.back" or "btn.no") { script.Goto(new DialogState.EventPlan(plan.Event)); return; }
        if (plan.Step is PlanStep.Card) { TakeCard(script, e, heard); return; }
        if (!script.May(Right.Organise, plan.Event)) { Denied(script); return; }
        switch (plan.Step)
        {
            case PlanStep.Seats: TakeSeats(script, plan, heard); break;
            case PlanStep.Start: TakeStart(script, plan, heard); break;
            case PlanStep.Place when Guid.TryParseExact(heard.Id, "N", out var id) && VenuesDialog.Find(script, id) is { } venue: script.Goto(plan with { Step = PlanStep.Moving, Venue = venue.Id }); break;
            case PlanStep.Place: TakeWords(script, heard, words => plan with { Step = PlanStep.Moving, Words = words }); break;
            case PlanStep.Reason: TakeWords(script, heard, words => plan with { Step = PlanStep.CallingOff, Words = words }); break;
            case var _ when heard.Id == "btn.yes": PlanChanging.Do(script, e, plan); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void AskCard(Script script, EventInfo e)
    {
        var standing = script.Know(new Need.Standings(e.Id));
        int Count(RegistrationStatus status) => standing.GetValueOrDefault(status);
        script.Tell("plan.card", [.. Notices.Words(script, e), ("code", e.Code), ("state", State(script, e)), ("closes", Dates.Moment(script.Local(e.ClosesAt))), ("taken", e.Taken),
            ("cap", PlanChanging.Seats(script, e.Capacity)), ("confirmed", Count(RegistrationStatus.Confirmed)), ("consent", Count(RegistrationStatus.WaitingConsent)),
            ("queue", Count(RegistrationStatus.Waitlisted)), ("offered", Count(RegistrationStatus.Offered)), ("attended", Count(RegistrationStatus.Attended)), ("time_now", Dates.Moment(script.Local(script.Context.Now)))]);
        if (script.Know(new Need.ReminderCounts(e.Id)) is { } reminders)
            script.Tell("plan.reminders", ("sent", reminders.Sent), ("delivered", reminders.Delivered), ("read", reminders.Read), ("answered", reminders.Coming + reminders.NotComing), ("yes", reminders.Coming), ("no", reminders.NotComing));
        foreach (var quota in e.Quotas) script.Tell("ev.quota", ("quota", quota.Title.In(script.Language)), ("free", e.FreeIn(quota)), ("cap", quota.Seats));
        var may = script.May(Right.Organise, e);
        string[] changes = e.CalledOff is not null || !may ? [] : ["btn.change", "btn.seats", "btn.move", e.Open ? "btn.close" : "btn.open", "btn.calloff", "btn.copy"];
        if (e.CalledOff is not null && may) changes = ["btn.copy"];
        script.Ask(script.Text("plan.ask"), [.. changes.Select(script.Choice), script.Choice("btn.waitlist"), script.Choice("btn.papers"), .. may ? [script.Choice("btn.experts")] : Array.Empty<Option>(), script.Choice("btn.links"), script.Choice("btn.menu")]);
    }

    private static string State(Script script, EventInfo e) => script.Text(e.CalledOff is not null ? "plan.state.off" : e.TakesRegistrations(script.Context.Now) ? "plan.state.open" : "plan.state.closed");

    private static void TakeCard(Script script, EventInfo e, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.waitlist": script.Goto(new DialogState.EventQueue(e.Id, RegistrationStatus.Waitlisted)); break;
            case "btn.papers": script.Goto(new DialogState.EventQueue(e.Id, RegistrationStatus.WaitingConsent)); break;
            case "btn.experts": script.Goto(new DialogState.Experts(e.Id)); break;
            case "btn.links": script.Goto(new DialogState.EventLinks(e.Id)); break;
            case "btn.change" when script.May(Right.Organise, e): PlanningOccasion.Change(script, e); break;
            case "btn.copy" when PlanningOccasion.MayNew(script): PlanningOccasion.New(script, e); break;
            case "btn.seats": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Seats)); break;
            case "btn.move": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Start)); break;
            case "btn.calloff": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Reason)); break;
            case "btn.open": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Opening)); break;
            case "btn.close": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Closing)); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void TakeSeats(Script script, DialogState.EventPlan plan, Heard heard)
    {
        int? seats = null;
        if (heard.Id != "btn.unlimited")
        {
            if (!int.TryParse(heard.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || typed is < 1 or > MostSeats) { script.Tell("plan.seats.wrong"); script.AskAgain(); return; }
            seats = typed;
        }
        script.Goto(plan with { Step = PlanStep.Seating, Seats = seats });
    }

    private static void TakeStart(Script script, DialogState.EventPlan plan, Heard heard)
    {
        if (MomentWords.Read(heard.Text, script.Context.Zone) is not { } at) { script.Tell("plan.start.wrong"); script.AskAgain(); return; }
        if (at <= script.Context.Now) { script.Tell("plan.start.past"); script.AskAgain(); return; }
        script.Goto(plan with { Step = PlanStep.Place, StartsAt = at });
    }

    private static void TakeWords(Script script, Heard heard, Func<string?, DialogState> next)
    {
        if (heard.Id == "btn.sameplace") { script.Goto(next(null)); return; }
        var words = Typed.Tidy(heard.Text);
        if (words.Length is < 3 or > LongestWords) { script.Tell("plan.words", ("max", LongestWords)); script.AskAgain(); return; }
        script.Goto(next(words));
    }

    private static void AskPlace(Script script) => script.Ask(new Reply.Message(script.Text("plan.place.ask"))
    {
        Options = [script.Choice("btn.sameplace"), .. VenuesDialog.Options(script, script.Know(new Need.Venues())), script.Choice("btn.back")], TakesText = true,
    });

    private static void Ask(Script script, string key, params string[] choices) =>
        script.Ask(new Reply.Message(script.Text(key)) { Options = [.. choices.Append("btn.back").Select(script.Choice)], TakesText = true });

    private static void Confirm(Script script, string text)
    {
        script.Ask(new Reply.Message(text) { Options = [script.Choice("btn.yes"), script.Choice("btn.no")], Compact = true });
    }

    private static void Denied(Script script)
    {
        StaffCommands.Deny(script, Right.Organise);
        script.Goto(new DialogState.Menu());
    }
}
