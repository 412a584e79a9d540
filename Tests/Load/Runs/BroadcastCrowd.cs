using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Load.Runs;

/// <summary>An owner and so many people registered for the demonstration event "open", each with a chat on Telegram; nobody has a name.</summary>
internal static class BroadcastCrowd
{
    /// <summary>The owner's id on Telegram; the others' follow it.</summary>
    public const long FirstId = 500_000;

    /// <summary>Writes them into the database of a bot that stands still.</summary>
    public static void Write(IEngine engine, int people)
    {
        using var db = new GrantBotDb(engine.Options);
        using var transaction = db.Database.BeginTransaction();
        var now = TimeProvider.System.GetUtcNow().AddDays(-1);
        var e = db.Events.Single(x => x.Code == "open").Id;
        var all = Enumerable.Range(0, people + 1).Select(i => (Number: i, Person: new PersonId(Ids.New(now)), Chat: new ChatId(Ids.New(now)))).ToList();
        db.InsertMany(all.Select(p => new ChatRow
        {
            Id = p.Chat, Channel = ChannelKind.Telegram, PersonId = p.Person, Version = 1, Language = "kk", LastHeardAt = now, CreatedAt = now,
            State = DomainJson.Write(new ChatState { Language = "kk", Person = p.Person, Dialog = new DialogState.Menu() }),
        }));
        db.InsertMany(all.Select(p => new ChatAddressRow { Channel = ChannelKind.Telegram, Value = (FirstId + p.Number).ToString(CultureInfo.InvariantCulture), ChatId = p.Chat }));
        db.InsertMany(all.Select(p => new PersonRow { Id = p.Person, CreatedAt = now }));
        db.InsertMany(all.Skip(1).Select(p => new RegistrationRow
        {
            Id = new(Ids.New(now)), EventId = e, PersonId = p.Person, ChatId = p.Chat, Number = p.Number, Status = RegistrationStatus.Confirmed, RegisteredAt = now, Channel = ChannelKind.Telegram, Language = "kk",
        }));
        db.Staff.Add(new StaffRow { ChatId = all[0].Chat, Role = nameof(Domain.People.StaffRole.Owner), Since = now });
        db.SaveChanges();
        transaction.Commit();
    }
}
