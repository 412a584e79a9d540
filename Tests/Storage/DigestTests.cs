using GrantBot.Bot.Jobs;
using GrantBot.Bot.Setup;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>The weekly digest reaches each manager once a week, whatever stops the program when.</summary>
public abstract class DigestTests : IDisposable
{
    /// <summary>Monday, 09:00 in Aktau.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private static readonly BotSettings Settings = new()
    {
        Engine = new SqliteEngine("", "OFF"), Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau"), WebChat = true, LogFolder = "", DigestAt = new DigestTime(DayOfWeek.Monday, new TimeOnly(9, 0)),
        Organisation = new Organisation { Name = "Жастар алаңы", Bin = "000000000000", Phone = "–", Address = "–", DataOfficer = "–", DataOfficerContact = "–", GrantOperator = "–", Customer = "–", ConsentUntil = new DateOnly(2027, 12, 31) },
    };

    private readonly TestDatabase database;
    private readonly GrantBotDb db;

    protected DigestTests(Product product)
    {
        database = TestDatabase.Ready(product);
        db = database.Db();
        foreach (var role in new[] { StaffRole.Owner, StaffRole.Organiser, StaffRole.Desk, StaffRole.Viewer }) Staff(role);
        Plan(Monday.AddDays(-3));
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    [Fact]
    public void it_goes_to_managers_and_owners_and_is_planned_anew()
    {
        Due().ShouldBe(Monday);
        Run(Monday);
        db.Inbox.Count().ShouldBe(2);
        Due().ShouldBe(Monday.AddDays(7));
    }

    [Fact]
    public void a_restart_while_it_is_due_neither_loses_nor_doubles_it()
    {
        Plan(Monday.AddHours(5));
        Due().ShouldBe(Monday);
        var seen = db.Due.Single();
        Run(Monday.AddHours(5));
        new DigestWork(Settings).Run(new Aftermath(db, Monday.AddHours(5)), new DueRow { Kind = seen.Kind, Subject = seen.Subject, DueAt = Monday }); // the same row once more
        db.Inbox.Count().ShouldBe(2);
        Due().ShouldBe(Monday.AddDays(7));
    }

    [Fact]
    public void another_time_in_the_settings_counts_from_the_next_start_on_and_off_ends_it()
    {
        DigestWork.Plan(db, new DigestTime(DayOfWeek.Friday, new TimeOnly(18, 30)), Monday.AddDays(-1), Settings.Zone);
        Due().ShouldBe(new DateTimeOffset(2026, 3, 6, 18, 30, 0, TimeSpan.FromHours(5)));
        DigestWork.Plan(db, null, Monday, Settings.Zone);
        db.Due.ShouldBeEmpty();
    }

    [Fact]
    public void last_weeks_that_still_waits_for_the_window_is_dropped()
    {
        var chat = db.Staff.First(s => s.Role == nameof(StaffRole.Owner)).ChatId;
        db.Outbox.Add(new OutboxRow { ChatId = chat, Topic = Notice.WeeklyDigest.Counted, State = OutboxState.Held, Payload = "{}" });
        db.Outbox.Add(new OutboxRow { ChatId = chat, State = OutboxState.Held, Payload = "{}" });
        db.SaveChanges();
        Run(Monday);
        db.ChangeTracker.Clear();
        db.Outbox.Select(o => o.Payload).ToList().ShouldBe([null, "{}"], ignoreOrder: true);
    }

    private void Staff(StaffRole role)
    {
        var chat = new ChatId(Ids.New(Monday));
        db.Staff.Add(new StaffRow { ChatId = chat, Role = role.ToString(), Since = Monday });
        db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Web, State = "{}", CreatedAt = Monday, LastHeardAt = Monday });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = ChannelKind.Web, Value = role.ToString(), ChatId = chat });
        db.SaveChanges();
    }

    private void Plan(DateTimeOffset now)
    {
        DigestWork.Plan(db, Settings.DigestAt, now, Settings.Zone);
        db.SaveChanges();
    }

    private DateTimeOffset Due()
    {
        db.ChangeTracker.Clear();
        return db.Due.Single().DueAt;
    }

    private void Run(DateTimeOffset now) => new DigestWork(Settings).Run(new Aftermath(db, now), db.Due.Single()).ShouldBeNull();
}

public sealed class DigestOnSqliteTests() : DigestTests(Product.Sqlite);

public sealed class DigestOnPostgresTests() : DigestTests(Product.Postgres);
