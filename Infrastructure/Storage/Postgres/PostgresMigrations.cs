using System.Globalization;
using Npgsql;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>Brings a database of any older version to the newest by numbered scripts of its own, each in one transaction with its version mark.</summary>
internal static class PostgresMigrations
{
    /// <summary>The newest version.</summary>
    public static int Latest => Scripts.Of(typeof(PostgresMigrations)).Max(s => s.Version);

    /// <summary>Applies what is missing and tells the version found before. Stops at <paramref name="to"/> when given (tests of old databases).</summary>
    /// <exception cref="UnfitDatabaseException">The database is newer than the program.</exception>
    public static int Apply(NpgsqlConnection connection, int? to = null)
    {
        if (Encoding(connection) != "UTF8") throw new UnfitDatabaseException("The database cannot hold Kazakh. Make it anew with UTF-8: createdb -E UTF8 -T template0 -O USER DATABASE.");
        var found = Version(connection);
        if (found > Latest) throw UnfitDatabaseException.Newer(found, Latest);
        foreach (var (version, script) in Scripts.Of(typeof(PostgresMigrations)).Where(s => s.Version > found && s.Version <= (to ?? int.MaxValue)))
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, script);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"DELETE FROM schema_version; INSERT INTO schema_version(version) VALUES({version})"));
            transaction.Commit();
        }
        return found;
    }

    /// <summary>The version a database stands at; 0 = empty.</summary>
    public static int Version(NpgsqlConnection connection)
    {
        Run(connection, "CREATE TABLE IF NOT EXISTS schema_version(version integer NOT NULL)");
        using var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM schema_version", connection);
        return (int)command.ExecuteScalar()!;
    }

    private static string Encoding(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SHOW server_encoding", connection);
        return (string)command.ExecuteScalar()!;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
