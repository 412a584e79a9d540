using GrantBot.Infrastructure.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>A row of SQLite.</summary>
internal sealed class SqliteRow(SqliteDataReader reader) : SqlRow
{
    // By reflection, since EF Core is built against a later core than the one that is bound (SqliteNative).
    private static readonly Func<SqliteDataReader, sqlite3_stmt> Handle = typeof(SqliteDataReader).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteDataReader, sqlite3_stmt>>();

    private readonly sqlite3_stmt statement = Handle(reader);

    public override ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(statement, column);

    public override long Number(int column) => raw.sqlite3_column_int64(statement, column);
}
