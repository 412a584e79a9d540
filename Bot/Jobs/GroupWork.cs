using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>The card of a request in the staff group says how it stands.</summary>
internal sealed class GroupCardWork(bool reopens) : IDueWork
{
    public string Kind => reopens ? GroupProjection.CardAgainDue : GroupProjection.CardDue;

    public long? Run(Aftermath after, DueRow due)
    {
        after.Notify(GroupProjection.Chat(after.Db), $"{Kind}:{due.Subject}:{Ids.New(after.Now):N}", new Notice.GroupCard(long.Parse(due.Subject, CultureInfo.InvariantCulture), reopens));
        return null;
    }
}

/// <summary>A group that nobody confirmed is left.</summary>
internal sealed class GroupLeaveWork : IDueWork
{
    public string Kind => GroupProjection.LeaveDue;

    public long? Run(Aftermath after, DueRow due)
    {
        after.Notify(new ChatId(Guid.ParseExact(due.Subject, "N")), $"{Kind}:{due.Subject}:{Ids.New(after.Now):N}", new Notice.GroupUnconfirmed());
        return null;
    }
}

/// <summary>Owners are told that the bot was taken out of the staff group.</summary>
internal sealed class GroupLostWork : IDueWork
{
    public string Kind => GroupProjection.LostDue;

    public long? Run(Aftermath after, DueRow due)
    {
        foreach (var chat in StaffQuery.With(after.Db, Right.Own))
            after.Notify(chat, $"{Kind}:{chat.Value:N}:{Ids.New(after.Now):N}", new Notice.GroupGone());
        return null;
    }
}
