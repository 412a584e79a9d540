using System.Buffers;
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
        Span<byte> id = stackalloc byte[16];
        return Convert.FromHexString(Text(column), id, out _, out var written) is OperationStatus.Done && written == id.Length ? new(id, bigEndian: true) : throw new FormatException("a column that is no id");
    }
}
