using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>A member of staff is told that their roles changed; an owner that somebody came by their invitation.</summary>
internal sealed class StaffNewsWork : IDueWork
{
    public string Kind => StaffProjection.NewsDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var parts = due.Subject.Split(':');
        var told = new ChatId(Guid.ParseExact(parts[0], "N"));
        after.Notify(told, $"{Kind}:{due.DueAt.ToUnixTimeMilliseconds()}:{due.Subject}", parts.Length > 1 ? new Notice.StaffCame(new(Guid.ParseExact(parts[1], "N"))) : new Notice.StaffChanged());
        return null;
    }
}
