using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>
/// An offer ran out: the seat goes on to the next, and the person to the end of the queue. After a second one they are taken off it,
/// since somebody who never answers would be asked for ever.
/// </summary>
internal sealed class OfferWork : IDueWork
{
    /// <summary>So many offers are made to one person.</summary>
    private const int MostOffers = 2;

    public string Kind => RegistrationProjection.OfferDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = new RegistrationId(Guid.ParseExact(due.Subject, "N"));
        if (after.Db.Registrations.Find(id) is not { Status: RegistrationStatus.Offered } row) return null;
        var waits = row.OffersMissed + 1 < MostOffers;
        after.Record(new Fact.RegistrationMoved(id, row.EventId, row.PersonId, RegistrationStatus.Offered, waits ? RegistrationStatus.Waitlisted : RegistrationStatus.Cancelled, MoveReason.Expired));
        after.Notify(row.ChatId, $"expired:{due.Subject}:{due.DueAt.ToUnixTimeMilliseconds()}", new Notice.OfferExpired(id, row.EventId, waits));
        return null;
    }
}
