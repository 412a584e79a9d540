using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Judges and experts of events. Whoever comes to none any more is erased, with what facts and chats of staff say of them.</summary>
internal static class ExpertProjection
{
    /// <summary>Somebody who comes already is described anew.</summary>
    public static void Add(GrantBotDb db, Fact.ExpertAdded fact, DateTimeOffset now)
    {
        var (row, what) = (db.Experts.Find(fact.Event, fact.Person), fact.What);
        if (row is null) db.Experts.Add(row = new ExpertRow { EventId = fact.Event, PersonId = fact.Person, AddedAt = now });
        (row.Role, row.FullName, row.Organisation, row.Position) = (what.Role, what.FullName, what.Organisation, what.Position);
        (row.Town, row.Contact, row.Basis) = (what.Town, what.Contact, what.Basis);
    }

    public static void Remove(GrantBotDb db, Fact.ExpertRemoved fact, DateTimeOffset now)
    {
        if (db.Experts.Any(x => x.PersonId == fact.Person && x.EventId != fact.Event)) db.Experts.Where(x => x.PersonId == fact.Person && x.EventId == fact.Event).ExecuteDelete();
        else Eraser.Erase(db, fact.Person, asking: null, now);
    }

    public static void Erase(GrantBotDb db, Fact.ExpertErased fact, DateTimeOffset now) => Eraser.Erase(db, fact.Person, asking: null, now);
}
