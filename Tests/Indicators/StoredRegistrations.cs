using GrantBot.Domain.Registration;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace GrantBot.Tests.Indicators;

/// <summary>A database in memory with the shipped schema, and rows with boring defaults.</summary>
internal sealed class StoredRegistrations : IDisposable
{
    private readonly SqliteConnection connection = SqliteDatabase.Open("Data Source=:memory:", "OFF");
    private int made;

    public StoredRegistrations() => SqliteMigrations.Apply(connection);

    public GrantBotDb Db() => new(SqliteDatabase.Options(connection));

    public void Dispose() => connection.Dispose();

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
