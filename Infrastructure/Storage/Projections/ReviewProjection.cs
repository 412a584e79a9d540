using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Refusals of the program that a human looks at.</summary>
internal static class ReviewProjection
{
    /// <summary>Staff are to be told of a question; the person of the answer.</summary>
    public const string AskedDue = "review", DecidedDue = "reviewed";

    public static void Ask(GrantBotDb db, Fact.HumanReviewAsked fact, FactSource source)
    {
        if (db.Reviews.Any(r => r.EventId == fact.Event && r.PersonId == fact.Person && r.About == fact.About && r.DecidedAt == null)) return; // asked already
        var row = new ReviewRow { EventId = fact.Event, PersonId = fact.Person, ChatId = source.Chat, About = fact.About, Detail = fact.Detail, AskedAt = source.Now };
        db.Reviews.Add(row);
        db.SaveChanges();
        DueRows.Set(db, AskedDue, row.Id.ToString(CultureInfo.InvariantCulture), source.Now);
    }

    public static void Decide(GrantBotDb db, Fact.HumanReviewDecided fact, DateTimeOffset now)
    {
        bool? admitted = fact.Admitted;
        DateTimeOffset? at = now;
        if (db.Reviews.Where(r => r.Id == fact.Review && r.DecidedAt == null).ExecuteUpdate(s => s.SetProperty(r => r.Admitted, admitted).SetProperty(r => r.DecidedAt, at)) == 0)
            throw new ConflictException("somebody decided meanwhile");
        DueRows.Set(db, DecidedDue, fact.Review.ToString(CultureInfo.InvariantCulture), now);
    }
}
