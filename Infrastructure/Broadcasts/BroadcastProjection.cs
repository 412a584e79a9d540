using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Broadcasts;

/// <summary>Messages to many as staff make, hold and end them.</summary>
internal static class BroadcastProjection
{
    /// <summary>It begins to leave, or goes on; results are written down before messages are cleared.</summary>
    public const string Due = "broadcast", SettleDue = "broadcast.settle";

    /// <summary>A file is kept for those who get it late: on WhatsApp when they write again.</summary>
    private static readonly TimeSpan FileKept = TimeSpan.FromDays(31);

    public static void Make(GrantBotDb db, Fact.BroadcastMade fact, FactSource source)
    {
        db.Broadcasts.Add(new BroadcastRow
        {
            Id = fact.Broadcast, Audience = DomainJson.Write(fact.Audience), Content = DomainJson.Write(fact.Content), Status = BroadcastStatus.Planned, MadeAt = source.Now, StartsAt = fact.StartsAt, MadeBy = source.Chat,
        });
        if (fact.Content.File is { } file)
        {
            DateTimeOffset? until = fact.StartsAt + FileKept;
            db.Files.Where(f => f.Id == file.Id).ExecuteUpdate(s => s.SetProperty(f => f.KeptUntil, until));
        }
        DueRows.Set(db, Due, fact.Broadcast.Value, fact.StartsAt);
    }

    public static void Order(GrantBotDb db, Fact.BroadcastOrdered fact, DateTimeOffset now)
    {
        var row = db.Broadcasts.SingleOrDefault(b => b.Id == fact.Broadcast && b.Status != BroadcastStatus.Done && b.Status != BroadcastStatus.Stopped) ?? throw new ConflictException("the message ended meanwhile");
        switch (fact.Order)
        {
            case BroadcastOrder.Pause:
                row.Status = BroadcastStatus.Paused;
                DueRows.Drop(db, Due, row.Id.Value);
                break;
            case BroadcastOrder.Resume:
                row.Status = row.Written ? BroadcastStatus.Sending : BroadcastStatus.Planned;
                DueRows.Set(db, Due, row.Id.Value, row.StartsAt > now ? row.StartsAt : now);
                break;
            case BroadcastOrder.Stop:
                (row.Status, row.EndedAt) = (BroadcastStatus.Stopped, now);
                DueRows.Drop(db, Due, row.Id.Value);
                BroadcastSending.PlanSettling(db, row.Id, now);
                break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }
}
