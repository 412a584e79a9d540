using System.Data.Common;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Postgres;
using GrantBot.Infrastructure.Storage.Tables;
using Npgsql;

namespace GrantBot.Tests.Storage;

/// <summary>A server may go away in any moment; what was told to be durable is, once, and what was not is not.</summary>
public sealed class PostgresWriterTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly PostgresCopy database = new();
    private readonly CuttableWire wire;
    private readonly PostgresEngine engine;
    private readonly Writer writer;

    public PostgresWriterTests()
    {
        var given = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        wire = new(given.Host!);
        (given.Host, given.Port, given.SslMode, given.Timeout) = ("127.0.0.1", wire.Port, SslMode.Disable, 1);
        engine = new PostgresEngine(PostgresDatabase.Completed(given.ConnectionString), database.Engine.Beside("."));
        writer = new Writer(engine);
    }

    public void Dispose()
    {
        writer.Dispose();
        wire.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task a_commit_whose_answer_is_lost_was_made_and_is_told_so()
    {
        wire.Next = Lost.Answer;
        var entry = Item("a");
        (await writer.WriteAsync(new Work.Receive([entry], Now))).ShouldBeTrue();
        entry.Id.ShouldBeGreaterThan(0);
        Received().ShouldBe(["a"]);
        await GoesOnAsync("b");
    }

    [Fact]
    public async Task a_commit_that_never_arrived_was_not_made_and_is_told_so()
    {
        wire.Next = Lost.Question;
        var entry = Item("a");
        await Should.ThrowAsync<DbException>(writer.WriteAsync(new Work.Receive([entry], Now)));
        entry.Id.ShouldBe(0);
        Received().ShouldBeEmpty();
        await GoesOnAsync("a");
    }

    [Fact]
    public async Task a_connection_that_was_ended_between_two_works_is_opened_again_unnoticed()
    {
        await GoesOnAsync("a");
        database.EndOthers();
        await GoesOnAsync("b");
    }

    [Fact]
    public async Task a_connection_that_is_ended_within_a_work_leaves_nothing_of_its_commit()
    {
        var works = new[]
        {
            writer.WriteAsync(new Work.Receive([Item("a")], Now)),
            writer.WriteAsync(new Work.Background(db => { database.EndOthers(); db.Settings.Add(new SettingRow { Key = "k", Value = "v" }); })),
        };
        await Should.ThrowAsync<Exception>(works[1]);
        if (works[0].IsCompletedSuccessfully) Received().ShouldBe(["a"]); // it had a commit of its own
        else Received().ShouldBeEmpty();
        await GoesOnAsync("b");
    }

    [Fact]
    public async Task readers_find_the_server_again_after_one_failure_however_many_connections_they_kept()
    {
        using var databases = new Databases(database.Engine.Options);
        using var all = new Barrier(5);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Factory.StartNew(() => databases.Read(db => { all.SignalAndWait(Patience).ShouldBeTrue(); return db.Settings.Count(); }), TaskCreationOptions.LongRunning)));
        database.EndOthers();
        Should.Throw<Exception>(() => databases.Read(db => db.Settings.Count()));
        for (var i = 0; i < 5; i++) databases.Read(db => db.Settings.Count()).ShouldBe(0);
    }

    [Fact]
    public void a_second_program_on_the_same_database_is_told_so_and_may_start_when_the_first_has_gone()
    {
        Should.Throw<UnfitDatabaseException>(() => engine.Migrate()).Message.ShouldContain("Another GrantBot works on this database");
        Should.Throw<UnfitDatabaseException>(() => new Writer(engine));
        writer.Dispose();
        engine.Migrate().ShouldBe(PostgresMigrations.Latest);
    }

    private async Task GoesOnAsync(string id)
    {
        (await writer.WriteAsync(new Work.Receive([Item(id)], Now))).ShouldBeTrue();
        Received().ShouldContain(id);
    }

    private static InboxEntry Item(string id) => new(new(ChannelKind.Web, id, "chat", 0, "{}"u8.ToArray()));

    private List<string> Received() => [.. database.Rows("SELECT external_id FROM inbox ORDER BY id").Select(r => (string)r[0].Value)];
}
