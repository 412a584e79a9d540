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

    /// <exception cref="ConflictException">They were changed or removed meanwhile.</exception>
    public static void Change(GrantBotDb db, Fact.ExpertChanged fact)
    {
        var (was, what) = (fact.Was, fact.What);
        var here = db.Experts.Find(fact.Event, fact.Person);
        if (here is null || !Says(here, was) || (here.Role, here.Basis) != (was.Role, was.Basis)) throw new ConflictException("the person was changed meanwhile");
        (here.Role, here.Basis) = (what.Role, what.Basis);
        foreach (var row in db.Experts.Where(x => x.PersonId == fact.Person).AsEnumerable().Where(x => Says(x, was)))
            (row.FullName, row.Organisation, row.Position, row.Town, row.Contact) = (what.FullName, what.Organisation, what.Position, what.Town, what.Contact);
    }

    private static bool Says(ExpertRow row, Domain.Organising.Experts.Expert what) =>
        (row.FullName, row.Organisation, row.Position, row.Town, row.Contact) == (what.FullName, what.Organisation, what.Position, what.Town, what.Contact);

    public static void Remove(GrantBotDb db, Fact.ExpertRemoved fact, DateTimeOffset now)
    {
        if (db.Experts.Any(x => x.PersonId == fact.Person && x.EventId != fact.Event)) db.Experts.Where(x => x.PersonId == fact.Person && x.EventId == fact.Event).ExecuteDelete();
        else Eraser.Erase(db, fact.Person, asking: null, now);
    }

    public static void Erase(GrantBotDb db, Fact.ExpertErased fact, DateTimeOffset now) => Eraser.Erase(db, fact.Person, asking: null, now);
}
