using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GrantBot.Tests.Storage;

/// <summary>A database file of its own that disappears with the test.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-storage-");

    public string Path => System.IO.Path.Combine(folder.FullName, "s.db");

    public string Connection => $"Data Source={Path};Pooling=False";

    public SqliteConnection Open() => SqliteDatabase.Open(Connection, "OFF");

    public GrantBotDb Db() => new(SqliteDatabase.Options(Connection));

    /// <summary>Brings the file to a version, the newest unless told otherwise.</summary>
    public SqliteFile Migrated(int? to = null)
    {
        using var connection = Open();
        SqliteMigrations.Apply(connection, to);
        return this;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static List<object[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    public static List<string> Tables(SqliteConnection connection) =>
        [.. Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'canned_fts%' ORDER BY name").Select(r => (string)r[0])];

    public void Dispose() => folder.Delete(recursive: true);
}
