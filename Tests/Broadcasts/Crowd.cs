using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Pipeline;

namespace GrantBot.Tests.Broadcasts;

/// <summary>People registered for the demonstration event "open", each with a chat numbered from 1, and a message to them.</summary>
internal static class Crowd
{
    public const string Text = "Ертең 09:30-дан бастап тіркеу";

    /// <summary>Registers so many.</summary>
    public static Task RegisterAsync(House house, int people) => house.Writer.WriteAsync(new Work.Background(db =>
    {
        var e = db.Events.Single(x => x.Code == "open").Id;
        for (var i = 1; i <= people; i++) Add(db, e, $"{i}", i);
    }));

    /// <summary>One of them.</summary>
    public static (PersonId Person, ChatId Chat) Add(GrantBotDb db, EventId e, string address, int number, RegistrationStatus status = RegistrationStatus.Confirmed)
    {
        var person = new PersonId(Ids.New(House.Today));
        var chat = Chat(db, address, person);
        db.People.Add(new PersonRow { Id = person, CreatedAt = House.Today });
        db.Registrations.Add(Registration(e, person, chat, number, status));
        return (person, chat);
    }

    /// <summary>A team whose captain or coach wrote from a chat.</summary>
    public static TeamRow Team(EventId e, PersonId captain, ChatId? chat, int number, RegistrationStatus status = RegistrationStatus.Confirmed) => new()
    {
        Id = new(Ids.New(House.Today)), EventId = e, Number = number, Name = $"Ақберен {number}", NameKey = $"ақберен {number}", Code = $"AAAA{number:00}", Status = status, PersonId = captain, MadeBy = chat,
        MadeAt = House.Today.AddSeconds(number), ConfirmBy = House.Today.AddDays(5),
    };

    public static RegistrationRow Registration(EventId e, PersonId person, ChatId? chat, int number, RegistrationStatus status = RegistrationStatus.Confirmed) => new()
    {
        Id = new(Ids.New(House.Today)), EventId = e, PersonId = person, ChatId = chat, Number = number, Status = status, RegisteredAt = House.Today.AddSeconds(number), Channel = ChannelKind.Telegram, Language = "kk", Surname = "Әлиева", Given = "Сана",
    };

    public static ChatId Chat(GrantBotDb db, string address, PersonId? person, ChannelKind channel = ChannelKind.Telegram, DateTimeOffset? heard = null, bool muted = false)
    {
        var chat = new ChatId(Ids.New(House.Today));
        db.Chats.Add(new ChatRow
        {
            Id = chat, Channel = channel, PersonId = person, Version = 1, Language = "kk", LastHeardAt = heard ?? House.Today, CreatedAt = House.Today,
            State = DomainJson.Write(new ChatState { Language = "kk", Person = person, Muted = muted, Dialog = new DialogState.Menu() }),
        });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = channel, Value = address, ChatId = chat });
        return chat;
    }

    /// <summary>Staff make a message to all who are confirmed; it begins to leave at once.</summary>
    public static async Task<BroadcastId> SendAsync(House house, DateTimeOffset? at = null)
    {
        var id = new BroadcastId(Ids.New(House.Today));
        await RecordAsync(house, db => new Fact.BroadcastMade(id, new(BroadcastWho.Confirmed, db.Events.Single(e => e.Code == "open").Id), new BroadcastContent().With("kk", Text), at ?? house.Time.GetUtcNow()));
        return id;
    }

    /// <summary>Begins something for so many people, crashes when the platform gets the n-th message, and lives on from what was on the disk then.</summary>
    public static async Task<House> CrashedAsync(int people, int at, Func<House, Task> begin)
    {
        string? crash = null;
        House? house = null;
        var sent = 0;
        var channel = new PlainChannel
        {
            Platform = (m, _) =>
            {
                if (Interlocked.Increment(ref sent) == at) crash = house!.Crash();
                return Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + m.OutboxId));
            },
        };
        await using var before = house = await House.OpenAsync(channel);
        await RegisterAsync(house, people);
        await begin(house);
        await house.RestAsync();
        var after = await House.OpenAsync(database: crash);
        await after.RestAsync();
        return after;
    }

    public static Task OrderAsync(House house, BroadcastId id, BroadcastOrder order) => RecordAsync(house, _ => new Fact.BroadcastOrdered(id, order));

    private static async Task RecordAsync(House house, Func<GrantBotDb, Fact> fact)
    {
        await house.Writer.WriteAsync(new Work.Background(db => Projection.Apply(db, fact(db), new(new ChatId(Guid.Empty), ChannelKind.Telegram, "kk", house.Time.GetUtcNow()))));
        house.Get<DueSignal>().Wake();
    }
}
