using System.Data.Common;
using GrantBot.Infrastructure.Storage.Sql;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>A database of PostgreSQL 14 or newer, with backups and replicas of its own, that one program works on at a time.</summary>
/// <param name="connectionString">"Host=…;Database=…;Username=…;Password=…".</param>
/// <param name="folder">Where files are kept that belong to the database and must not be in it.</param>
internal sealed class PostgresEngine(string connectionString, string folder) : IEngine
{
    public DbContextOptions<GrantBotDb> Options => PostgresDatabase.Options(connectionString, folder);

    public string Journal => Beside("grantbot-sent");

    public string JsonArray => "json_build_array";

    public void Shape(ModelBuilder model)
    {
        model.Entity<ChatRow>().Property(r => r.Unfinished).HasComputedColumnSql("unfinished_form(state)", stored: true);
        model.Entity<RegistrationRow>().HasIndex(r => new { r.EventId, r.PlaceInQueue }).HasFilter("queued");
        model.Entity<RegistrationRow>().HasIndex(r => new { r.PersonId, r.RegisteredAt, r.EventId, r.Id }).HasDatabaseName("IX_registrations_counts"); // no answers: an entry has at most 2,704 bytes, a typed one may be longer
        foreach (var property in model.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
            if (property.ClrType == typeof(string) || property.GetValueConverter()?.ProviderClrType == typeof(string)) property.SetCollation("C");
    }

    public int Migrate()
    {
        Directory.CreateDirectory(folder);
        try
        {
            using var connection = PostgresWriting.OpenAlone(connectionString);
            return PostgresMigrations.Apply(connection);
        }
        catch (PostgresException e)
        {
            throw new UnfitDatabaseException($"PostgreSQL refuses ({e.SqlState}): {Remedy(e.SqlState)}");
        }
        catch (NpgsqlException)
        {
            throw new UnfitDatabaseException("The PostgreSQL server of ConnectionStrings__GrantBot cannot be reached. Is it running, and are Host and Port right?");
        }
    }

    /// <summary>What to do about a refusal, by its SQLSTATE.</summary>
    private static string Remedy(string state) => state switch
    {
        PostgresErrorCodes.InvalidCatalogName => "there is no such database. Create it (createdb -O USER DATABASE), or correct Database in ConnectionStrings__GrantBot.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "user or password is wrong. Correct Username and Password in ConnectionStrings__GrantBot.",
        PostgresErrorCodes.InsufficientPrivilege => "the user may not make tables there. Make it the owner of the database (createdb -O USER DATABASE).",
        PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateFunction => "the database holds tables of something else. Give GrantBot a database of its own.",
        _ => "its log says more.",
    };

    public WriterConnection OpenWriter() => PostgresWriting.Open(connectionString, folder);

    public string Beside(string name) => Path.Combine(Path.GetFullPath(folder), name);

    public string NotByIndex(string column) => column; // its planner knows

    public void Insert<T>(GrantBotDb db, IEnumerable<T> rows) where T : class => PostgresBulk.Insert(db, rows);

    public SqlRow Row(DbDataReader reader) => new PostgresRow((NpgsqlDataReader)reader);

    public void AddAnswer(GrantBotDb db, long id, string words) => PostgresAnswers.Add(db, id, words);

    public void RemoveAnswer(GrantBotDb db, long id) => PostgresAnswers.Remove(db, id);

    public List<long> FindAnswers(GrantBotDb db, string question, int most) => PostgresAnswers.Find(db, question, most);
}
