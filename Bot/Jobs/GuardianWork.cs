using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>A guardian has not answered in time: what the minor entered is erased, the seat is free again.</summary>
internal sealed class GuardianWork : IDueWork
{
    public string Kind => RegistrationProjection.GuardianDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = new RegistrationId(Guid.ParseExact(due.Subject, "N"));
        if (after.Db.Registrations.Find(id) is not { Status: RegistrationStatus.WaitingConsent } row) return null;
        var (person, chat, e) = (row.PersonId, row.ChatId, row.EventId);
        after.Record(new Fact.RegistrationMoved(id, e, person, RegistrationStatus.WaitingConsent, RegistrationStatus.Cancelled, MoveReason.GuardianSilent));
        if (!after.Db.Registrations.Any(r => r.PersonId == person && r.Status != RegistrationStatus.Cancelled)) Eraser.Erase(after.Db, person, asking: null, after.Now);
        after.Notify(chat, "silent:" + due.Subject, new Notice.GuardianSilent(e));
        return null;
    }
}
