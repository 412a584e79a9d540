using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>Brings a database of any older version to the newest by numbered scripts, each in one transaction with its version mark.</summary>
internal static class SqliteMigrations
{
    /// <summary>The newest version.</summary>
    public static int Latest => Scripts.Of(typeof(SqliteMigrations)).Max(s => s.Version);

    /// <summary>Applies what is missing and tells the version found before. Stops at <paramref name="to"/> when given (tests of old databases).</summary>
    /// <exception cref="UnfitDatabaseException">The database is newer than the program.</exception>
    public static int Apply(SqliteConnection connection, int? to = null)
    {
        var found = Version(connection);
        if (found > Latest) throw UnfitDatabaseException.Newer(found, Latest);
        foreach (var (version, script) in Scripts.Of(typeof(SqliteMigrations)).Where(s => s.Version > found && s.Version <= (to ?? int.MaxValue)))
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, transaction, script);
            Run(connection, transaction, $"PRAGMA user_version = {version}");
            transaction.Commit();
        }
        return found;
    }

    /// <summary>The version a database stands at; 0 = empty.</summary>
    public static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
