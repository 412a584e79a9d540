using GrantBot.Domain;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>A message to many is to leave, or to go on.</summary>
internal sealed class BroadcastWork(BroadcastPeople people, BroadcastFeed feed) : IDueWork
{
    public string Kind => BroadcastProjection.Due;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Broadcasts.Find(Id(due)) is not { Status: BroadcastStatus.Planned or BroadcastStatus.Sending } row) return null;
        BroadcastSending.Begin(after, row, people);
        feed.Wake(); // it looks through the same writer, after this commit
        return null;
    }

    public static BroadcastId Id(DueRow due) => new(Guid.ParseExact(due.Subject, "N"));
}

/// <summary>A month after a message left its results are written down: what was sent is forgotten.</summary>
internal sealed class BroadcastSettleWork : IDueWork
{
    public string Kind => BroadcastProjection.SettleDue;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Broadcasts.Find(BroadcastWork.Id(due)) is { Settled: false } row) BroadcastSending.Settle(after.Db, row);
        return null;
    }
}
