using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Infrastructure.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Sql;

/// <summary>
/// The statements of <see cref="RegistrationReader"/>. The order is that of the index IX_registrations_counts, so that nothing is sorted; in SQLite it holds all columns too, so
/// that no wide row is touched. The codes of a row come as one JSON text, since it is the number of values fetched that takes the time. Nothing a person typed gets into a statement.
/// </summary>
internal static class CountsSql
{
    private const long MostKnown = 1 << 20; // a number to begin with; there may be more

    private static readonly string AgeClass = $"CASE {string.Concat(AgeClasses.Youngest.Skip(1).Reverse().Select(y => $"WHEN age >= {y} THEN {y} "))}WHEN age >= 0 THEN 0 WHEN age < 0 THEN -1 END";

    /// <summary>Person, moment, id, event, state, and [channel, gender, age, territory, occupation, disability, vulnerable, language, institution].</summary>
    public static IEnumerable<SqlRow> Registrations(GrantBotDb db, RegistrationsWanted wanted)
    {
        string If(string column, params Dimension[] any) => any.Any(wanted.Codes.Contains) ? column : "NULL";
        List<string> codes =
        [
            If("channel", Dimension.Channel), If("gender", Dimension.Gender), If(wanted.AgeClasses ? AgeClass : "age", Dimension.Age, Dimension.Category), If("territory", Dimension.Territory, Dimension.Institution),
            If("occupation", Dimension.Category, Dimension.Institution), If(Flag("disability"), Dimension.Category), If(Flag("vulnerable"), Dimension.Category), If("language", Dimension.Language), If("institution", Dimension.Institution),
        ];
        List<string> tests = [];
        if (wanted.Events is { } events) tests.Add(In(db.Engine.NotByIndex("event_id"), events.Select(Id))); // the index of events would sort and read the wide rows
        if (wanted.Statuses is { } statuses) tests.Add(In("status", statuses.Select(s => ((int)s).ToString(CultureInfo.InvariantCulture))));
        return Rows(db, $"SELECT person_id, registered_at, id, event_id, status, {db.Engine.JsonArray}({string.Join(", ", codes)}) FROM registrations{Where(tests)} ORDER BY person_id, registered_at, event_id, id");
    }

    /// <summary>Registration and moment of every check-in.</summary>
    public static IEnumerable<SqlRow> Visits(GrantBotDb db, IReadOnlyCollection<EventId>? events) => Rows(db, "SELECT registration_id, at FROM attendance" + Where(events is null ? [] : [In("event_id", events.Select(Id))]));

    /// <summary>At least as many as there are check-ins, without counting them.</summary>
    public static int MostVisits(GrantBotDb db) => (int)Math.Min(MostKnown, Rows(db, "SELECT coalesce(max(id), 0) FROM attendance").Select(r => r.Number(0)).First());

    private static IEnumerable<SqlRow> Rows(GrantBotDb db, string sql)
    {
        db.Database.OpenConnection();
        try
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0; // a count over everything may take its time; the caller ends it
            using var reader = command.ExecuteReader();
            var row = db.Engine.Row(reader);
            while (reader.Read()) yield return row;
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    private static string Flag(string column) => $"CASE WHEN {column} THEN 1 WHEN NOT {column} THEN 0 END";

    private static string Id(EventId e) => $"'{e.Value:N}'";

    /// <summary>NULL is none of them, so that an empty list, which not every engine reads, has nothing too.</summary>
    private static string In(string column, IEnumerable<string> values) => $"{column} IN ({string.Join(',', values.DefaultIfEmpty("NULL"))})";

    private static string Where(List<string> tests) => tests.Count == 0 ? "" : " WHERE " + string.Join(" AND ", tests);
}
