using System.Data.Common;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Postgres;
using GrantBot.Tests.Given;
using Npgsql;

namespace GrantBot.Tests.Storage;

/// <summary>A database on the tests' own PostgreSQL server.</summary>
internal sealed class PostgresCopy : TestDatabase
{
    private static readonly Lazy<string> Template = new(() =>
    {
        var made = PostgresServer.Find()!.NewDatabase();
        using var connection = new NpgsqlConnection(made + ";Pooling=false");
        connection.Open();
        PostgresMigrations.Apply(connection);
        return made;
    });

    private static readonly Lock OneCopies = new();
    private readonly PostgresServer server = PostgresServer.Required();

    public PostgresCopy(bool empty = false)
    {
        if (empty) ConnectionString = server.NewDatabase();
        else lock (OneCopies) ConnectionString = server.NewDatabase(Template.Value);
        Engine = new PostgresEngine(PostgresDatabase.Completed(ConnectionString + ";Timeout=1"), Folder.FullName);
    }

    public string ConnectionString { get; }

    public override IEngine Engine { get; }

    public override DbConnection Connect()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public override IReadOnlyList<string> Tables() => [.. Rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT IN ('canned_words', 'schema_version') ORDER BY table_name").Select(r => (string)r[0].Value)];

    /// <summary>Ends all connections to it but the asking one, as an administrator who restarts the server does.</summary>
    public void EndOthers() => Run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    public override void Dispose()
    {
        server.Drop(ConnectionString);
        base.Dispose();
    }
}
