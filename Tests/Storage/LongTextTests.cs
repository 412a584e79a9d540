using GrantBot.Domain;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>What may be typed can be kept, also where an index holds it, and letters in no order cannot be packed.</summary>
public abstract class LongTextTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Longest = Letters(TextType.Longest);
    private readonly TestDatabase database = TestDatabase.Ready(product);

    public void Dispose() => database.Dispose();

    [Fact]
    public void a_place_of_study_may_be_as_long_as_an_answer()
    {
        using var db = database.Db();
        db.Registrations.Add(new RegistrationRow
        {
            Id = new(Ids.New(Now)), EventId = new(Ids.New(Now)), PersonId = new(Ids.New(Now)), ChatId = new(Ids.New(Now)), Number = 1, Status = RegistrationStatus.Confirmed, RegisteredAt = Now, Language = "kk", Institution = Longest, Territory = Longest, Occupation = Longest,
        });
        db.SaveChanges();
        database.Db().Registrations.Single().Institution.ShouldBe(Longest);
    }

    [Fact]
    public void a_team_may_have_a_name_as_long_as_an_answer_and_no_other_the_same()
    {
        Team(1);
        Should.Throw<Microsoft.EntityFrameworkCore.DbUpdateException>(() => Team(2));
        database.Db().Teams.Single().Name.ShouldBe(Longest);
    }

    [Fact]
    public async Task what_is_too_large_for_the_database_spoils_nothing_beside_it()
    {
        using var writer = new Writer(database.Engine);
        using var gate = new ManualResetEventSlim();
        var first = writer.WriteAsync(new Work.Background(_ => gate.Wait()));
        var neighbour = writer.WriteAsync(Setting("a"));
        var large = writer.WriteAsync(Setting(Letters(20_000))); // a key
        var other = writer.WriteAsync(Setting("b"));
        gate.Set();
        await first;
        (await neighbour).ShouldBeTrue();
        (await other).ShouldBeTrue();
        if (database is PostgresCopy) await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(large);
        else (await large).ShouldBeTrue();
    }

    private static Work.Background Setting(string key) => new(db => db.Settings.Add(new SettingRow { Key = key, Value = "v" }));

    private void Team(int number)
    {
        using var db = database.Db();
        db.Teams.Add(new TeamRow { Id = new(Ids.New(Now)), EventId = new(default), PersonId = new(Ids.New(Now)), Number = number, Code = $"CODE{number}", Name = Longest, NameKey = TeamRow.KeyOf(Longest), Status = RegistrationStatus.Confirmed });
        db.SaveChanges();
    }

    private static string Letters(int count)
    {
        var random = new Random(1);
        return string.Concat(Enumerable.Range(0, count).Select(_ => (char)('а' + random.Next(32))));
    }
}

public sealed class LongTextOnSqliteTests() : LongTextTests(Product.Sqlite);

public sealed class LongTextOnPostgresTests() : LongTextTests(Product.Postgres);
