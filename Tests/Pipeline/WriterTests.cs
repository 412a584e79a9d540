using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace GrantBot.Tests.Pipeline;

/// <summary>Many works share a commit; each is whole or not at all, and everybody learns what became of theirs.</summary>
public sealed class WriterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-writer-");
    private readonly SqliteWriter writer;

    public WriterTests()
    {
        using (var connection = SqliteDatabase.Open(Connection, "OFF")) SqliteMigrations.Apply(connection);
        writer = new SqliteWriter(Connection, "OFF");
    }

    private string Connection => $"Data Source={Path.Combine(folder.FullName, "w.db")};Default Timeout=1";

    public void Dispose()
    {
        writer.Dispose();
        using (var connection = new SqliteConnection(Connection)) SqliteConnection.ClearPool(connection);
        folder.Delete(recursive: true);
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
        using (var other = new SqliteConnection(Connection))
        {
            other.Open();
            Run(other, "PRAGMA busy_timeout=100; BEGIN EXCLUSIVE");
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
        await writer.WriteAsync(new Work.Background(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(db.Database, "PRAGMA max_page_count=1")));
        using var gate = new ManualResetEventSlim();
        var first = writer.WriteAsync(new Work.Background(db => { gate.Wait(); db.Settings.Add(new SettingRow { Key = "small", Value = "v" }); }));
        var large = writer.WriteAsync(new Work.Background(db => db.Settings.Add(new SettingRow { Key = "large", Value = new string('x', 2_000_000) })));
        gate.Set();
        await ShouldFail(large);
        await ShouldFail(first);
        Keys().ShouldBe(["before"]);
        await writer.WriteAsync(new Work.Background(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(db.Database, "PRAGMA max_page_count=1000000")));
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
        var state = new ChatState { Language = "kk" };
        var chat = new GrantBot.Domain.ChatId(GrantBot.Domain.Ids.New(House.Today));
        Work.TakeTurn Turn(int version) => new()
        {
            InboxId = 1, Chat = chat, Address = new(ChannelKind.Telegram, "1"), Version = version, State = state, StateJson = DomainJson.Write(state), Facts = [new Fact.ChatLeft()], Now = House.Today,
            Replies = [new OutboxLine { Chat = chat, Reply = new Reply.Message("x"), Json = DomainJson.Write(new Reply.Message("x")), Language = "kk" }],
        };
        (await writer.WriteAsync(Turn(0))).ShouldBeTrue();
        (await writer.WriteAsync(Turn(1))).ShouldBeTrue();
        (await writer.WriteAsync(Turn(1))).ShouldBeFalse();
        (await writer.WriteAsync(Turn(0))).ShouldBeFalse();
        using var db = new GrantBotDb(SqliteDatabase.Options(Connection));
        (db.Chats.Single().Version, db.Facts.Count(), db.Outbox.Count()).ShouldBe((2, 2, 2));
    }

    private static Work.Background Setting(string key) => new(db => db.Settings.Add(new SettingRow { Key = key, Value = "v" }));

    private static async Task ShouldFail(Task<bool> work)
    {
        try { await work.WaitAsync(TimeSpan.FromSeconds(40)); }
        catch (Exception e) when (e is SqliteException or Microsoft.EntityFrameworkCore.DbUpdateException) { return; }
        throw new ShouldAssertException("It was not told");
    }

    private List<string> Keys()
    {
        using var db = new GrantBotDb(SqliteDatabase.Options(Connection));
        return [.. db.Settings.Select(s => s.Key)];
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
