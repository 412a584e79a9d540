using GrantBot.Bot.Jobs;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Storage;

/// <summary>What is taken back within a minute leaves the event as it was and tells nobody; what is not is told after the minute.</summary>
public abstract class PlanUndoTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly EventId camp = new(Ids.New(Start));
    private readonly ChatId chat = new(Ids.New(Start));
    private readonly Guid change = Ids.New(Start);
    private GrantBotDb db;
    private DateTimeOffset now = Start;
    private int number;

    protected PlanUndoTests(Product product)
    {
        database = TestDatabase.Ready(product);
        db = database.Db();
        db.Events.Add(new EventRow
        {
            Id = camp, Code = "camp", PlaceKk = "Ақтау", PlaceRu = "Актау", PlaceEn = "Aktau", Capacity = 1, StartsAt = Start.AddDays(20), ClosesAt = Start.AddDays(19), EndsAt = Start.AddDays(22),
            ReplacesUntil = Start.AddDays(18), Sessions = DomainJson.Write([new Session("s1", new("1-күн", "День 1", ""), Start.AddDays(20))]),
        });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = ChannelKind.Web, Value = "a", ChatId = chat });
        db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Web, Version = 1, State = "{}", LastHeardAt = Start, CreatedAt = Start, Reachable = true });
        db.SaveChanges();
        Register(RegistrationStatus.Confirmed);
        Register(RegistrationStatus.Waitlisted);
        Work();
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    public static TheoryData<string> Kinds => ["opened", "closed", "seats", "unlimited", "moved", "calledoff"];

    [Theory, MemberData(nameof(Kinds))]
    public void taken_back_within_the_minute_the_event_is_what_it_was_and_nobody_is_told(string kind)
    {
        if (kind == "opened") Do(new Fact.RegistrationOpened(camp, Open: false));
        Do(Fact(kind, null)); // once for good, so that the minute is not the first thing that ever happened
        if (kind == "calledoff") { db.Events.ExecuteUpdate(s => s.SetProperty(e => e.CalledOff, (string?)null)); db.Due.ExecuteDelete(); }
        else { now += TimeSpan.FromHours(1); Work(); }
        var (before, told) = (Standing(), Told());
        Do(Other(kind) with { Change = change });
        Standing().ShouldNotBe(before);
        now += TimeSpan.FromSeconds(59);
        Work();
        Told().ShouldBe(told);
        Do(new Fact.PlanUndone(camp, change, Event().LastChange!.Was));
        Standing().ShouldBe(before);
        now += TimeSpan.FromMinutes(5);
        Work();
        Told().ShouldBe(told);
        db.Due.AsNoTracking().Where(d => d.Kind == EventProjection.MovedDue || d.Kind == EventProjection.CalledOffDue).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("seats", 1)]
    [InlineData("moved", 2)]
    [InlineData("calledoff", 1)]
    public void what_is_not_taken_back_is_told_after_the_minute_and_then_stays(string kind, int people)
    {
        Do(Fact(kind, change));
        now += TimeSpan.FromSeconds(59);
        Work();
        Told().ShouldBe(0);
        now += TimeSpan.FromSeconds(1);
        Work();
        Told().ShouldBe(people);
        var changed = Event().LastChange!;
        changed.State.ShouldBe(PlanChangeState.Told);
        Should.Throw<ConflictException>(() => Do(new Fact.PlanUndone(camp, change, changed.Was)));
    }

    [Fact]
    public void after_a_later_change_or_a_second_time_nothing_is_taken_back()
    {
        Do(Fact("seats", change));
        var was = Event().LastChange!.Was;
        var later = Ids.New(now);
        Do(new Fact.RegistrationOpened(camp, Open: false) { Change = later });
        Should.Throw<ConflictException>(() => Do(new Fact.PlanUndone(camp, change, was)));
        Do(new Fact.PlanUndone(camp, later, Event().LastChange!.Was));
        Should.Throw<ConflictException>(() => Do(new Fact.PlanUndone(camp, later, was)));
        (Event().Capacity, Event().Open).ShouldBe((3, true));
    }

    [Fact]
    public void a_second_move_taken_back_still_tells_of_the_first()
    {
        Do(Fact("moved", Ids.New(now)));
        now += TimeSpan.FromSeconds(20);
        Do(new Fact.EventMoved(camp, Start.AddDays(40), new("б", "б", "b")) { Change = change });
        now += TimeSpan.FromSeconds(20);
        Do(new Fact.PlanUndone(camp, change, Event().LastChange!.Was));
        Work();
        Told().ShouldBe(2);
        Event().StartsAt.ShouldBe(Start.AddDays(27));
    }

    [Fact]
    public void a_seat_that_comes_free_within_the_minute_waits_for_its_end()
    {
        Do(Fact("closed", change));
        DueRows.Set(db, SeatLedger.Due, camp.Value, now);
        db.Events.ExecuteUpdate(s => s.SetProperty(e => e.Capacity, 5));
        Work();
        Told().ShouldBe(0);
        now += TimeSpan.FromSeconds(61);
        Work();
        Told().ShouldBe(1);
    }

    [Fact]
    public void a_reminder_that_falls_into_the_minute_of_a_calling_off_taken_back_is_not_lost()
    {
        DueRows.Set(db, EventDue.Day, camp.Value, now.AddSeconds(30));
        Do(Fact("calledoff", change));
        now += TimeSpan.FromSeconds(40);
        Work();
        Told().ShouldBe(0);
        Do(new Fact.PlanUndone(camp, change, Event().LastChange!.Was));
        now += TimeSpan.FromSeconds(40);
        Work();
        Told().ShouldBe(1);
    }

    private Fact.PlanChanged Fact(string kind, Guid? id) => (kind switch
    {
        "opened" => (Fact.PlanChanged)new Fact.RegistrationOpened(camp, Open: false),
        "closed" => new Fact.RegistrationOpened(camp, Open: true),
        "seats" => new Fact.CapacitySet(camp, 3),
        "unlimited" => new Fact.CapacitySet(camp, 2),
        "moved" => new Fact.EventMoved(camp, Start.AddDays(27), new("а", "а", "a")),
        _ => new Fact.EventCalledOff(camp, "боран"),
    }) with
    { Change = id };

    private Fact.PlanChanged Other(string kind) => kind switch
    {
        "opened" => new Fact.RegistrationOpened(camp, Open: true),
        "closed" => new Fact.RegistrationOpened(camp, Open: false),
        "seats" => new Fact.CapacitySet(camp, 30),
        "unlimited" => new Fact.CapacitySet(camp, null),
        "moved" => new Fact.EventMoved(camp, Start.AddDays(40), new("б", "б", "b")) { Venue = change, Territory = "beineu" },
        _ => new Fact.EventCalledOff(camp, "дауыл"),
    };

    private EventInfo Event()
    {
        db.ChangeTracker.Clear();
        return KnowledgeReader.Events(db).Single();
    }

    /// <summary>All of the event's row but the change itself.</summary>
    private string Standing()
    {
        db.ChangeTracker.Clear();
        var row = db.Entry(db.Events.Single());
        return string.Join('|', row.Properties.Where(p => p.Metadata.Name is not (nameof(EventRow.LastChange) or nameof(EventRow.MovedAt) or nameof(EventRow.Taken) or nameof(EventRow.Waiting))).Select(p => $"{p.Metadata.Name}={p.CurrentValue}"));
    }

    /// <summary>How many notices were written in all.</summary>
    private int Told() => db.Inbox.AsNoTracking().Count();

    private void Register(RegistrationStatus status) => Do(new Fact.RegistrationMade(new(Ids.New(now)), camp, new(Ids.New(now)), ++number)
    {
        Status = status, Queued = status is RegistrationStatus.Waitlisted, Chat = chat, Ticket = $"T{number:00000}", FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string>(),
    });

    private void Do(Fact fact)
    {
        db.Dispose();
        db = database.Db();
        using var transaction = db.Database.BeginTransaction();
        new Aftermath(db, now).Record(fact, chat);
        db.SaveChanges();
        transaction.Commit();
    }

    /// <summary>Does what is due, as the worker does; the program may have been started anew since.</summary>
    private void Work()
    {
        db.Dispose();
        db = database.Db();
        IDueWork[] works = [new MovedWork(Deployment), new CalledOffWork(Deployment), new SeatsWork(), new ReminderWork(EventDue.Day), new ReminderWork(EventDue.Hours)];
        foreach (var due in db.Due.AsNoTracking().Where(d => d.DueAt <= now).OrderBy(d => d.DueAt).ThenBy(d => d.Id).ToList())
        {
            if (works.FirstOrDefault(w => w.Kind == due.Kind) is not { } work) continue;
            work.Run(new Aftermath(db, now), due);
            db.SaveChanges();
            db.Due.Where(d => d.Id == due.Id && d.DueAt <= now).ExecuteDelete();
        }
    }

    private static readonly Deployment Deployment = new(Given.Locales.Shipped, null!, TimeZoneInfo.Utc, (_, _) => null, _ => [], _ => null);
}

public sealed class PlanUndoOnSqliteTests() : PlanUndoTests(Product.Sqlite);

public sealed class PlanUndoOnPostgresTests() : PlanUndoTests(Product.Postgres);
