using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Indicators;

public abstract class StatsQueryTests(Product product) : IDisposable
{
    private readonly StoredRegistrations stored = new(product);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => stored.Dispose();

    [Fact]
    public async Task an_event_counts_only_its_own_registrations()
    {
        await stored.Save(stored.Row(1, 1), stored.Row(2, 1, RegistrationStatus.WaitingConsent), stored.Row(3, 1, RegistrationStatus.Cancelled), stored.Row(4, 2));
        await using var db = stored.Db();
        var set = new StatsQuery(db, TimeZoneInfo.Utc).Read(Given.Event(1), cancel);
        (set.Active.Count, set.Gone.Count, set.People.Count).ShouldBe((2, 1, 2));
    }

    [Fact]
    public async Task every_code_reaches_the_count()
    {
        var row = stored.Row(1, 1);
        (row.Disability, row.Vulnerable, row.Channel, row.Age) = (true, false, ChannelKind.WhatsApp, null);
        await stored.Save(row);
        await using var db = stored.Db();
        new StatsQuery(db, TimeZoneInfo.Utc).Read(null, cancel).People.Rows.ShouldHaveSingleItem().Key.ShouldBe(new RegistrationCodes(
            ChannelKind.WhatsApp, "female", null, "aktau", "pupil", true, false));
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(12, 0)]
    [InlineData(13, 13)]
    [InlineData(34, 33)]
    [InlineData(35, 35)]
    [InlineData(80, 59)]
    public async Task ages_are_read_by_the_classes_of_the_tables(int age, int read)
    {
        var row = stored.Row(1, 1);
        row.Age = age;
        await stored.Save(row);
        await using var db = stored.Db();
        new StatsQuery(db, TimeZoneInfo.Utc).Read(null, cancel).People.Rows.ShouldHaveSingleItem().Key.Age.ShouldBe(read);
        AgeClasses.Of(age).ShouldBe(read);
    }

    [Fact]
    public async Task events_come_by_their_day_with_a_title_even_untranslated()
    {
        await stored.Save(
            StoredRegistrations.Event(2, "camp", "Лагерь", "", ""),
            StoredRegistrations.Event(1, "premier", "Премьер лига", "Премьер-лига", "Premier League"),
            StoredRegistrations.Event(3, "bare", "", " ", ""));
        await using var db = stored.Db();
        (await new StatsQuery(db, TimeZoneInfo.Utc).EventsAsync("ru", cancel)).Select(e => e.Title).ShouldBe(["Премьер-лига", "Лагерь", "bare"]);
    }

    [Fact]
    public async Task ten_thousand_registrations_are_all_counted()
    {
        await stored.Save(Enumerable.Range(1, 10_019).Select(i => stored.Row(1 + (i % 7000), 1 + (i / 7000))));
        await using var db = stored.Db();
        var set = new StatsQuery(db, TimeZoneInfo.Utc).Read(null, cancel);
        var answer = StatsReport.OfAll(await new StatsQuery(db, TimeZoneInfo.Utc).EventsAsync("kk", cancel), set, new("kk", Given.Start), Locales.Shipped);
        (set.Active.Count, set.People.Count).ShouldBe((10_019, 7000));
        answer.Blocks[0].ShouldContain("10\u00A0019");
    }
}

public sealed class StatsQueryOnSqliteTests() : StatsQueryTests(Product.Sqlite);

public sealed class StatsQueryOnPostgresTests() : StatsQueryTests(Product.Postgres);
