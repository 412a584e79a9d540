using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Experts;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>Judges and experts of events: one person at many events, and no trace of who was erased.</summary>
public abstract class ExpertTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Expert Sana = new("judge", "Әлиева Сана", "№7 мектеп", "мұғалім", "Ақтау", "+7 700 000 00 00", ConsentBasis.Paper);
    private readonly TestDatabase database;
    private readonly EventId league = new(Ids.New(Now)), final = new(Ids.New(Now));
    private readonly PersonId sana = new(Ids.New(Now)), arman = new(Ids.New(Now));
    private readonly ChatId staff = new(Ids.New(Now));

    protected ExpertTests(Product product)
    {
        database = TestDatabase.Ready(product);
        Do(new Fact.ExpertAdded(sana, league, Sana));
        Do(new Fact.ExpertAdded(sana, final, Sana));
        Do(new Fact.ExpertAdded(arman, league, Sana with { FullName = "Серіков Арман", Role = "expert" }));
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void an_event_has_those_who_come_to_it_by_the_kazakh_alphabet()
    {
        using var db = database.Db();
        ExpertQuery.Of(db, league).Select(x => (x.Person, x.What.FullName)).ShouldBe([(sana, "Әлиева Сана"), (arman, "Серіков Арман")]);
        ExpertQuery.Of(db, final).Single().What.ShouldBe(Sana);
        ExpertQuery.Counts(db).ShouldBe(new Dictionary<EventId, int> { [league] = 2, [final] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void who_is_taken_off_one_event_stays_at_the_other_and_taken_off_the_last_is_erased()
    {
        Do(new Fact.ExpertRemoved(sana, league));
        Remembers("Әлиева").ShouldBeTrue();
        Do(new Fact.ExpertRemoved(sana, final));
        Remembers("Әлиева").ShouldBeFalse();
        Remembers("Серіков").ShouldBeTrue();
    }

    [Fact]
    public void who_asks_is_erased_everywhere_and_from_what_staff_were_shown()
    {
        using (var db = database.Db())
        {
            db.Staff.Add(new StaffRow { ChatId = staff, Role = "Manager", Since = Now });
            db.Chats.Add(new ChatRow { Id = staff, Channel = ChannelKind.Web, Version = 1, LastHeardAt = Now, CreatedAt = Now, State = DomainJson.Write(new ChatState { Language = "kk", Asked = new Reply.Message("1. Әлиева Сана") }) });
            db.WebMessages.Add(new WebMessageRow { ChatId = staff, FromBot = true, Payload = """{"text":"Әлиева Сана"}""", At = Now });
            db.SaveChanges();
        }
        Do(new Fact.ExpertErased(sana));
        Remembers("Әлиева").ShouldBeFalse();
        Remembers("Серіков").ShouldBeTrue();
    }

    /// <summary>Whether any cell of any table holds the word.</summary>
    private bool Remembers(string word) => database.Values().Any(v => v.Value.Contains(word, StringComparison.Ordinal));

    private void Do(Fact fact)
    {
        using var db = database.Db();
        new Aftermath(db, Now).Record(fact, staff);
        db.SaveChanges();
    }
}

public sealed class ExpertOnSqliteTests() : ExpertTests(Product.Sqlite);

public sealed class ExpertOnPostgresTests() : ExpertTests(Product.Postgres);
