using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace GrantBot.Tests.Storage;

/// <summary>What a database looks like, one line per column and per index, in an order that does not depend on how it was made.</summary>
internal static partial class Schema
{
    public static List<string> Of(SqliteConnection connection)
    {
        var lines = new List<string>();
        foreach (var table in SqliteFile.Tables(connection))
        {
            lines.AddRange(SqliteFile.Rows(connection, $"PRAGMA table_xinfo(\"{table}\")").Select(c => $"{table}.{c[1]} {c[2]} notnull={c[3]} default={c[4]} key={c[5]} computed={c[6]}"));
            lines.AddRange(SqliteFile.Rows(connection, $"PRAGMA index_list(\"{table}\")").Select(i => Index(connection, table, (string)i[1], i[2])));
            lines.AddRange(SqliteFile.Rows(connection, $"PRAGMA foreign_key_list(\"{table}\")").Select(k => $"{table} -> {k[2]}: {k[3]} = {k[4]}, {k[6]}"));
            var made = (string)SqliteFile.Rows(connection, $"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'")[0][0];
            lines.Add($"{table} autoincrement={made.Contains("AUTOINCREMENT", StringComparison.OrdinalIgnoreCase)}");
        }
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string Index(SqliteConnection connection, string table, string index, object unique)
    {
        var columns = string.Join(", ", SqliteFile.Rows(connection, $"PRAGMA index_xinfo(\"{index}\")").Where(c => (long)c[5] == 1).Select(c => $"{c[2]} {c[4]} desc={c[3]}"));
        var made = SqliteFile.Rows(connection, $"SELECT sql FROM sqlite_master WHERE name = '{index}'").FirstOrDefault()?[0] as string ?? ""; // the key of a table without row numbers has no line there
        var where = made.IndexOf(" WHERE ", StringComparison.OrdinalIgnoreCase);
        return $"{table} index {index} ({columns}) unique={unique} filter={(where < 0 ? "" : Blank().Replace(made[(where + 7)..], " ").Trim())}";
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
