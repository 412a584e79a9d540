using System.Buffers;

namespace GrantBot.Infrastructure.Storage.Sql;

/// <summary>The row a reader stands on, its texts as the bytes the database gave: a million rows are read without an object for each. Gone when the next one comes.</summary>
internal abstract class SqlRow
{
    /// <summary>UTF-8; empty where there is none.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    public abstract long Number(int column);

    /// <summary>An id of ours: 32 hex digits.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public Guid Id(int column)
    {
        Span<byte> id = stackalloc byte[16];
        return Convert.FromHexString(Text(column), id, out _, out var written) is OperationStatus.Done && written == id.Length ? new(id, bigEndian: true) : throw new FormatException("a column that is no id");
    }
}
