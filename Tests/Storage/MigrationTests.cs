using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Storage;

/// <summary>A database made by any older program goes on under this one, and the scripts make what the code expects.</summary>
public sealed class MigrationTests
{
    public static TheoryData<int> Versions => [.. Enumerable.Range(1, SqliteMigrations.Latest)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void a_database_of_any_version_keeps_its_rows_and_becomes_the_newest(int version)
    {
        using var file = new SqliteFile().Migrated(version);
        using (var connection = file.Open())
        {
            SqliteMigrations.Version(connection).ShouldBe(version);
            foreach (var table in SqliteFile.Tables(connection)) Sample(connection, table);
        }
        using (var connection = file.Open())
        {
            SqliteMigrations.Apply(connection).ShouldBe(version);
            SqliteMigrations.Version(connection).ShouldBe(SqliteMigrations.Latest);
            SqliteFile.Rows(connection, "PRAGMA integrity_check").Single()[0].ShouldBe("ok");
        }
        using var db = file.Db();
        db.Settings.Single().Value.ShouldNotBeEmpty();
        (db.Chats.Count(), db.Events.Count(), db.People.Count(), db.Registrations.Count(), db.Facts.Count(), db.Consents.Count()).ShouldBe((1, 1, 1, 1, 1, 1));
        db.People.Single().Id.Value.ShouldBe(Guid.ParseExact(Id, "N"));
    }

    [Fact]
    public void every_version_has_one_script_and_none_is_left_out()
    {
        using var file = new SqliteFile();
        using var connection = file.Open();
        for (var version = 1; version <= SqliteMigrations.Latest; version++)
        {
            SqliteMigrations.Apply(connection, version).ShouldBe(version - 1);
            SqliteMigrations.Version(connection).ShouldBe(version);
        }
    }

    [Fact]
    public void the_scripts_make_the_schema_of_the_model()
    {
        using var scripted = new SqliteFile().Migrated();
        using var modelled = new SqliteFile();
        using var byScripts = scripted.Open();
        using var byModel = modelled.Open();
        using (var db = modelled.Db()) SqliteFile.Run(byModel, db.Database.GenerateCreateScript());
        var schema = Schema.Of(byModel);
        schema.Count.ShouldBeGreaterThan(100);
        var found = Schema.Of(byScripts);
        found.Except(schema).ShouldBeEmpty("only the scripts make it");
        schema.Except(found).ShouldBeEmpty("no script makes it");
        found.Count.ShouldBe(schema.Count);
    }

    [Theory]
    [InlineData("ALTER TABLE people ADD COLUMN shoe_size INTEGER NULL")]
    [InlineData("DROP INDEX IX_facts_person_id")]
    [InlineData("DROP INDEX IX_outbox_due_at; CREATE INDEX IX_outbox_due_at ON outbox(due_at) WHERE state = 1")]
    [InlineData("DROP INDEX IX_events_code; CREATE INDEX IX_events_code ON events(code)")]
    [InlineData("ALTER TABLE settings DROP COLUMN value; ALTER TABLE settings ADD COLUMN value TEXT NULL")]
    public void the_comparison_of_schemas_sees_every_kind_of_difference(string change)
    {
        using var file = new SqliteFile().Migrated();
        using var connection = file.Open();
        var before = Schema.Of(connection);
        SqliteFile.Run(connection, change);
        Schema.Of(connection).ShouldNotBe(before);
    }

    [Fact]
    public void a_second_start_changes_nothing()
    {
        using var file = new SqliteFile().Migrated();
        using (var db = file.Db())
        {
            db.Settings.Add(new SettingRow { Key = "k", Value = "v" });
            db.SaveChanges();
        }
        file.Migrated();
        using var again = file.Db();
        again.Settings.Single().Value.ShouldBe("v");
    }

    [Fact]
    public void a_database_newer_than_the_program_is_refused_untouched_with_advice()
    {
        using var file = new SqliteFile().Migrated();
        using var connection = file.Open();
        SqliteFile.Run(connection, $"PRAGMA user_version = {SqliteMigrations.Latest + 1}");
        var message = Should.Throw<InvalidOperationException>(() => SqliteMigrations.Apply(connection)).Message;
        message.ShouldContain($"{SqliteMigrations.Latest + 1}");
        message.ShouldContain("start a newer program");
        SqliteMigrations.Version(connection).ShouldBe(SqliteMigrations.Latest + 1);
    }

    private const string Id = "0190a0b0c0d07000800000000000000a";

    /// <summary>A row with something in every column, whatever columns that version has.</summary>
    private static void Sample(SqliteConnection connection, string table)
    {
        var columns = SqliteFile.Rows(connection, $"PRAGMA table_info(\"{table}\")");
        var names = string.Join(", ", columns.Select(c => $"\"{c[1]}\""));
        var values = string.Join(", ", columns.Select(c => (string)c[2] switch { "INTEGER" => "1", "BLOB" => "x'01'", _ => $"'{Id}'" }));
        SqliteFile.Run(connection, $"INSERT INTO \"{table}\"({names}) VALUES({values})");
    }
}
