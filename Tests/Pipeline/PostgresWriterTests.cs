using System.Data.Common;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Pipeline;

/// <summary>A server may go away in the midst, and another program may come.</summary>
public sealed class PostgresWriterTests : IDisposable
{
    private const string Ends = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()";
    private readonly TestDatabase database = TestDatabase.Ready(Product.Postgres);

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task when_the_server_ends_the_connection_everybody_is_told_and_afterwards_all_goes_on(bool midst)
    {
        using var writer = new Writer(database.Engine);
        await writer.WriteAsync(Setting("before"));
        if (midst) await Should.ThrowAsync<DbException>(writer.WriteAsync(new Work.Background(db => { Setting("lost").Write(db); db.SaveChanges(); database.Run(Ends); })));
        else
        {
            database.Run(Ends);
            await Should.ThrowAsync<DbException>(writer.WriteAsync(Setting("lost")));
        }
        (await writer.WriteAsync(Setting("after"))).ShouldBeTrue();
        using var db = database.Db();
        db.Settings.OrderBy(s => s.Key).Select(s => s.Key).ToList().ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task a_second_program_is_refused_while_the_first_one_works()
    {
        using (var first = new Writer(database.Engine))
        {
            Should.Throw<InvalidOperationException>(() => new Writer(database.Engine)).Message.ShouldStartWith("Another GrantBot works on this database.");
            (await first.WriteAsync(Setting("first"))).ShouldBeTrue();
        }
        using var second = new Writer(database.Engine);
        (await second.WriteAsync(Setting("second"))).ShouldBeTrue();
    }

    private static Work.Background Setting(string key) => new(db => db.Settings.Add(new SettingRow { Key = key, Value = "v" }));
}
