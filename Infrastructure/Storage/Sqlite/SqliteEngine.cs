using System.Data.Common;
using GrantBot.Infrastructure.Storage.Sql;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>A file of SQLite: nothing to install, one program at a time.</summary>
/// <param name="connectionString">"Data Source=file".</param>
/// <param name="synchronous">FULL (a commit survives a power cut), NORMAL or OFF.</param>
internal sealed class SqliteEngine(string connectionString, string synchronous) : IEngine
{
    public string ConnectionString => connectionString;

    public string Synchronous => synchronous;

    public DbContextOptions<GrantBotDb> Options => SqliteDatabase.Options(connectionString, synchronous);

    public string Journal => SqliteDatabase.File(connectionString) + "-sent";

    public string JsonArray => "json_array";

    public void Shape(ModelBuilder model)
    {
        model.Entity<ChatRow>().Property(r => r.Unfinished).HasComputedColumnSql("CASE WHEN json_valid(state) THEN json_type(state, '$.dialog.form') IS 'object' OR json_extract(state, '$.unfinished') IS NOT NULL ELSE 0 END");
        model.Entity<RegistrationRow>().HasIndex(r => new { r.EventId, r.PlaceInQueue }).HasFilter("queued = 1");
        model.Entity<RegistrationRow>().HasIndex(r => new { r.PersonId, r.RegisteredAt, r.EventId, r.Id, r.Status, r.Channel, r.Gender, r.Age, r.Territory, r.Occupation, r.Disability, r.Vulnerable, r.Language, r.Institution }).HasDatabaseName("IX_registrations_counts");
    }

    public int Migrate()
    {
        try
        {
            using var connection = SqliteDatabase.Open(connectionString, synchronous);
            return SqliteMigrations.Apply(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 or 26) // read-only, cannot open, not a database
        {
            throw new UnfitDatabaseException($"SQLite cannot use the file of ConnectionStrings__GrantBot (code {e.SqliteErrorCode}). Is it a database, and may this program write to it and its folder?");
        }
    }

    public WriterConnection OpenWriter() => new OneConnection(SqliteDatabase.Open(connectionString, synchronous));

    public string Beside(string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(SqliteDatabase.File(connectionString)))!, name);

    public string NotByIndex(string column) => "+" + column;

    public void Insert<T>(GrantBotDb db, IEnumerable<T> rows) where T : class => SqliteBulk.Insert(db, rows);

    public SqlRow Row(DbDataReader reader) => new SqliteRow((SqliteDataReader)reader);

    public void AddAnswer(GrantBotDb db, long id, string words) => SqliteAnswers.Add(db, id, words);

    public void RemoveAnswer(GrantBotDb db, long id) => SqliteAnswers.Remove(db, id);

    public List<long> FindAnswers(GrantBotDb db, string question, int most) => SqliteAnswers.Find(db, question, most);

    private sealed class OneConnection(SqliteConnection connection) : WriterConnection(connection, new GrantBotDb(SqliteDatabase.Options(connection)), named: true)
    {
        public override DbTransaction Begin() => connection.BeginTransaction(deferred: false);

        /// <summary>A constraint (19).</summary>
        public override bool IsConflict(DbException e) => e is SqliteException { SqliteErrorCode: 19 };

        /// <summary>I/O (10), corrupt (11), full (13).</summary>
        public override bool EndsCommit(DbException e) => e is SqliteException { SqliteErrorCode: 10 or 11 or 13 };
    }
}
