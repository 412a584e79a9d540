using GrantBot.Domain;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Erasure;

/// <summary>
/// Erases a person (Law No. 94-V art. 18): names, numbers, answers, conversations, facts. What stays names nobody: that a registration
/// existed and was cancelled, with the coarse codes counts read, and the proof that consent was given and withdrawn.
/// A test compares this with every column marked personal.
/// </summary>
internal static class Eraser
{
    public static void Erase(GrantBotDb db, PersonId person, DateTimeOffset now, ChatId? own = null)
    {
        DateTimeOffset? moment = now;
        var chats = db.Chats.Where(c => c.PersonId == person).Select(c => c.Id).ToList();
        if (own is { } chat && !chats.Contains(chat)) chats.Add(chat); // the turn that withdraws has already parted its chat from the person
        foreach (var registration in db.Registrations.Where(r => r.PersonId == person && r.Status != RegistrationStatus.Cancelled).Select(r => new { r.Id, r.EventId }).ToList())
        {
            db.Registrations.Where(r => r.Id == registration.Id).ExecuteUpdate(s => s.SetProperty(r => r.Status, RegistrationStatus.Cancelled));
            RegistrationProjection.FreeSeat(db, registration.EventId);
        }
        db.Registrations.Where(r => r.PersonId == person).ExecuteUpdate(s => s
            .SetProperty(r => r.Surname, (string?)null).SetProperty(r => r.Given, (string?)null).SetProperty(r => r.Patronymic, (string?)null)
            .SetProperty(r => r.Phone, (string?)null).SetProperty(r => r.Institution, (string?)null).SetProperty(r => r.BirthDate, (string?)null)
            .SetProperty(r => r.Answers, (string?)null).SetProperty(r => r.ChatId, (ChatId?)null));
        db.People.Where(p => p.Id == person).ExecuteUpdate(s => s.SetProperty(p => p.VerifiedPhone, (string?)null).SetProperty(p => p.Answers, (string?)null).SetProperty(p => p.ErasedAt, moment));
        db.Consents.Where(c => c.PersonId == person && c.WithdrawnAt == null).ExecuteUpdate(s => s.SetProperty(c => c.WithdrawnAt, moment));
        db.Facts.Where(f => f.PersonId == person || (f.ChatId != null && chats.Contains(f.ChatId.Value))).ExecuteUpdate(s => s.SetProperty(f => f.Data, "{}").SetProperty(f => f.PersonId, (PersonId?)null));
        Chats(db, chats);
    }

    /// <summary>Clears what conversations of the person hold. Replies that wait to be sent go too, the farewell of this very turn comes after.</summary>
    private static void Chats(GrantBotDb db, List<ChatId> chats)
    {
        db.Outbox.Where(o => chats.Contains(o.ChatId) && o.State != OutboxState.Waiting).ExecuteUpdate(s => s.SetProperty(o => o.Payload, (string?)null).SetProperty(o => o.MessageId, (string?)null));
        db.WebMessages.Where(m => chats.Contains(m.ChatId)).ExecuteDelete();
        db.Files.Where(f => f.ChatId != null && chats.Contains(f.ChatId.Value)).ExecuteDelete();
        db.Chats.Where(c => chats.Contains(c.Id)).ExecuteUpdate(s => s.SetProperty(c => c.PersonId, (PersonId?)null));
    }
}
