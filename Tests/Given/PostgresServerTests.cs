using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace GrantBot.Tests.Given;

/// <summary>The PostgreSQL server of the tests: databases come and go, and nothing stays when the tests are killed.</summary>
public sealed class PostgresServerTests
{
    [Fact]
    public void databases_are_apart_and_a_copy_has_what_its_template_had()
    {
        var server = PostgresServer.Required();
        var (one, two) = (server.NewDatabase(), server.NewDatabase());
        Ask(one, "CREATE TABLE seats (number int); INSERT INTO seats VALUES (7)");
        Ask(two, "SELECT to_regclass('seats')::text").ShouldBe(DBNull.Value);
        var copy = server.NewDatabase(one);
        Ask(copy, "UPDATE seats SET number = 8 RETURNING number").ShouldBe(8);
        Ask(one, "SELECT number FROM seats").ShouldBe(7);
        foreach (var database in new[] { one, two, copy }) server.Drop(database);
    }

    [Fact]
    public void a_database_is_dropped_whoever_is_still_connected()
    {
        var server = PostgresServer.Required();
        var database = server.NewDatabase();
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        server.Drop(database);
        Should.Throw<PostgresException>(() => Ask(database, "SELECT 1")).SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    [Fact]
    public async Task a_killed_parent_takes_the_server_and_its_folder_along()
    {
        Assert.SkipUnless(PostgresServer.Programs() is not null, PostgresServer.Missing);
        var keeper = PostgresServer.Keeper(PostgresServer.Programs()!);
        // the parent is a process that holds the pipe, tells its id and ends with this one
        string[] behind = ["-c", "sh -c 'echo $$ >&2; exec cat' | \"$@\"", "behind", keeper.FileName, .. keeper.ArgumentList];
        using var all = Process.Start(new ProcessStartInfo("sh", behind) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" })!;
        var parent = int.Parse((await all.StandardError.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var folder = (await all.StandardOutput.ReadLineAsync())!;
        PostgresServer.WaitUntilItAnswers(all, folder);
        var server = (await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postmaster.pid")))[0];

        Process.GetProcessById(parent).Kill();
        await all.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Directory.Exists("/proc/" + server).ShouldBeFalse();
        Directory.Exists(folder).ShouldBeFalse();
    }

    private static object? Ask(string database, string sql)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
