using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Indicators;

public abstract class ParticipantQueryTests(Product product) : IDisposable
{
    private readonly StoredRegistrations stored = new(product);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => stored.Dispose();

    [Fact]
    public async Task only_confirmed_people_with_a_name_are_listed()
    {
        var erased = stored.Row(4, 1);
        (erased.Surname, erased.Given, erased.Phone, erased.Institution) = (null, null, null, null);
        await stored.Save(stored.Row(1, 1), stored.Row(2, 1, RegistrationStatus.WaitingConsent), stored.Row(3, 1, RegistrationStatus.Cancelled), erased, stored.Row(5, 2));
        await using var db = stored.Db();
        (await new ParticipantQuery(db).ConfirmedAsync(Given.Event(1), cancel)).ShouldBe([new ListedPerson("Әлиева1 Сана", "+77000000000", "№1 мектеп", Territory: "aktau")]);
    }

    [Fact]
    public async Task the_heading_is_in_local_time()
    {
        await stored.Save(StoredRegistrations.Event(1, "premier", "Премьер лига", "", ""));
        await using var db = stored.Db();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");
        var heading = await new ParticipantQuery(db).HeadingAsync(Given.Event(1), "ru", Given.Start.ToUniversalTime(), zone, cancel);
        heading.ShouldNotBeNull();
        (heading.Event, heading.Place, heading.StartsAt.Hour, heading.AsOf.Hour).ShouldBe(("Премьер лига", "Ақтау қаласы", 9, 9));
        (await new ParticipantQuery(db).HeadingAsync(Given.Event(9), "ru", Given.Start, zone, cancel)).ShouldBeNull();
    }
}

public sealed class ParticipantQueryOnSqliteTests() : ParticipantQueryTests(Product.Sqlite);

public sealed class ParticipantQueryOnPostgresTests() : ParticipantQueryTests(Product.Postgres);
