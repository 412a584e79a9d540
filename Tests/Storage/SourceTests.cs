using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>What is counted by source adds up to the event, whoever cancels or is erased.</summary>
public abstract class SourceTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly GrantBotDb db;
    private readonly EventId camp = new(Ids.New(Now));
    private readonly Aftermath after;
    private int number;

    protected SourceTests(Product product)
    {
        database = TestDatabase.Ready(product);
        db = database.Db();
        db.Events.Add(new EventRow { Id = camp, Code = "camp", StartsAt = Now.AddDays(20), ClosesAt = Now.AddDays(19) });
        db.SaveChanges();
        after = new(db, Now);
        after.Record(new Fact.SourceAdded(camp, "instagram", "Instagram"));
        after.Record(new Fact.SourceAdded(camp, "school", "№7 мектеп"));
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    [Fact]
    public void people_are_counted_by_their_source_and_all_others_as_without_one()
    {
        after.Record(new Fact.SourceOpened(camp, "instagram"));
        after.Record(new Fact.SourceOpened(camp, "instagram"));
        Register("instagram");
        Comes(Register("instagram"));
        Register(null);
        Comes(Register("gone"));
        var read = SourceQuery.Read(db, camp);
        read.All.ShouldBe([new("instagram", "Instagram", 2, 2, 1), new("school", "№7 мектеп", 0, 0, 0)]);
        (read.Registered, read.Came).ShouldBe((2, 1));
    }

    [Fact]
    public void a_cancelled_registration_counts_no_more_and_its_source_stays()
    {
        var id = Register("school");
        after.Record(new Fact.RegistrationMoved(id, camp, Person(id), RegistrationStatus.Confirmed, RegistrationStatus.Cancelled, MoveReason.ByParticipant));
        SourceQuery.Read(db, camp).All[1].Registered.ShouldBe(0);
        db.Registrations.Single().Source.ShouldBe("school");
    }

    [Fact]
    public void two_of_the_staff_cannot_make_the_same_code() => Should.Throw<ConflictException>(() => after.Record(new Fact.SourceAdded(camp, "school", "Школа № 7")));

    [Fact]
    public void sources_of_another_event_are_its_own()
    {
        var other = new EventId(Ids.New(Now));
        after.Record(new Fact.SourceAdded(other, "school", "№7 мектеп"));
        after.Record(new Fact.SourceOpened(other, "school"));
        SourceQuery.Read(db, camp).All[1].Opened.ShouldBe(0);
    }

    private RegistrationId Register(string? source)
    {
        var id = new RegistrationId(Ids.New(Now));
        after.Record(new Fact.RegistrationMade(id, camp, new(Ids.New(Now)), ++number) { Source = source, Ticket = $"T{number:00000}", FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string>() });
        return id;
    }

    private PersonId Person(RegistrationId id) => db.Registrations.Single(r => r.Id == id).PersonId;

    private void Comes(RegistrationId id) => after.Record(new Fact.RegistrationMoved(id, camp, Person(id), RegistrationStatus.Confirmed, RegistrationStatus.Attended, MoveReason.CheckedIn));
}

public sealed class SourceOnSqliteTests() : SourceTests(Product.Sqlite);

public sealed class SourceOnPostgresTests() : SourceTests(Product.Postgres);
