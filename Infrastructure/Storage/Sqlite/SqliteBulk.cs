using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>
/// Inserts many rows with one prepared statement inside the transaction that is open: ten times as fast as through EF, so that thousands of rows
/// hold the writer up for a moment only. What a column is called and how a value is stored, the model says.
/// </summary>
internal static class SqliteBulk
{
    public static void Insert<T>(GrantBotDb db, IEnumerable<T> rows) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(p => p.GetComputedColumnSql() is null && !(p.ValueGenerated == ValueGenerated.OnAdd && p.IsPrimaryKey())).ToList();
        using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\"({string.Join(",", columns.Select(c => $"\"{c.GetColumnName()}\""))}) VALUES({string.Join(",", columns.Select((_, i) => $"${i}"))})";
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" })).ToList();
        var converters = columns.Select(c => c.GetTypeMapping().Converter).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                var value = columns[i].PropertyInfo!.GetValue(row);
                parameters[i].Value = value is null ? DBNull.Value : converters[i] is { } converter ? converter.ConvertToProvider(value) : value is Enum ? Convert.ToInt64(value, null) : value;
            }
            command.ExecuteNonQuery();
        }
    }
}
