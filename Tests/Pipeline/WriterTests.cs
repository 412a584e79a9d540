using System.Data.Common;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Postgres;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Pipeline;

/// <summary>Many works share a commit; each is whole or not at all, and everybody learns what became of theirs.</summary>
public abstract class WriterTests : IDisposable
{
    private readonly TestDatabase database;
    private readonly Writer writer;
    private readonly string locks, full, room;

    protected WriterTests(Product product)
    {
        database = TestDatabase.Ready(product);
        writer = new Writer(database is PostgresCopy copy ? new PostgresEngine(PostgresDatabase.Completed(copy.ConnectionString + ";Command Timeout=1"), Path.GetTempPath()) : new SqliteEngine(((SqliteFile)database).Connection + ";Default Timeout=1", "OFF"));
        (locks, full, room) = product is Product.Postgres
            ? ("BEGIN; LOCK TABLE settings IN ACCESS EXCLUSIVE MODE",
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE SQLSTATE ''53100''; END'; CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON settings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()", // at the commit
                "DROP TRIGGER refuse ON settings")
            : ("PRAGMA busy_timeout=100; BEGIN EXCLUSIVE", "PRAGMA max_page_count=1", "PRAGMA max_page_count=1000000");
    }

    public void Dispose()
    {
        writer.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task one_failing_work_does_not_spoil_its_neighbours()
    {
        using var gate = new ManualResetEventSlim();
        var first = writer.WriteAsync(new Work.Background(_ => gate.Wait()));
        var works = Enumerable.Range(1, 30).Select(i => writer.WriteAsync(new Work.Background(db =>
        {
            db.Settings.Add(new SettingRow { Key = $"k{i}", Value = "v" });
            db.SaveChanges();
            if (i % 10 == 0) throw new InvalidOperationException("a fault of ours");
        }))).ToList();
        gate.Set();
        await first;
        for (var i = 1; i <= works.Count; i++)
        {
            if (i % 10 == 0) await Should.ThrowAsync<InvalidOperationException>(works[i - 1]);
            else (await works[i - 1]).ShouldBeTrue();
        }
        Keys().Count.ShouldBe(27);
        Keys().ShouldNotContain("k10");
    }

    [Fact]
    public async Task a_work_that_meets_what_is_there_already_is_undone_and_says_so()
    {
        (await writer.WriteAsync(Setting("k"))).ShouldBeTrue();
        (await writer.WriteAsync(Setting("k"))).ShouldBeFalse();
        (await writer.WriteAsync(Setting("l"))).ShouldBeTrue();
    }

    [Fact]
    public async Task works_that_wait_share_a_commit()
    {
        using var gate = new ManualResetEventSlim();
        var first = writer.WriteAsync(new Work.Background(_ => gate.Wait()));
        var works = Enumerable.Range(1, 300).Select(i => writer.WriteAsync(Setting($"k{i}"))).ToList();
        gate.Set();
        await first;
        await works[0];
        works.ShouldAllBe(w => w.IsCompletedSuccessfully || !w.IsCompleted);
        (await Task.WhenAll(works)).ShouldAllBe(w => w);
        Keys().Count.ShouldBe(300);
    }

    [Fact]
    public async Task while_another_program_locks_the_database_everybody_is_told_and_afterwards_all_goes_on()
    {
        using (var other = database.Connect())
        {
            Run(other, locks);
            await ShouldFail(writer.WriteAsync(Setting("a")));
            Run(other, "ROLLBACK");
        }
        (await writer.WriteAsync(Setting("b"))).ShouldBeTrue();
        Keys().ShouldBe(["b"]);
    }

    [Fact]
    public async Task a_commit_that_the_disk_refuses_fails_all_its_works_and_keeps_none()
    {
        await writer.WriteAsync(Setting("before"));
        await writer.WriteAsync(Disk(full));
        using var gate = new ManualResetEventSlim();
        var first = writer.WriteAsync(new Work.Background(db => { gate.Wait(); db.Settings.Add(new SettingRow { Key = "small", Value = "v" }); }));
        var large = writer.WriteAsync(new Work.Background(db => db.Settings.Add(new SettingRow { Key = "large", Value = new string('x', 2_000_000) })));
        gate.Set();
        await ShouldFail(large);
        await ShouldFail(first);
        Keys().ShouldBe(["before"]);
        await writer.WriteAsync(Disk(room));
        (await writer.WriteAsync(Setting("after"))).ShouldBeTrue();
    }

    [Fact]
    public async Task what_waits_when_the_program_ends_is_written_and_what_comes_later_is_refused()
    {
        var works = Enumerable.Range(1, 100).Select(i => writer.WriteAsync(Setting($"k{i}"))).ToList();
        writer.Dispose();
        (await Task.WhenAll(works)).ShouldAllBe(w => w);
        await Should.ThrowAsync<ObjectDisposedException>(writer.WriteAsync(Setting("late")));
    }

    [Fact]
    public async Task a_turn_on_an_old_version_writes_nothing()
    {
        var guest = new Guest();
        Work.TakeTurn Turn(int version) => guest.Says(new(guest.Item("x"), id: 1), version);
        (await writer.WriteAsync(Turn(0))).ShouldBeTrue();
        (await writer.WriteAsync(Turn(1))).ShouldBeTrue();
        (await writer.WriteAsync(Turn(1))).ShouldBeFalse();
        (await writer.WriteAsync(Turn(0))).ShouldBeFalse();
        using var db = database.Db();
        (db.Chats.Single().Version, db.Facts.Count(), db.Outbox.Count()).ShouldBe((2, 2, 2));
    }

    [Fact]
    public async Task an_item_and_its_turn_share_a_commit_and_an_item_that_came_before_is_not_answered_again()
    {
        using var gate = new ManualResetEventSlim();
        var first = writer.WriteAsync(new Work.Background(_ => gate.Wait()));
        var guest = new Guest();
        InboxEntry entry = new(guest.Item("a")), again = new(guest.Item("a"));
        var works = new Work[] { new Work.Receive([entry], House.Today), guest.Says(entry, 0), new Work.Receive([again], House.Today), guest.Says(again, 1), new Work.Park(again, "threw", null, House.Today) };
        var written = works.Select(writer.WriteAsync).ToList();
        gate.Set();
        await first;
        (await Task.WhenAll(written)).ShouldBe([true, true, true, false, false]);
        (entry.Id, again.Id).ShouldBe((1, 0));
        using var db = database.Db();
        (db.Chats.Single().Version, db.Inbox.Single().State, db.Outbox.Count()).ShouldBe((1, InboxState.Done, 1));
    }

    [Fact]
    public async Task a_turn_is_not_written_when_the_disk_refused_the_item_it_answers()
    {
        using var gate = new ManualResetEventSlim();
        var guest = new Guest();
        var entry = new InboxEntry(guest.Item("a"));
        await writer.WriteAsync(Disk(full));
        var first = writer.WriteAsync(new Work.Background(_ => gate.Wait()));
        var stored = writer.WriteAsync(new Work.Receive([entry], House.Today));
        var large = writer.WriteAsync(new Work.Background(db => db.Settings.Add(new SettingRow { Key = "large", Value = new string('x', 2_000_000) })));
        gate.Set();
        await ShouldFail(stored);
        await ShouldFail(first);
        await ShouldFail(large);
        await writer.WriteAsync(Disk(room));
        (await writer.WriteAsync(guest.Says(entry, 0))).ShouldBeFalse();
    }

    [Fact]
    public async Task the_mark_of_a_sent_reply_is_written()
    {
        var guest = new Guest();
        var entry = new InboxEntry(guest.Item("a"));
        await writer.WriteAsync(new Work.Receive([entry], House.Today));
        var turn = guest.Says(entry, 0);
        await writer.WriteAsync(turn);
        (await writer.WriteAsync(new Work.MarkSent(turn.Replies[0].Id, turn.Chat, OutboxState.Sent, "7", null, House.Today))).ShouldBeTrue();
        using var db = database.Db();
        db.Outbox.Single().State.ShouldBe(OutboxState.Sent);
    }

    /// <summary>On the connection that writes, since SQLite limits each by itself.</summary>
    private static Work.Background Disk(string sql) => new(db =>
    {
        using var command = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).CreateCommand();
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        command.CommandText = sql;
        command.ExecuteNonQuery();
    });

