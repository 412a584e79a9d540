using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.People;

/// <summary>People with registrations in a database of their own, made through the facts of the program.</summary>
internal sealed class Records : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private int number;

    public Records(Product product)
    {
        Database = TestDatabase.Ready(product);
        using var db = Database.Db();
        db.Events.AddRange(Row(Open, "open", 2), Row(Camp, "camp", null));
        db.SaveChanges();
    }

    public TestDatabase Database { get; }
    public EventId Open { get; } = new(Ids.New(Now));
    public EventId Camp { get; } = new(Ids.New(Now.AddSeconds(1)));

    /// <summary>A person with a chat, a consent and a verified phone.</summary>
    public PersonId Person(string surname, string? phone = null)
    {
        var (person, chat) = (new PersonId(Ids.New(Now.AddMinutes(number++))), new ChatId(Ids.New(Now)));
        Write(db =>
        {
            db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Telegram, Version = 1, PersonId = person, LastHeardAt = Now, CreatedAt = Now, State = DomainJson.Write(new ChatState { Language = "kk", Person = person }) });
            Record(db, new Fact.ConsentGiven(person, "0123456789ab", "kk", ByGuardian: false), chat);
            if (phone is not null) Record(db, new Fact.PhoneVerified(person, phone), chat);
            db.FormAnswers.Add(new FormAnswerRow { Id = Ids.New(Now).ToString("N"), FormId = "club", FormVersion = "1", PersonId = person, Language = "kk", Answers = $$"""{"q":"{{surname}}"}""", StartedAt = Now, FinishedAt = Now });
        });
        return person;
    }

    /// <summary>Registers them.</summary>
    public RegistrationId Register(PersonId person, EventId id, string surname, RegistrationStatus status = RegistrationStatus.Confirmed, string given = "Сана")
    {
        var registration = new RegistrationId(Ids.New(Now));
        Write(db => Record(db, new Fact.RegistrationMade(registration, id, person, ++number)
        {
            Status = status, Queued = status == RegistrationStatus.Waitlisted, Ticket = $"T{number:00000}", FormId = "reg_person", FormVersion = "1", Age = 22,
            Answers = new Dictionary<string, string> { ["surname"] = surname, ["given"] = given, ["birth"] = "2004-03-05", ["place_study_other"] = "№22 мектеп", ["territory"] = "aktau" },
        }));
        return registration;
    }

    /// <summary>A member of staff says that both are one.</summary>
    public Guid Merge(PersonId kept, PersonId gone, params MergeLoss[] cancelled)
    {
        var merge = Ids.New(Now);
        Write(db =>
        {
            foreach (var loss in cancelled)
            {
                var row = db.Registrations.AsNoTracking().Single(r => r.Id == loss.Registration);
                Record(db, new Fact.RegistrationMoved(row.Id, row.EventId, row.PersonId, loss.From, RegistrationStatus.Cancelled, MoveReason.Merged));
            }
            Record(db, new Fact.PeopleMerged(merge, kept, gone, [.. cancelled]));
        });
        return merge;
    }

    public void Undo(Guid merge, PersonId kept, PersonId gone) => Write(db => Record(db, new Fact.MergeUndone(merge, kept, gone)));

    public void Write(Action<GrantBotDb> write)
    {
        using var db = Database.Db();
        using var transaction = db.Database.BeginTransaction();
        write(db);
        db.SaveChanges();
        transaction.Commit();
    }

    public T Read<T>(Func<GrantBotDb, T> query)
    {
        using var db = Database.Db();
        return query(db);
    }

    /// <summary>Stores a fact as the writer does.</summary>
    public static void Record(GrantBotDb db, Fact fact, ChatId chat = default)
    {
        db.Facts.Add(new FactRow { At = Now, Type = fact.GetType().Name, ChatId = chat == default ? null : chat, PersonId = FactPeople.Of(fact), Data = DomainJson.Write(fact) });
        db.SaveChanges();
        db.ChangeTracker.Clear();
        Projection.Apply(db, fact, new(chat, ChannelKind.Telegram, "kk", Now));
        db.ChangeTracker.Clear();
    }

    /// <summary>Every cell of every table but the facts, the merges themselves and the versions of chats.</summary>
    public List<string> Everything() =>
        [.. (from table in Database.Tables().Where(t => t is not ("facts" or "merges" or "due"))
             from row in Database.Rows($"SELECT * FROM \"{table}\"")
             select table + ": " + string.Join(" | ", row.Where(c => c.Column != "version").Select(c => $"{c.Column}={c.Value}"))).Order(StringComparer.Ordinal)];

    public void Dispose() => Database.Dispose();

    private static EventRow Row(EventId id, string code, int? seats) => new() { Id = id, Code = code, StartsAt = Now.AddDays(20), ClosesAt = Now.AddDays(19), Capacity = seats };
}
