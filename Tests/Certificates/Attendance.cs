using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Certificates;

/// <summary>People who were seen at the event "open", each with a chat of their own unless told otherwise; names are invented.</summary>
internal static class Attendance
{
    /// <summary>Adds people numbered from 1; chats are "g1", "g2" and so on.</summary>
    public static void Add(GrantBotDb db, int people, DateTimeOffset at, int withoutChat = 0)
    {
        var e = db.Events.Single(x => x.Code == "open");
        for (var n = 1; n <= people; n++)
        {
            var (person, chat) = (new PersonId(Ids.New(at)), new ChatId(Ids.New(at)));
            db.People.Add(new PersonRow { Id = person, CreatedAt = at });
            if (n > withoutChat)
            {
                db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Telegram, Version = 1, Language = "kk", PersonId = person, State = DomainJson.Write(new ChatState { Language = "kk", Person = person, Dialog = new DialogState.Menu() }), LastHeardAt = at, CreatedAt = at });
                db.ChatAddresses.Add(new ChatAddressRow { Channel = ChannelKind.Telegram, Value = "g" + n.ToString(CultureInfo.InvariantCulture), ChatId = chat });
            }
            db.Registrations.Add(new RegistrationRow
            {
                Id = new(Ids.New(at)), EventId = e.Id, PersonId = person, ChatId = n > withoutChat ? chat : null, Number = n, Status = RegistrationStatus.Attended, Channel = ChannelKind.Telegram, Language = "kk",
                FormId = "reg_person", FormVersion = "1", RegisteredAt = at, Surname = "Үлгіов", Given = "Қатысушы" + (char)('а' + (n % 30)), Answers = "{}", Territory = "aktau",
            });
        }
        e.Taken += people;
        db.SaveChanges();
    }

    /// <summary>A member of staff presses the button.</summary>
    public static void Ask(GrantBotDb db, ChatId staff, DateTimeOffset at)
    {
        var fact = new Fact.CertificatesAsked(db.Events.Single(e => e.Code == "open").Id, "ru");
        db.Facts.Add(new FactRow { At = at, Type = nameof(Fact.CertificatesAsked), ChatId = staff, Data = DomainJson.Write(fact) });
        db.SaveChanges();
        Projection.Apply(db, fact, new FactSource(staff, ChannelKind.Telegram, "ru", at));
    }
}
