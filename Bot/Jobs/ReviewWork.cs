using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>Somebody asked for a human decision: all staff who work with participants are told; the first to answer decides.</summary>
internal sealed class ReviewWork : IDueWork
{
    public string Kind => ReviewProjection.AskedDue;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Reviews.Find(long.Parse(due.Subject, CultureInfo.InvariantCulture)) is not { DecidedAt: null, PersonId: not null } review) return null;
        foreach (var chat in StaffQuery.With(after.Db, Right.CheckIn, review.EventId))
            after.Notify(chat, $"review:{review.Id}:{chat.Value:N}", new Notice.ReviewAsked(review.Id));
        return null;
    }
}

/// <summary>A human decided: the person who asked is told.</summary>
internal sealed class ReviewedWork : IDueWork
{
    public string Kind => ReviewProjection.DecidedDue;

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Reviews.Find(long.Parse(due.Subject, CultureInfo.InvariantCulture)) is { Admitted: { } admitted } review)
            after.Notify(review.ChatId, $"reviewed:{review.Id}", new Notice.ReviewDecided(review.EventId, admitted));
        return null;
    }
}
