using System.Buffers.Text;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>
/// The row a statement stands on, its texts as the bytes SQLite holds: a million rows are read without an object for each. Gone when the next one comes.
/// </summary>
internal readonly ref struct SqliteRow(SqliteDataReader reader)
{
    // By reflection, since EF Core is built against a later core than the one that is bound (SqliteNative).
    private static readonly Func<SqliteDataReader, sqlite3_stmt> Handle = typeof(SqliteDataReader).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteDataReader, sqlite3_stmt>>();

    private readonly sqlite3_stmt statement = Handle(reader);

    /// <summary>UTF-8; empty where there is none.</summary>
    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(statement, column);

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>An id of ours: 32 hex digits.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public Guid Id(int column)
    {
        var text = Text(column);
        return Utf8Parser.TryParse(text, out Guid id, out var length, 'N') && length == text.Length ? id : throw new FormatException("not an id: " + Encoding.UTF8.GetString(text));
    }
}
