using System.Diagnostics;
using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising;

/// <summary>A change of an event: what is asked before it, how many people will be told, what is recorded, and the button that takes it back for a minute.</summary>
internal static class PlanChanging
{
    /// <summary>Whether it is really wanted, with how many people will be told.</summary>
    public static string Question(Script script, EventInfo e, DialogState.EventPlan plan)
    {
        var told = Told(script, e, plan);
        return plan.Step switch
        {
            PlanStep.Moving => script.Text("plan.moving", [.. Notices.Words(script, Moved(e, plan)), ("told", told)]),
            PlanStep.CallingOff => script.Text("plan.callingoff", ("event", e.Title.In(script.Language)), ("reason", plan.Words), ("told", told)),
            PlanStep.Seating => script.Text(plan.Seats < e.Taken ? "plan.seating.less" : "plan.seating", ("n", Seats(script, plan.Seats)), ("was", Seats(script, e.Capacity)), ("taken", e.Taken), ("told", told)),
            PlanStep.Opening => script.Text(script.Context.Now > e.ClosesAt ? "plan.opening.over" : "plan.opening", ("event", e.Title.In(script.Language)), ("closes", Dates.Moment(script.Local(e.ClosesAt))), ("told", told)),
            PlanStep.Closing => script.Text("plan.closing", ("event", e.Title.In(script.Language)), ("told", told)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Records it, and says how long it may be taken back.</summary>
    public static void Do(Script script, EventInfo e, DialogState.EventPlan plan)
    {
        var change = script.Context.NewId();
        var (key, fact) = Change(e, plan);
        var n = Concerned(script, e, plan);
        script.Record(fact with { Change = change });
        script.Tell(key, [.. Notices.Words(script, Moved(e, plan)), ("n", Seats(script, plan.Seats))]);
        script.Inform(script.Text(n == 0 ? "plan.after.none" : plan.Step is PlanStep.Seating ? "plan.after.seats" : "plan.after", ("n", n)), script.Lasting("btn.plan.undo", $"{Actions.UndoPlan}.{change:N}"));
        script.Remember(s => s with { Dialog = new DialogState.Menu(), Asked = null }); // the button stays the last thing that is seen
    }

    /// <summary>A number of seats in words.</summary>
    public static string Seats(Script script, int? seats) => seats?.ToString(CultureInfo.InvariantCulture) ?? script.Text("plan.unlimited");

    private static (string Key, Fact.PlanChanged Fact) Change(EventInfo e, DialogState.EventPlan plan) => plan.Step switch
    {
        PlanStep.Moving => ("plan.moved", new Fact.EventMoved(e.Id, plan.StartsAt ?? e.StartsAt, Moved(e, plan).Place)),
        PlanStep.CallingOff => ("plan.calledoff", new Fact.EventCalledOff(e.Id, plan.Words!)),
        PlanStep.Seating => ("plan.seats.done", new Fact.CapacitySet(e.Id, plan.Seats)),
        PlanStep.Opening => ("plan.opened", new Fact.RegistrationOpened(e.Id, Open: true)),
        PlanStep.Closing => ("plan.closed", new Fact.RegistrationOpened(e.Id, Open: false)),
        _ => throw new UnreachableException(),
    };

    private static string Told(Script script, EventInfo e, DialogState.EventPlan plan) =>
        Concerned(script, e, plan) is > 0 and var n ? script.Text(plan.Step is PlanStep.Seating ? "plan.told.seats" : "plan.told", ("n", n)) : script.Text("plan.told.none");

    /// <summary>How many are told: of another day or none at all, those who hold a seat, wait, or answer for a team; of more seats, those next in the queue; of registration, nobody.</summary>
    private static int Concerned(Script script, EventInfo e, DialogState.EventPlan plan) => plan.Step switch
    {
        PlanStep.Moving or PlanStep.CallingOff => Everybody(script, e),
        PlanStep.Seating => script.Know(new Need.OffersWith(e.Id, plan.Seats)),
        _ => 0,
    };

    private static int Everybody(Script script, EventInfo e)
    {
        var people = script.Know(new Need.Standings(e.Id)).Where(s => s.Key is not (RegistrationStatus.Cancelled or RegistrationStatus.NoShow)).Sum(s => s.Value);
        return e.TeamSize is null ? people : people + script.Know(new Need.Teams(e.Id)).Count(t => t.Owner is { } owner && t.Members.All(m => m.Person != owner));
    }

    private static EventInfo Moved(EventInfo e, DialogState.EventPlan plan) => plan.Step is not PlanStep.Moving ? e : e with { StartsAt = plan.StartsAt ?? e.StartsAt, Place = plan.Words is { } place ? new(place, place, place) : e.Place };
}
