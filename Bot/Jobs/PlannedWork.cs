using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Jobs;

/// <summary>An event is new or changed: its reminders and what follows its end are planned.</summary>
internal sealed class PlannedWork(Pipeline.Deployment deployment) : IDueWork
{
    public string Kind => EventProjection.PlannedDue;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Events.Find(new EventId(Guid.ParseExact(due.Subject, "N"))) is { } row) EventDue.Plan(after.Db, row, after.Now, deployment.Zone, deployment.Surveys);
        return null;
    }
}
