using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Jobs;

/// <summary>A seat came free, or somebody joined the queue: whoever's turn it is gets an offer, in the commit that looks at it.</summary>
internal sealed class SeatsWork : IDueWork
{
    public string Kind => SeatLedger.Due;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = new EventId(Guid.ParseExact(due.Subject, "N"));
        if (after.Db.Events.Find(id) is not { CalledOff: null } row || row.StartsAt <= after.Now) return null;
        if (PlanUndoing.Waits(after.Db, row, due, after.Now)) return null;
        PlanUndoing.Told(after.Db, id);
        var until = after.Now.AddHours(row.OfferHours);
        if (until > row.StartsAt) until = row.StartsAt;
        foreach (var unit in SeatQuery.Room(after.Db, row).Offers)
            if (after.Db.Registrations.Find(new RegistrationId(unit.Id)) is { } registration) Offer(after, registration, until);
            else TeamTable.Offer(after, new TeamId(unit.Id), until);
        return null;
    }

    private static void Offer(Aftermath after, RegistrationRow row, DateTimeOffset until)
    {
        after.Record(new Fact.RegistrationMoved(row.Id, row.EventId, row.PersonId, RegistrationStatus.Waitlisted, RegistrationStatus.Offered, MoveReason.SeatFree) { Until = until });
        after.Notify(row.ChatId, $"offer:{row.Id.Value:N}:{until.ToUnixTimeMilliseconds()}", new Notice.SeatOffered(row.Id, until));
    }
}
