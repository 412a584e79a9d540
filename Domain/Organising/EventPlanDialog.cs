using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising;

/// <summary>Staff look at an event and change it: seats, day and place, registration open or closed, called off. Whoever is concerned is told; how many that are is said before.</summary>
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
            case PlanStep.Place: Ask(script, "plan.place.ask", "btn.sameplace"); break;
            case PlanStep.Reason: Ask(script, "plan.reason.ask"); break;
            case PlanStep.Moving: Confirm(script, e, script.Text("plan.moving", [.. Notices.Words(script, Moved(script, e, plan)), ("n", Concerned(script, e))])); break;
            default: Confirm(script, e, script.Text("plan.callingoff", ("event", e.Title.In(script.Language)), ("reason", plan.Words), ("n", Concerned(script, e)))); break;
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
            case PlanStep.Seats: TakeSeats(script, e, heard); break;
            case PlanStep.Start: TakeStart(script, plan, heard); break;
            case PlanStep.Place: TakeWords(script, heard, words => plan with { Step = PlanStep.Moving, Words = words }); break;
            case PlanStep.Reason: TakeWords(script, heard, words => plan with { Step = PlanStep.CallingOff, Words = words }); break;
            case var step when heard.Id == "btn.yes": Do(script, e, plan, step); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void AskCard(Script script, EventInfo e)
    {
        var standing = script.Know(new Need.Standings(e.Id));
        int Count(RegistrationStatus status) => standing.GetValueOrDefault(status);
        script.Tell("plan.card", [.. Notices.Words(script, e), ("code", e.Code), ("state", State(script, e)), ("closes", Dates.Moment(script.Local(e.ClosesAt))), ("taken", e.Taken),
            ("cap", e.Capacity?.ToString(CultureInfo.InvariantCulture) ?? script.Text("plan.unlimited")), ("confirmed", Count(RegistrationStatus.Confirmed)), ("consent", Count(RegistrationStatus.WaitingConsent)),
            ("queue", Count(RegistrationStatus.Waitlisted)), ("offered", Count(RegistrationStatus.Offered)), ("attended", Count(RegistrationStatus.Attended)), ("time_now", Dates.Moment(script.Local(script.Context.Now)))]);
        if (script.Know(new Need.ReminderCounts(e.Id)) is { } reminders)
            script.Tell("plan.reminders", ("sent", reminders.Sent), ("delivered", reminders.Delivered), ("read", reminders.Read), ("answered", reminders.Coming + reminders.NotComing), ("yes", reminders.Coming), ("no", reminders.NotComing));
        foreach (var quota in e.Quotas) script.Tell("ev.quota", ("quota", quota.Title.In(script.Language)), ("free", e.FreeIn(quota)), ("cap", quota.Seats));
        string[] changes = e.CalledOff is not null || !script.May(Right.Organise, e) ? [] : ["btn.change", "btn.seats", "btn.move", e.Open ? "btn.close" : "btn.open", "btn.calloff", "btn.copy"];
        if (e.CalledOff is not null && script.May(Right.Organise, e)) changes = ["btn.copy"];
        script.Ask(script.Text("plan.ask"), [.. changes.Select(script.Choice), script.Choice("btn.waitlist"), script.Choice("btn.papers"), script.Choice("btn.links"), script.Choice("btn.menu")]);
    }

    private static string State(Script script, EventInfo e) => script.Text(e.CalledOff is not null ? "plan.state.off" : e.TakesRegistrations(script.Context.Now) ? "plan.state.open" : "plan.state.closed");

    private static void TakeCard(Script script, EventInfo e, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.waitlist": script.Goto(new DialogState.EventQueue(e.Id, RegistrationStatus.Waitlisted)); break;
            case "btn.papers": script.Goto(new DialogState.EventQueue(e.Id, RegistrationStatus.WaitingConsent)); break;
            case "btn.links": script.Goto(new DialogState.EventLinks(e.Id)); break;
            case "btn.change" when script.May(Right.Organise, e): PlanningOccasion.Change(script, e); break;
            case "btn.copy" when PlanningOccasion.MayNew(script): PlanningOccasion.New(script, e); break;
            case "btn.seats": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Seats)); break;
            case "btn.move": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Start)); break;
            case "btn.calloff": script.Goto(new DialogState.EventPlan(e.Id, PlanStep.Reason)); break;
            case "btn.open" or "btn.close" when script.May(Right.Organise, e):
                script.Record(new Fact.RegistrationOpened(e.Id, heard.Id == "btn.open"));
                Done(script, heard.Id == "btn.open" ? "plan.opened" : "plan.closed", ("event", e.Title.In(script.Language)));
                break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void TakeSeats(Script script, EventInfo e, Heard heard)
    {
        var unlimited = heard.Id == "btn.unlimited";
        if (!unlimited && (!int.TryParse(heard.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || typed is < 1 or > MostSeats)) { script.Tell("plan.seats.wrong"); script.AskAgain(); return; }
        int? seats = unlimited ? null : int.Parse(heard.Text, CultureInfo.InvariantCulture);
        script.Record(new Fact.CapacitySet(e.Id, seats));
        Done(script, seats < e.Taken ? "plan.seats.less" : "plan.seats.done", ("n", seats?.ToString(CultureInfo.InvariantCulture) ?? script.Text("plan.unlimited")), ("taken", e.Taken));
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

    private static void Do(Script script, EventInfo e, DialogState.EventPlan plan, PlanStep step)
    {
        var n = Concerned(script, e);
        if (step is PlanStep.Moving)
        {
            var moved = Moved(script, e, plan);
            script.Record(new Fact.EventMoved(e.Id, moved.StartsAt, moved.Place));
        }
        else script.Record(new Fact.EventCalledOff(e.Id, plan.Words!));
        Done(script, step is PlanStep.Moving ? "plan.moved" : "plan.calledoff", ("event", e.Title.In(script.Language)), ("n", n));
    }

    private static EventInfo Moved(Script script, EventInfo e, DialogState.EventPlan plan) =>
        e with { StartsAt = plan.StartsAt ?? e.StartsAt, Place = plan.Words is { } place ? new(place, place, place) : e.Place };

    /// <summary>How many people hold a seat, wait, or answer for a team: those who are told.</summary>
    private static int Concerned(Script script, EventInfo e)
    {
        var people = script.Know(new Need.Standings(e.Id)).Where(s => s.Key is not (RegistrationStatus.Cancelled or RegistrationStatus.NoShow)).Sum(s => s.Value);
        return e.TeamSize is null ? people : people + script.Know(new Need.Teams(e.Id)).Count(t => t.Owner is { } owner && t.Members.All(m => m.Person != owner));
    }

    private static void Ask(Script script, string key, params string[] choices) =>
        script.Ask(new Reply.Message(script.Text(key)) { Options = [.. choices.Append("btn.back").Select(script.Choice)], TakesText = true });

    private static void Confirm(Script script, EventInfo e, string text)
    {
        if (!script.May(Right.Organise, e)) { Denied(script); return; }
        script.Ask(new Reply.Message(text) { Options = [script.Choice("btn.yes"), script.Choice("btn.no")], Compact = true });
    }

    private static void Denied(Script script)
    {
        StaffCommands.Deny(script, Right.Organise);
        script.Goto(new DialogState.Menu());
    }

    private static void Done(Script script, string key, params ReadOnlySpan<(string, object?)> values)
    {
        script.Tell(key, values);
        script.Goto(new DialogState.Menu());
    }
}
