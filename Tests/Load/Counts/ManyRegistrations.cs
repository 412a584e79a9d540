using GrantBot.Domain;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace GrantBot.Load.Counts;

/// <summary>A database of so many registrations at forty events; two of five people come to a second one, and surveys over with so many answers. Rows are as wide as real ones; nobody has a name.</summary>
internal static class ManyRegistrations
{
    private const int Events = 40, AtOnce = 50_000;
    private static readonly DateTimeOffset First = new(2026, 1, 10, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it, saying how far it is.</summary>
    public static void Write(string connection, int registrations)
    {
        using var open = SqliteDatabase.Open(connection, "OFF");
        SqliteMigrations.Apply(open);
        using (var db = new GrantBotDb(SqliteDatabase.Options(open)))
        {
            for (var i = 0; i < Events; i++)
                db.Events.Add(new EventRow { Id = new(Id(i)), Code = $"e{i}", Kind = i % 3 == 0 ? "tournament" : "training", TitleKk = $"Іс-шара {i}", TitleRu = $"Событие {i}", TitleEn = $"Event {i}", StartsAt = First.AddDays(i * 7), ClosesAt = First.AddDays((i * 7) - 1) });
            db.Registrations.Add(new RegistrationRow { Id = new(Id(1 << 30)), EventId = new(Id(0)), PersonId = new(Id(1 << 30)), Language = "kk", FormId = "reg_person", FormVersion = "1", RegisteredAt = First });
            db.SaveChanges();
        }
        var columns = Columns(open);
        var people = registrations * 5 / 7;
        for (var from = 0; from < registrations; from += AtOnce)
        {
            var to = Math.Min(registrations, from + AtOnce);
            Run(open, $"""
                WITH RECURSIVE n(i) AS (VALUES({from}) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to}), p AS (SELECT i, i % {people} AS who, i / {people} AS again FROM n)
                INSERT INTO registrations({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(Value))} FROM p CROSS JOIN (SELECT * FROM registrations WHERE number = 0) t
                """);
            Console.Error.Write($"\r{to * 100L / registrations} % of {registrations} registrations");
        }
        Console.Error.WriteLine();
        Run(open, "DELETE FROM registrations WHERE number = 0");
        Run(open, $"INSERT INTO attendance(event_id, session, registration_id, at, how) SELECT r.event_id, '', r.id, e.starts_at, 0 FROM registrations r JOIN events e ON e.id = r.event_id WHERE r.status = {(int)RegistrationStatus.Attended}");
        ManyAnswers.Write(open, [.. Enumerable.Range(0, Events).Select(i => new EventId(Id(i)))]);
    }

    private static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    private static string IdSql(string number) => $"printf('%08x000070008000000000000000', {number})";

    /// <summary>What differs from row to row; all else is the sample's.</summary>
    private static string Value(string column) => column switch
    {
        "id" => IdSql("i + 100"),
        "number" => "i + 1",
        "person_id" => IdSql("who + 100"),
        "event_id" => IdSql($"(who + again * 7) % {Events}"),
        "status" => $"CASE WHEN i % 10 < 6 THEN {(int)RegistrationStatus.Attended} WHEN i % 10 < 8 THEN {(int)RegistrationStatus.Confirmed} WHEN i % 10 = 8 THEN {(int)RegistrationStatus.NoShow} ELSE {(int)RegistrationStatus.Cancelled} END",
        "gender" => $"CASE {Drawn(1, 20)} WHEN 0 THEN NULL WHEN 1 THEN 'male' WHEN 2 THEN 'male' WHEN 3 THEN 'male' WHEN 4 THEN 'male' WHEN 5 THEN 'male' WHEN 6 THEN 'male' WHEN 7 THEN 'male' ELSE 'female' END",
        "age" => $"CASE WHEN {Drawn(2, 50)} = 0 THEN NULL ELSE 12 + min({Drawn(3, 50)}, {Drawn(4, 70)}) END",
        "territory" => $"CASE {Drawn(5, 7)} WHEN 0 THEN 'aktau' WHEN 1 THEN 'zhanaozen' WHEN 2 THEN 'beineu' WHEN 3 THEN 'karakiya' WHEN 4 THEN 'mangystau' WHEN 5 THEN 'munaily' ELSE 'tupkaragan' END",
        "occupation" => $"CASE {Drawn(6, 6)} WHEN 0 THEN 'student' WHEN 1 THEN 'civil' WHEN 2 THEN 'budget' WHEN 3 THEN 'business' ELSE 'pupil' END",
        "disability" => $"CASE {Drawn(7, 30)} WHEN 0 THEN 1 WHEN 1 THEN NULL ELSE 0 END",
        "channel" => Drawn(8, 3),
        "answers" => "printf('{\"surname\":\"%s\"}', hex(zeroblob(250)))", // as long as the answers to the shipped form
        "institution" => $"CASE {Drawn(6, 6)} WHEN 0 THEN 'aktau_university' WHEN 4 THEN '№' || {Drawn(9, 30)} || ' мектеп' WHEN 5 THEN 'СШ №' || {Drawn(9, 30)} END",
        "language" => $"CASE {Drawn(10, 3)} WHEN 0 THEN 'ru' ELSE 'kk' END",
        "registered_at" => "t.registered_at + i * 20000",
        _ => "t." + column,
    };

    /// <summary>A number below <paramref name="of"/>, drawn for a person; draws do not hang on each other, so that there are as many kinds of people as in life.</summary>
    private static string Drawn(int draw, int of) => $"((((who + {draw}) * {2654435761 + (draw * 40503L)} + {draw * 7919}) >> 13) % {of})";

    private static List<string> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('registrations')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
