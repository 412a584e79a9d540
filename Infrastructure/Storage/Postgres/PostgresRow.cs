using GrantBot.Infrastructure.Storage.Sql;
using Npgsql;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>A row of PostgreSQL. Each column's text stays until the next is read.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : SqlRow
{
    private byte[] bytes = new byte[256];

    public override ReadOnlySpan<byte> Text(int column)
    {
        if (reader.IsDBNull(column)) return [];
        var length = (int)reader.GetBytes(column, 0, null, 0, 0);
        if (length > bytes.Length) bytes = new byte[length * 2];
        return bytes.AsSpan(0, (int)reader.GetBytes(column, 0, bytes, 0, length));
    }

    public override long Number(int column) => reader.IsDBNull(column) ? 0 : reader.GetFieldValue<long>(column);
}
