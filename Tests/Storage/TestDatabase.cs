using System.Data.Common;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Tests.Storage;

/// <summary>What holds the rows of a test.</summary>
public enum Product { Sqlite, Postgres }

/// <summary>A database of its own that disappears with the test.</summary>
internal abstract class TestDatabase : IDisposable
{
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("grantbot-storage-");

    /// <summary>How the program reaches it.</summary>
    public abstract IEngine Engine { get; }

    /// <summary>An empty one; the test is skipped where the product is not installed.</summary>
    public static TestDatabase Empty(Product product) => product is Product.Postgres ? new PostgresCopy(empty: true) : new SqliteFile();

    /// <summary>One with the newest schema; the test is skipped where the product is not installed.</summary>
    public static TestDatabase Ready(Product product) => product is Product.Postgres ? new PostgresCopy() : new SqliteFile().Migrated();

    /// <summary>A context of its own.</summary>
    public GrantBotDb Db() => new(Engine.Options);

    /// <summary>An open connection past EF.</summary>
    public abstract DbConnection Connect();

    /// <summary>Names of all tables, without those of full text.</summary>
    public abstract IReadOnlyList<string> Tables();

    public void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Rows as columns by their names.</summary>
    public List<(string Column, object Value)[]> Rows(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, object)[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetValue(i)))]);
        return rows;
    }

    /// <summary>Everything that rows hold: table, column and value as text.</summary>
    public IEnumerable<(string Table, string Column, string Value)> Values() =>
        from table in Tables()
        from row in Rows($"SELECT * FROM \"{table}\"")
        from column in row
        select (table, column.Column, column.Value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : Convert.ToString(column.Value, System.Globalization.CultureInfo.InvariantCulture)!);

    /// <summary>Where a text is kept: columns, or freed pages when no row has it; null = nowhere.</summary>
    public virtual string? Where(string text)
    {
        var found = Values().Where(v => v.Value.Contains(text, StringComparison.Ordinal)).Select(v => $"{v.Table}.{v.Column}").Distinct(StringComparer.Ordinal).ToList();
        return found.Count == 0 ? null : string.Join(", ", found);
    }

    public virtual void Dispose() => Folder.Delete(recursive: true);
}
