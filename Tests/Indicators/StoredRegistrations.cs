using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Indicators;

/// <summary>A database of its own, and rows with boring defaults.</summary>
internal sealed class StoredRegistrations(Product product) : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Ready(product);
    private int made;

    public GrantBotDb Db() => database.Db();

    public void Dispose() => database.Dispose();

    public static EventRow Event(int n, string code, string kk, string ru, string en) => new()
    {
        Id = Given.Event(n),
        Code = code,
        TitleKk = kk,
        TitleRu = ru,
        TitleEn = en,
        PlaceKk = "Ақтау қаласы",
        StartsAt = Given.Start.AddDays(n).ToUniversalTime(),
        ClosesAt = Given.Start.AddDays(n),
    };

    public RegistrationRow Row(int person, int @event, RegistrationStatus status = RegistrationStatus.Confirmed)
    {
        made++;
        return new()
        {
            Id = new RegistrationId(new Guid(made, 3, 0, [0, 0, 0, 0, 0, 0, 0, 0])),
            EventId = Given.Event(@event),
            PersonId = Given.Person(person),
            Number = made,
            Status = status,
            Channel = ChannelKind.Telegram,
            RegisteredAt = Given.Start.AddSeconds(made),
            Surname = $"Әлиева{person}",
            Given = "Сана",
            Phone = "+77000000000",
            Institution = "№1 мектеп",
            Age = 16,
            Gender = "female",
            Territory = "aktau",
            Occupation = "pupil",
        };
    }

    public async Task Save(params IEnumerable<object> rows)
    {
        await using var db = Db();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
