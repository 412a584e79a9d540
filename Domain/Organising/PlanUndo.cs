using System.Diagnostics;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising;

/// <summary>The button below a change of an event takes it back, for a minute and while nobody changed the event again.</summary>
internal static class PlanUndo
{
    /// <summary>Acts on a press; false when it names no change.</summary>
    public static bool Press(Script script, string about)
    {
        if (!Guid.TryParseExact(about, "N", out var id)) return false;
        if (script.Events.FirstOrDefault(e => e.LastChange?.Id == id) is not { LastChange: { } change } e) script.Tell("plan.undo.changed");
        else if (!script.May(Right.Organise, e)) StaffCommands.Deny(script, Right.Organise);
        else if (change.State is PlanChangeState.Undone) script.Tell("plan.undo.twice", ("event", e.Title.In(script.Language)));
        else if (!change.IsOpen(script.Context.Now)) script.Tell("plan.undo.late", ("event", e.Title.In(script.Language)));
        else Undo(script, e, change);
        return true;
    }

    private static void Undo(Script script, EventInfo e, PlanChange change)
    {
        script.Record(new Fact.PlanUndone(e.Id, change.Id, change.Was));
        var key = change.Kind switch
        {
            PlanChangeKind.Opened => "plan.undone.opened",
            PlanChangeKind.Closed => "plan.undone.closed",
            PlanChangeKind.Seats => "plan.undone.seats",
            PlanChangeKind.Moved => "plan.undone.moved",
            PlanChangeKind.CalledOff => "plan.undone.calledoff",
            _ => throw new UnreachableException(),
        };
        script.Tell(key, [.. Notices.Words(script, e with { StartsAt = change.Was.StartsAt, Place = change.Was.Place }), ("n", PlanChanging.Seats(script, change.Was.Capacity))]);
    }
}
