using GrantBot.Domain;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Desk;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Conversation;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Storage;

/// <summary>Who came is counted once for each session, whoever saw them, in chats and on pages at once.</summary>
public abstract class DoorTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 4, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");
    private readonly TestDatabase database;
    private readonly EventId camp = new(Ids.New(Now));
    private readonly ChatId staff = new(Ids.New(Now));
    private readonly RegistrationRow sana;
    private readonly Writer writer;
    private int turns;

    protected DoorTests(Product product)
    {
        database = TestDatabase.Ready(product);
        using (var db = database.Db())
        {
            var e = new EventRow { Id = camp, Code = "camp", StartsAt = Now, ClosesAt = Now.AddDays(-1) };
            db.Events.Add(e);
            DoorSecret.Ensure(db);
            sana = DoorScene.Add(db, e, "Әлиева", "Сана", "K7M2QX");
            db.SaveChanges();
        }
        writer = new Writer(database.Engine);
    }

    public void Dispose()
    {
        writer.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task twenty_desks_at_once_count_one_person_once()
    {
        var chats = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => writer.WriteAsync(Turn(Seen(""), Moved()))));
        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ScanAsync(new DeskScan(Ids.New(Now), sana.Number, null, "", Now.ToUnixTimeMilliseconds()))));
        (chats.Count(c => c) + pages.Count(v => v.Verdict == "in")).ShouldBe(1);
        pages.ShouldAllBe(v => v.Verdict == "in" || v.Verdict == "again");
        using var db = database.Db();
        (db.Attendance.Count(), db.Registrations.Single().Status).ShouldBe((1, RegistrationStatus.Attended));
        db.Facts.Count(f => f.Type == nameof(Fact.CheckedIn)).ShouldBe(1);
    }

    [Fact]
    public async Task each_session_counts_by_itself_and_the_last_one_taken_back_makes_them_expected_again()
    {
        (await writer.WriteAsync(Turn(Seen("day1"), Moved()))).ShouldBeTrue();
        (await writer.WriteAsync(Turn(Seen("day2")))).ShouldBeTrue();
        (await writer.WriteAsync(Turn(new Fact.CheckInUndone(sana.Id, camp, sana.PersonId, "day2")))).ShouldBeTrue();
        (await writer.WriteAsync(Turn(new Fact.CheckInUndone(sana.Id, camp, sana.PersonId, "day2")))).ShouldBeFalse();
        (await writer.WriteAsync(Turn(new Fact.CheckInUndone(sana.Id, camp, sana.PersonId, "day1"),
            new Fact.RegistrationMoved(sana.Id, camp, sana.PersonId, RegistrationStatus.Attended, RegistrationStatus.Confirmed, MoveReason.CheckInUndone)))).ShouldBeTrue();
        using var db = database.Db();
        (db.Attendance.Count(), db.Registrations.Single().Status, db.Events.Single().Taken).ShouldBe((0, RegistrationStatus.Confirmed, 1));
    }

    [Fact]
    public async Task a_scan_that_is_sent_again_is_the_same_scan()
    {
        var scan = new DeskScan(Ids.New(Now), null, Token("K7M2QX"), null, Now.AddMinutes(-7).ToUnixTimeMilliseconds());
        var first = await ScanAsync(scan);
        first.ShouldBe(new DeskVerdict(scan.Id, "in", sana.Number, Now.AddMinutes(-7).ToUnixTimeMilliseconds()));
        (await ScanAsync(scan)).ShouldBe(first);
        (await ScanAsync(scan with { Id = Ids.New(Now) })).Verdict.ShouldBe("again");
    }

    [Fact]
    public async Task what_a_page_takes_back_does_not_count_and_the_fact_stays()
    {
        var (scan, now) = (new DeskScan(Ids.New(Now), sana.Number, null, "", Now.ToUnixTimeMilliseconds()), Now.ToUnixTimeMilliseconds());
        (await ScanAsync(scan)).Verdict.ShouldBe("in");
        (await ScanAsync(new DeskScan(Ids.New(Now), null, null, "", now, scan.Id))).ShouldSatisfyAllConditions(v => v.Verdict.ShouldBe("undone"), v => v.Number.ShouldBe(sana.Number), v => v.At.ShouldBeNull());
        using var db = database.Db();
        (db.Attendance.Count(), db.Registrations.Single().Status).ShouldBe((0, RegistrationStatus.Confirmed));
        db.Facts.OrderBy(f => f.Id).Select(f => f.Type).ToList().ShouldBe([nameof(Fact.CheckedIn), nameof(Fact.RegistrationMoved), nameof(Fact.CheckInUndone), nameof(Fact.RegistrationMoved)]);
    }

    [Fact]
    public async Task a_batch_whose_answer_was_lost_is_sent_again_and_changes_nothing()
    {
        var wrong = new DeskScan(Ids.New(Now), sana.Number, null, "", Now.ToUnixTimeMilliseconds());
        var back = wrong with { Id = Ids.New(Now), Undo = wrong.Id };
        var right = wrong with { Id = Ids.New(Now) };
        foreach (var round in new[] { 1, 2 })
        {
            (await ScanAsync(wrong)).Verdict.ShouldBe(round == 1 ? "in" : "undone");
            (await ScanAsync(back)).Verdict.ShouldBe("undone");
            (await ScanAsync(right)).Verdict.ShouldBe("in");
        }
        using var db = database.Db();
        db.Attendance.Single().ScanId.ShouldBe(right.Id.ToString("N"));
        db.Facts.Count(f => f.Type == nameof(Fact.CheckInUndone)).ShouldBe(1);
    }

    [Fact]
    public async Task a_page_takes_back_nothing_but_its_own_scan()
    {
        var mine = new DeskScan(Ids.New(Now), sana.Number, null, "", Now.ToUnixTimeMilliseconds());
        (await writer.WriteAsync(Turn(Seen(""), Moved()))).ShouldBeTrue();
        (await ScanAsync(mine)).Verdict.ShouldBe("again");
        (await ScanAsync(mine with { Id = Ids.New(Now), Undo = mine.Id })).Verdict.ShouldBe("undone");
        using var db = database.Db();
        (db.Attendance.Count(), db.Registrations.Single().Status).ShouldBe((1, RegistrationStatus.Attended));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("foreign")]
    [InlineData("gone")]
    public async Task the_server_does_not_believe_a_page(string verdict)
    {
        var good = Token("K7M2QX");
        var token = verdict switch { "forged" => good[..^1] + (good[^1] == 'A' ? 'B' : 'A'), "foreign" => new DoorKey(new byte[32], new EventId(Ids.New(Now))).Token("K7M2QX").Text, _ => Token("ZZZZZZ") };
        (await ScanAsync(new DeskScan(Ids.New(Now), null, token, "", 0))).Verdict.ShouldBe(verdict);
        using var db = database.Db();
        db.Attendance.Any().ShouldBeFalse();
    }

    [Theory]
    [InlineData(-3_000)]
    [InlineData(90)]
    public async Task a_wrong_clock_of_a_device_moves_nobody(int minutes) =>
        (await ScanAsync(new DeskScan(Ids.New(Now), sana.Number, null, "", Now.AddMinutes(minutes).ToUnixTimeMilliseconds()))).At.ShouldBe(Now.ToUnixTimeMilliseconds());

    [Fact]
    public async Task nobody_is_checked_in_before_the_day()
    {
        using (var db = database.Db()) db.Events.ExecuteUpdate(s => s.SetProperty(e => e.StartsAt, Now.AddDays(2)));
        (await ScanAsync(new DeskScan(Ids.New(Now), sana.Number, null, "", 0))).Verdict.ShouldBe("early");
    }

    [Fact]
    public async Task lists_name_the_team_and_the_page_gets_no_more_than_it_needs()
    {
        await writer.WriteAsync(Turn(Seen(""), Moved()));
        var team = new TeamId(Ids.New(Now));
        using (var db = database.Db())
        {
            db.Teams.Add(new TeamRow { Id = team, EventId = camp, Number = 1, Name = "Алғыр", NameKey = "алгыр", Code = "T1T2T3", Status = RegistrationStatus.Confirmed, Seats = 1, ConfirmBy = Now, MadeAt = Now });
            db.SaveChanges();
            db.Registrations.ExecuteUpdate(s => s.SetProperty(r => r.TeamId, team));
        }
        using var after = database.Db();
        DoorQuery.Guests(after, camp, "").ShouldHaveSingleItem().ShouldBe(new KnownGuest(sana.Id, 1, "Әлиева Сана", "Алғыр", "K7M2QX", Now));
        DoorQuery.Guests(after, camp, "day2").ShouldHaveSingleItem().CameAt.ShouldBeNull();
        var list = DeskList.Of(after, KnowledgeReader.Events(after).Single(), Zone, Now);
        list.People.ShouldHaveSingleItem().ShouldBe(new DeskPerson(1, "Әлиева Сана", "Алғыр", "K7M2QX"));
        list.Came.ShouldHaveSingleItem().ShouldBe(new DeskMark(1, "", Now.ToUnixTimeMilliseconds(), null));
        (list.Opens, list.WipeAt).ShouldBe((new DateTimeOffset(2026, 4, 5, 0, 0, 0, TimeSpan.FromHours(5)).ToUnixTimeMilliseconds(), new DateTimeOffset(2026, 4, 7, 0, 0, 0, TimeSpan.FromHours(5)).ToUnixTimeMilliseconds()));
    }

    [Fact]
    public async Task an_erased_person_stays_as_a_count_and_is_in_no_list()
    {
        await writer.WriteAsync(Turn(Seen(""), Moved()));
        using (var db = database.Db())
        {
            db.Staff.Add(new StaffRow { ChatId = staff, Role = "Operator", Since = Now });
            db.Chats.Add(new ChatRow { Id = new(Ids.New(Now)), Channel = ChannelKind.Web, State = "{}", Language = "kk", Version = 1, LastHeardAt = Now, CreatedAt = Now });
            db.SaveChanges();
            Eraser.Erase(db, sana.PersonId, asking: null, Now);
            db.SaveChanges();
        }
        using var after = database.Db();
        (after.Attendance.Count(), after.Attendance.Single().RegistrationId).ShouldBe((1, sana.Id));
        DoorQuery.Guests(after, camp, "").ShouldBeEmpty();
    }

    [Fact]
    public void what_staff_were_shown_of_an_erased_person_goes_too()
    {
        using (var db = database.Db())
        {
            db.Staff.Add(new StaffRow { ChatId = staff, Role = "Operator", Since = Now });
            var asked = new Reply.Message("1") { Options = [new Option(sana.Id.Value.ToString("N"), "Әлиева Сана")], Prompt = 1 };
            db.Chats.Add(new ChatRow { Id = staff, Channel = ChannelKind.Web, Version = 1, LastHeardAt = Now, CreatedAt = Now, State = DomainJson.Write(new ChatState { Language = "kk", Dialog = new DialogState.Desk(camp, ""), Asked = asked, Prompt = 1 }) });
            db.WebMessages.Add(new WebMessageRow { ChatId = staff, FromBot = true, Payload = """{"text":"Белгіленді: Әлиева Сана"}""", At = Now });
            db.WebMessages.Add(new WebMessageRow { ChatId = staff, FromBot = true, Payload = """{"text":"Белгіленді: Серіков Арман"}""", At = Now });
            db.Outbox.Add(new OutboxRow { ChatId = staff, Payload = DomainJson.Write(new Reply.Message("Белгіленді: Әлиева Сана")), Language = "kk", State = OutboxState.Sent, CreatedAt = Now, DueAt = Now });
            db.SaveChanges();
            Eraser.Erase(db, sana.PersonId, asking: null, Now);
            db.SaveChanges();
        }
        using var after = database.Db();
        after.Chats.Single(c => c.Id == staff).State.ShouldNotContain("Әлиева");
        after.WebMessages.Select(m => m.Payload).ToList().ShouldHaveSingleItem().ShouldContain("Серіков");
        after.Outbox.Single().Payload.ShouldBeNull();
    }

    private string Token(string ticket)
    {
        using var db = database.Db();
        return DoorQuery.Key(db, camp).Token(ticket).Text;
    }

    private async Task<DeskVerdict> ScanAsync(DeskScan scan)
    {
        DeskVerdict? verdict = null;
        await writer.WriteAsync(new Work.Background(db => verdict = new DeskScans(new Aftermath(db, Now), KnowledgeReader.Events(db).Single(), staff, Zone).Take(scan)) { Now = Now });
        return verdict!;
    }

    private Fact.CheckedIn Seen(string session) => new(sana.Id, camp, sana.PersonId, session, CheckInWay.List, Now);

    private Fact.RegistrationMoved Moved() => new(sana.Id, camp, sana.PersonId, RegistrationStatus.Confirmed, RegistrationStatus.Attended, MoveReason.CheckedIn);

    /// <summary>A turn of a staff chat of its own.</summary>
    private Work.TakeTurn Turn(params Fact[] facts)
    {
        var state = new ChatState { Language = "kk" };
        var number = $"desk{turns++}";
        return new() { Entry = new(new(ChannelKind.Telegram, number, number, 0, default), id: 1), Chat = new(Ids.New(Now)), Address = new(ChannelKind.Telegram, number), Version = 0, State = state, StateJson = DomainJson.Write(state), Replies = [], Facts = facts, Now = Now };
    }
}

public sealed class DoorOnSqliteTests() : DoorTests(Product.Sqlite);

public sealed class DoorOnPostgresTests() : DoorTests(Product.Postgres);
