using GrantBot.Domain.Registration;
using System.Text.Json;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Load.Walk;
using Microsoft.Data.Sqlite;

namespace GrantBot.Load.Runs;

/// <summary>What the stopped bot left in its database, held against what everybody answered.</summary>
/// <param name="Missing">People without a registration.</param>
/// <param name="Twice">People with more than one.</param>
/// <param name="Wrong">Registrations that differ from the answers.</param>
/// <param name="Stuck">Inbox items not answered and replies not sent.</param>
/// <param name="Example">The first difference.</param>
internal sealed record Storage(int Missing, int Twice, int Wrong, int Stuck, string? Example)
{
    public bool IsRight => Missing + Twice + Wrong + Stuck == 0;

    public static Storage Check(string connectionString, Crowd crowd)
    {
        using var connection = SqliteDatabase.Open(connectionString);
        var rows = Registrations(connection, (int)crowd.Place.Channel).ToLookup(r => r.Address, StringComparer.Ordinal);
        int missing = 0, twice = 0, wrong = 0;
        string? example = null;
        foreach (var walker in crowd.Walkers)
        {
            var mine = rows[crowd.Place.Address(walker.Self.Index)].ToList();
            if (mine.Count == 0) missing++;
            else if (mine.Count > 1) twice++;
            else if (Difference(walker, mine[0]) is { } difference) { wrong++; example ??= difference; }
        }
        return new(missing, twice, wrong, Waiting(connection), example);
    }

    /// <summary>Inbox items not answered and replies not sent.</summary>
    public static int Waiting(string connectionString)
    {
        using var connection = SqliteDatabase.Open(connectionString);
        return Waiting(connection);
    }

    private static int Waiting(SqliteConnection connection) =>
        Count(connection, "SELECT COUNT(*) FROM inbox WHERE state <> 1") + Count(connection, "SELECT COUNT(*) FROM outbox WHERE state = 0");

    private static string? Difference(Walker walker, Row row)
    {
        foreach (var (question, answer) in walker.Given)
            if (row.Answers.GetValueOrDefault(question) != answer) return $"person {walker.Self.Index}: {question} is '{row.Answers.GetValueOrDefault(question)}', answered '{answer}'";
        return row.Status == RegistrationStatus.WaitingConsent == walker.Self.IsMinor ? null : $"person {walker.Self.Index}: status {row.Status}";
    }

    private static IEnumerable<Row> Registrations(SqliteConnection connection, int channel)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT a.value, r.status, r.answers FROM registrations r JOIN chat_addresses a ON a.chat_id = r.chat_id AND a.channel = $1";
        command.Parameters.AddWithValue("$1", channel);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return new(reader.GetString(0), (RegistrationStatus)reader.GetInt32(1), JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2))!);
    }

    private static int Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record Row(string Address, RegistrationStatus Status, Dictionary<string, string> Answers);
}
