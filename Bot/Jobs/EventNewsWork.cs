using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Jobs;

/// <summary>News of an event for everybody who is registered or waits, some hundreds at a time.</summary>
internal abstract class EventNewsWork(Pipeline.Deployment deployment) : IDueWork
{
    private const int AtOnce = 200;

    public abstract string Kind { get; }

    public long? Run(Aftermath after, DueRow due)
    {
        var id = new EventId(Guid.ParseExact(due.Subject, "N"));
        if (after.Db.Events.AsNoTracking().FirstOrDefault(e => e.Id == id) is not { } row) return null;
        if (PlanUndoing.Waits(after.Db, row, due, after.Now)) return null;
        if (due.Cursor == 0)
        {
            PlanUndoing.Told(after.Db, id);
            EventDue.Plan(after.Db, row, after.Now, deployment.Zone, deployment.Surveys);
        }
        var concerned = after.Db.Registrations.Where(r => r.EventId == id && r.Number > due.Cursor && r.Status != RegistrationStatus.Cancelled && r.Status != RegistrationStatus.NoShow)
            .OrderBy(r => r.Number).Take(AtOnce).ToList();
        foreach (var registration in concerned) Tell(after, row, registration);
        if (concerned.Count == AtOnce) return concerned[^1].Number;
        if (row.TeamMin is not null) foreach (var team in after.Db.Teams.Where(t => t.EventId == id && t.Status != RegistrationStatus.Cancelled).OrderBy(t => t.Number).ToList()) Tell(after, row, team);
        return null;
    }

    /// <summary>Tells one of them.</summary>
    protected abstract void Tell(Aftermath after, EventRow row, RegistrationRow registration);

    /// <summary>Tells who answers for a team, where they are not told as one who takes part.</summary>
    protected abstract void Tell(Aftermath after, EventRow row, TeamRow team);
}

/// <summary>An event takes place at another time or place.</summary>
internal sealed class MovedWork(Pipeline.Deployment deployment) : EventNewsWork(deployment)
{
    public override string Kind => EventProjection.MovedDue;

    protected override void Tell(Aftermath after, EventRow row, RegistrationRow registration) =>
        after.Notify(registration.ChatId, $"moved:{registration.Id.Value:N}:{Move(row)}", new Notice.Moved(registration.Id));

    /// <summary>Once, of however many teams.</summary>
    protected override void Tell(Aftermath after, EventRow row, TeamRow team)
    {
        var told = after.Db.Registrations.Any(r => r.EventId == row.Id && r.ChatId == team.MadeBy && r.Status != RegistrationStatus.Cancelled && r.Status != RegistrationStatus.NoShow);
        if (!told) after.Notify(team.MadeBy, $"moved:{row.Id.Value:N}:{team.MadeBy?.Value:N}:{Move(row)}", new Notice.TeamNews(team.Id, TeamWhat.Moved));
    }

    /// <summary>Tells one move from another, also where both lead to the same day and place.</summary>
    private static long Move(EventRow row) => (row.MovedAt ?? row.StartsAt).ToUnixTimeMilliseconds();
}

/// <summary>An event does not take place: registrations end, people are told why.</summary>
internal sealed class CalledOffWork(Pipeline.Deployment deployment) : EventNewsWork(deployment)
{
    public override string Kind => EventProjection.CalledOffDue;

    protected override void Tell(Aftermath after, EventRow row, RegistrationRow registration)
    {
        Tell(after, row, registration.ChatId);
        if (RegistrationMoves.May(registration.Status, RegistrationStatus.Cancelled))
            after.Record(new Fact.RegistrationMoved(registration.Id, row.Id, registration.PersonId, registration.Status, RegistrationStatus.Cancelled, MoveReason.CalledOff));
    }

    /// <summary>A team ends by the work of its own.</summary>
    protected override void Tell(Aftermath after, EventRow row, TeamRow team) => Tell(after, row, team.MadeBy);

    /// <summary>Tells a chat once, whichever of its registrations and teams comes first.</summary>
    public static void Tell(Aftermath after, EventRow row, ChatId? chat) => after.Notify(chat, $"calledoff:{row.Id.Value:N}:{chat?.Value:N}", new Notice.CalledOff(row.Id, row.CalledOff ?? ""));
}
