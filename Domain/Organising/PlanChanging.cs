using System.Diagnostics;
using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Venues;
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
        return Warning(script, e, plan) + plan.Step switch
        {
            PlanStep.Moving => script.Text("plan.moving", [.. Notices.Words(script, Moved(script, e, plan)), ("told", told)]),
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
        var (key, fact) = Change(script, e, plan);
        var n = Concerned(script, e, plan);
        script.Record(fact with { Change = change });
        script.Tell(key, [.. Notices.Words(script, Moved(script, e, plan)), ("n", Seats(script, plan.Seats))]);
        script.Inform(script.Text(n == 0 ? "plan.after.none" : plan.Step is PlanStep.Seating ? "plan.after.seats" : "plan.after", ("n", n)), script.Lasting("btn.plan.undo", $"{Actions.UndoPlan}.{change:N}"));
        script.Remember(s => s with { Dialog = new DialogState.Menu(), Asked = null }); // the button stays the last thing that is seen
    }

    /// <summary>A number of seats in words.</summary>
    public static string Seats(Script script, int? seats) => seats?.ToString(CultureInfo.InvariantCulture) ?? script.Text("plan.unlimited");

    private static string Warning(Script script, EventInfo e, DialogState.EventPlan plan) => plan.Step switch
    {
        PlanStep.Moving => TooSmall(script, Moved(script, e, plan).Venue, e.Capacity),
        PlanStep.Seating => TooSmall(script, e.Venue, plan.Seats),
        _ => "",
    };

    private static (string Key, Fact.PlanChanged Fact) Change(Script script, EventInfo e, DialogState.EventPlan plan) => plan.Step switch
    {
        PlanStep.Moving => ("plan.moved", Move(Moved(script, e, plan))),
        PlanStep.CallingOff => ("plan.calledoff", new Fact.EventCalledOff(e.Id, plan.Words!)),
        PlanStep.Seating => ("plan.seats.done", new Fact.CapacitySet(e.Id, plan.Seats)),
        PlanStep.Opening => ("plan.opened", new Fact.RegistrationOpened(e.Id, Open: true)),
        PlanStep.Closing => ("plan.closed", new Fact.RegistrationOpened(e.Id, Open: false)),
        _ => throw new UnreachableException(),
    };

    private static Fact.EventMoved Move(EventInfo moved) => new(moved.Id, moved.StartsAt, moved.Place) { Venue = moved.Venue, Territory = moved.Territory };

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
        return e.TeamSize is null ? people : people + script.Know(new Need.Teams(e.Id)).Where(t => t.Owner is { } owner && t.Members.All(m => m.Person != owner)).Select(t => t.Owner).Distinct().Count();
    }

    private static EventInfo Moved(Script script, EventInfo e, DialogState.EventPlan plan)
    {
        if (plan.Step is not PlanStep.Moving) return e;
        var moved = e with { StartsAt = plan.StartsAt ?? e.StartsAt };
        if (VenuesDialog.Find(script, plan.Venue) is { } venue) return moved with { Place = venue.What.Place, Venue = venue.Id, Territory = venue.What.Territory };
        return plan.Words is { } place ? moved with { Place = new(place, place, place), Venue = null } : moved;
    }

    /// <summary>That more seats are given out than the venue holds; "" = it holds them, or nobody said.</summary>
    private static string TooSmall(Script script, Guid? at, int? seats) =>
        VenuesDialog.Find(script, at) is { What: { Fits: { } fits } venue } && seats > fits ? script.Text("plan.small", ("venue", venue.Name.In(script.Language)), ("fits", fits), ("n", seats)) + "\n" : "";
}
