using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>Staff have seen a guardian's signed paper: the minor is told that the registration counts.</summary>
internal sealed class PaperWork : IDueWork
{
    public string Kind => RegistrationProjection.PaperDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = new RegistrationId(Guid.ParseExact(due.Subject, "N"));
        if (after.Db.Registrations.Find(id) is { } row) after.Notify(row.ChatId, "paper:" + due.Subject, new Notice.PaperSeen(id));
        return null;
    }
}
