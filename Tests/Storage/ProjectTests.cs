using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrantBot.Tests.Storage;

/// <summary>Grant projects: what is described, and the order of categories that is frozen for the same code.</summary>
public abstract class ProjectTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly GrantProject League = new("004B", new("Лига", "Лига", ""), "ГК-17", new(2026, 2, 1), new(2026, 11, 30), "Оператор") { Participants = 175, Satisfaction = 80 };
    private readonly TestDatabase database = TestDatabase.Ready(product);

    public void Dispose() => database.Dispose();

    [Fact]
    public void a_project_is_what_was_said_of_it_last_and_the_latest_stands_first()
    {
        Do(new Fact.ProjectSet(League));
        Do(new Fact.ProjectSet(League with { Code = "005", From = new(2027, 2, 1), To = new(2027, 11, 30) }));
        Do(new Fact.ProjectSet(League with { Contract = "ГК-18", Events = 9 }));
        using var db = database.Db();
        ProjectCounting.All(db).Select(p => (p.Code, p.Contract, p.Events)).ShouldBe([("005", "ГК-17", null), ("004B", "ГК-18", 9)]);
    }

    [Fact]
    public void the_order_of_categories_is_frozen_for_a_described_project_too_and_a_code_alone_is_no_project()
    {
        Do(new Fact.ProjectSet(League));
        Do(new Fact.TablesAsked("004B", "children youth", StatusLayout.Flat, "kk"));
        Do(new Fact.TablesAsked("007", "youth children", StatusLayout.Flat, "kk"));
        Should.Throw<ConflictException>(() => Do(new Fact.TablesAsked("004B", "youth children", StatusLayout.Flat, "kk")));
        using var db = database.Db();
        ProjectCounting.All(db).ShouldBe([League]);
        db.Projects.Find("004B")!.CategoryOrder.ShouldBe("children youth");
    }

    [Fact]
    public void a_person_counts_once_for_all_events_of_a_project_and_other_projects_do_not_count()
    {
        Do(new Fact.ProjectSet(League));
        var person = new PersonId(Ids.New(Now));
        Attend(Event("one", "004B", Now.AddDays(-9)), person);
        Attend(Event("two", "004b", Now.AddDays(-2)), person);
        Attend(Event("else", "005", Now.AddDays(-2)), new(Ids.New(Now)));
        Event("ahead", "004B", Now.AddDays(9));
        using var db = database.Db();
        using var databases = new Databases(database.Engine.Options);
        new ProjectCounting(new EventBook(databases, TimeProvider.System), new FormBook(databases, new([]), NullLogger<FormBook>.Instance), TimeZoneInfo.Utc).Of(db, "004B", Now).ShouldBe(new ProjectCounts(2, 1, 1, 0, 0, 0));
    }

    private EventId Event(string code, string project, DateTimeOffset at)
    {
        var id = new EventId(Ids.New(Now));
        using var db = database.Db();
        db.Events.Add(new EventRow { Id = id, Code = code, Project = project, StartsAt = at, ClosesAt = at });
        db.SaveChanges();
        return id;
    }

    private void Attend(EventId id, PersonId person)
    {
        var registration = new RegistrationId(Ids.New(Now));
        Do(new Fact.RegistrationMade(registration, id, person, 1) { Ticket = "T00001", FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string>() });
        Do(new Fact.RegistrationMoved(registration, id, person, RegistrationStatus.Confirmed, RegistrationStatus.Attended, MoveReason.CheckedIn));
    }

    private void Do(Fact fact)
    {
        using var db = database.Db();
        new Aftermath(db, Now).Record(fact);
        db.SaveChanges();
    }
}

public sealed class ProjectOnSqliteTests() : ProjectTests(Product.Sqlite);

public sealed class ProjectOnPostgresTests() : ProjectTests(Product.Postgres);
