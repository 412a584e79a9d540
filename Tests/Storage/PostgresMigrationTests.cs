using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Storage;

/// <summary>The scripts of PostgreSQL make what the code expects, and change nothing that is there.</summary>
public sealed class PostgresMigrationTests
{
    [Fact]
    public void the_scripts_make_the_schema_of_the_model()
    {
        using var scripted = new PostgresCopy();
        using var modelled = new PostgresCopy(empty: true);
        modelled.Run((string)scripted.Rows("SELECT pg_get_functiondef('unfinished_form'::regproc)").Single()[0].Value);
        using (var db = modelled.Db()) modelled.Run(db.Database.GenerateCreateScript());
        var (schema, found) = (Schema(modelled), Schema(scripted));
        schema.Count.ShouldBeGreaterThan(400);
        found.Except(schema).ShouldBeEmpty("only the scripts make it");
        schema.Except(found).ShouldBeEmpty("no script makes it");
        found.Count.ShouldBe(schema.Count);
    }

    [Theory]
    [InlineData("ALTER TABLE people ADD COLUMN shoe_size integer NULL")]
    [InlineData("ALTER TABLE people ALTER COLUMN id TYPE text COLLATE \"default\"")]
    [InlineData("DROP INDEX \"IX_facts_person_id\"")]
    [InlineData("DROP INDEX \"IX_outbox_due_at\"; CREATE INDEX \"IX_outbox_due_at\" ON outbox(due_at) WHERE state = 1")]
    [InlineData("ALTER TABLE settings ALTER COLUMN value DROP NOT NULL")]
    [InlineData("ALTER TABLE events ALTER COLUMN stage SET DEFAULT 2")]
    public void the_comparison_of_schemas_sees_every_kind_of_difference(string change)
    {
        using var database = new PostgresCopy();
        var before = Schema(database);
        database.Run(change);
        Schema(database).ShouldNotBe(before);
    }

    [Fact]
    public void a_first_start_makes_the_newest_schema_and_a_second_one_changes_nothing()
    {
        using var database = new PostgresCopy(empty: true);
        database.Engine.Migrate().ShouldBe(0);
        database.Run("INSERT INTO settings(key, value) VALUES('k', 'v')");
        var before = Schema(database);
        database.Engine.Migrate().ShouldBe(PostgresMigrations.Latest);
        Schema(database).ShouldBe(before);
        using var db = database.Db();
        db.Settings.Single().Value.ShouldBe("v");
    }

    [Fact]
    public void a_database_newer_than_the_program_is_refused_untouched_with_advice()
    {
        using var database = new PostgresCopy();
        database.Run($"UPDATE schema_version SET version = {PostgresMigrations.Latest + 1}");
        Should.Throw<UnfitDatabaseException>(() => database.Engine.Migrate()).Message.ShouldContain("start a newer program");
        database.Rows("SELECT version FROM schema_version").Single()[0].Value.ShouldBe(PostgresMigrations.Latest + 1);
    }

    [Theory]
    [InlineData("CREATE TABLE events(x integer)", "a database of its own")]
    [InlineData("CREATE FUNCTION unfinished_form(state text) RETURNS boolean LANGUAGE sql RETURN true", "a database of its own")]
    public void a_database_of_something_else_is_left_as_it_is(string theirs, string advice)
    {
        using var database = new PostgresCopy(empty: true);
        database.Run(theirs);
        Should.Throw<UnfitDatabaseException>(() => database.Engine.Migrate()).Message.ShouldContain(advice);
        database.Tables().Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void a_server_that_is_not_there_and_a_database_that_is_not_are_told_without_a_secret()
    {
        using var database = new PostgresCopy(empty: true);
        Told(database.ConnectionString.Replace("test_", "nothing_", StringComparison.Ordinal)).ShouldContain("createdb");
        Told("Host=/nowhere;Database=grantbot;Username=u;Password=secret;Timeout=1").ShouldContain("cannot be reached");

        string Told(string connectionString)
        {
            var message = Should.Throw<UnfitDatabaseException>(() => new PostgresEngine(connectionString, database.Engine.Beside(".")).Migrate()).Message;
            message.ShouldNotContain("secret");
            return message;
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("0190a0b0", false)]
    [InlineData("{\"v\":1}", false)]
    [InlineData("{\"v\":1,\"unfinished\":null}", false)]
    [InlineData("{\"v\":1,\"unfinished\":{}}", true)]
    [InlineData("{\"v\":1,\"dialog\":{\"is\":\"form\",\"form\":{\"answers\":{\"name\":\"{\"}}}}", true)]
    [InlineData("{\"v\":1,\"dialog\":{\"form\":\"registration\"}}", false)]
    public void a_form_that_is_being_filled_is_seen_in_the_state_as_sqlite_sees_it(string state, bool unfinished)
    {
        foreach (var product in new[] { Product.Sqlite, Product.Postgres })
        {
            using var database = TestDatabase.Ready(product);
            database.Run($"INSERT INTO chats(id, channel, state, version, language, reachable, last_heard_at, created_at) VALUES('0190a0b0c0d07000800000000000000a', 1, '{state}', 1, 'kk', TRUE, 1, 1)");
            using var db = database.Db();
            db.Chats.Single().Unfinished.ShouldBe(unfinished, product.ToString());
        }
    }

    /// <summary>One line per column, index and key.</summary>
    private static List<string> Schema(PostgresCopy database)
    {
        string[] questions =
        [
            "SELECT concat_ws(' ', table_name || '.' || column_name, data_type, 'null=' || is_nullable, 'default=' || column_default, 'identity=' || is_identity, 'made=' || generation_expression, collation_name) FROM information_schema.columns WHERE table_schema = 'public'",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
            "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        ];
        return [.. questions.SelectMany(q => database.Rows(q)).Select(r => (string)r[0].Value).Where(l => !l.Contains("canned_words", StringComparison.Ordinal) && !l.Contains("schema_version", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
