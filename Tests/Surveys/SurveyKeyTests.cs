using System.Text;
using GrantBot.Domain;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Surveys;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Surveys;

/// <summary>The secret beside the database, and the seals made with it.</summary>
public sealed class SurveyKeyTests : IDisposable
{
    private static readonly SurveyId Survey = new(Ids.New(DateTimeOffset.UnixEpoch)), Another = new(Ids.New(DateTimeOffset.UnixEpoch));
    private readonly SqliteFile file = new(), other = new();

    public void Dispose()
    {
        file.Dispose();
        other.Dispose();
    }

    [Fact]
    public void it_is_made_once_beside_the_database_and_only_the_program_may_read_it()
    {
        var (key, person) = (SurveyKey.In(KeyOf(file)), new PersonId(Ids.New(DateTimeOffset.UnixEpoch)));
        var path = KeyOf(file);
        File.ReadAllText(path).Length.ShouldBe(64);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        SurveyKey.In(KeyOf(file)).Pair(Survey, person).ShouldBe(key.Pair(Survey, person));
        key.Pair(Survey, person).ShouldNotBe(key.Pair(Another, person));
        SurveyKey.In(KeyOf(other)).Pair(Survey, person).ShouldNotBe(key.Pair(Survey, person));
    }

    [Fact]
    public void a_seal_opens_with_its_own_key_for_its_own_survey_only()
    {
        var key = SurveyKey.In(KeyOf(file));
        var seal = key.Seal(Survey, "жауап"u8);
        Encoding.UTF8.GetString(key.Open(Survey, seal)!).ShouldBe("жауап");
        key.Open(Another, seal).ShouldBeNull();
        SurveyKey.In(KeyOf(other)).Open(Survey, seal).ShouldBeNull();
        key.Open(Survey, seal[..20]).ShouldBeNull();
        seal[^1] ^= 1;
        key.Open(Survey, seal).ShouldBeNull();
    }

    [Fact]
    public void the_length_of_a_seal_does_not_tell_how_much_was_written()
    {
        var key = SurveyKey.In(KeyOf(file));
        key.Seal(Survey, "5"u8).Length.ShouldBe(key.Seal(Survey, Encoding.UTF8.GetBytes(new string('а', 200))).Length);
    }

    [Fact]
    public void a_file_that_holds_no_key_stops_the_program_with_a_remedy()
    {
        using var broken = new SqliteFile();
        File.WriteAllText(KeyOf(broken), "oops");
        Should.Throw<InvalidDataException>(() => SurveyKey.In(KeyOf(broken))).Message.ShouldContain("backup");
    }

    private static string KeyOf(SqliteFile database) => new SqliteEngine(database.Connection, "OFF").Beside("survey.key");
}
