using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>Inserts many rows by COPY inside the transaction that is open. What a column is called and how a value is stored, the model says.</summary>
internal static class PostgresBulk
{
    public static void Insert<T>(GrantBotDb db, IEnumerable<T> rows) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(p => p.GetComputedColumnSql() is null && !(p.ValueGenerated == ValueGenerated.OnAdd && p.IsPrimaryKey())).ToList();
        var kinds = columns.Select(c => c.GetTypeMapping()).ToList();
        db.Database.OpenConnection();
        try
        {
            using var import = ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImport($"COPY \"{type.GetTableName()}\"({string.Join(",", columns.Select(c => $"\"{c.GetColumnName()}\""))}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows)
            {
                import.StartRow();
                for (var i = 0; i < columns.Count; i++) Write(import, kinds[i], columns[i].PropertyInfo!.GetValue(row));
            }
            import.Complete();
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    private static void Write(NpgsqlBinaryImporter import, Microsoft.EntityFrameworkCore.Storage.CoreTypeMapping kind, object? value)
    {
        switch (value is null ? null : kind.Converter is { } converter ? converter.ConvertToProvider(value) : value)
        {
            case null: import.WriteNull(); break;
            case Enum e: import.Write(Convert.ToInt32(e, null)); break;
            case string text: import.Write(text, NpgsqlTypes.NpgsqlDbType.Text); break;
            case bool flag: import.Write(flag); break;
            case int number: import.Write(number); break;
            case long number: import.Write(number); break;
            case double number: import.Write(number); break;
            case byte[] bytes: import.Write(bytes); break;
            case var other: import.Write(other); break;
        }
    }
}