    private static Work.Background Setting(string key) => new(db => db.Settings.Add(new SettingRow { Key = key, Value = "v" }));

    private static async Task ShouldFail(Task<bool> work)
    {
        try { await work.WaitAsync(TimeSpan.FromSeconds(40)); }
        catch (Exception e) when (e is DbException or Microsoft.EntityFrameworkCore.DbUpdateException) { return; }
        throw new ShouldAssertException("It was not told");
    }

    private List<string> Keys()
    {
        using var db = database.Db();
        return [.. db.Settings.Select(s => s.Key)];
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A new chat, and what is written when a turn of it is taken.</summary>
    private sealed class Guest
    {
        private readonly ChatId chat = new(Ids.New(House.Today));

        public InboxItem Item(string externalId) => new(ChannelKind.Telegram, externalId, "1", 0, "{}"u8.ToArray());

        public Work.TakeTurn Says(InboxEntry entry, int version)
        {
            var state = new ChatState { Language = "kk" };
            return new()
            {
                Entry = entry, Chat = chat, Address = new(ChannelKind.Telegram, "1"), Version = version, State = state, StateJson = DomainJson.Write(state), Facts = [new Fact.ChatLeft()], Now = House.Today,
                Replies = [new OutboxLine { Chat = chat, Reply = new Reply.Message("x"), Json = DomainJson.Write(new Reply.Message("x")), Language = "kk" }],
            };
        }
    }
}

public sealed class WriterOnSqliteTests() : WriterTests(Product.Sqlite);

public sealed class WriterOnPostgresTests() : WriterTests(Product.Postgres);
