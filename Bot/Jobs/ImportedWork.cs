using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.People;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>A list was imported: whoever sent it is told, with a button that takes it back.</summary>
internal sealed class ImportedWork : IDueWork
{
    public string Kind => ImportCommit.Due;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Imports.Find(due.Subject) is { UndoneAt: null } row) after.Notify(row.ChatId, "imported:" + row.Id, new Notice.Imported(Guid.ParseExact(row.Id, "N")));
        return null;
    }
}
