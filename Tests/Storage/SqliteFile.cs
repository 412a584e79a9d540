using System.Data.Common;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GrantBot.Tests.Storage;

/// <summary>A database file.</summary>
internal sealed class SqliteFile : TestDatabase
{
    /// <summary>A file with the newest schema, made once: copying it is faster than two dozen scripts.</summary>
    private static readonly Lazy<byte[]> Newest = new(() =>
    {
        using var made = new SqliteFile();
        Migrate(made.Connection, null);
        made.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        return File.ReadAllBytes(made.Path);
    });

    public string Path => System.IO.Path.Combine(Folder.FullName, "s.db");

    public string Connection => $"Data Source={Path};Pooling=False";

    public override IEngine Engine => new SqliteEngine($"Data Source={Path}", "OFF");

    public SqliteConnection Open() => SqliteDatabase.Open(Connection, "OFF");

    public override DbConnection Connect() => Open();

    /// <summary>Brings the new file to a version, the newest unless told otherwise.</summary>
    public SqliteFile Migrated(int? to = null)
    {
        if (to is null && !File.Exists(Path)) File.WriteAllBytes(Path, Newest.Value);
        else Migrate(Connection, to);
        return this;
    }

    private static void Migrate(string connectionString, int? to)
    {
        using var connection = SqliteDatabase.Open(connectionString, "OFF");
        SqliteMigrations.Apply(connection, to);
    }

    public override IReadOnlyList<string> Tables()
    {
        using var connection = Open();
        return Tables(connection);
    }

    /// <summary>What SQLite keeps of deleted rows counts too.</summary>
    public override string? Where(string text)
    {
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        return base.Where(text) ?? (Bytes().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) < 0 ? null : "freed pages");
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

    public override void Dispose()
    {
        using (var connection = new SqliteConnection($"Data Source={Path}")) SqliteConnection.ClearPool(connection);
        base.Dispose();
    }

    private byte[] Bytes()
    {
        var bytes = new List<byte>();
        foreach (var file in Folder.GetFiles("s.db*"))
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            bytes.AddRange(copy.ToArray());
        }
        return [.. bytes];
    }
}
