using GrantBot.Domain;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Broadcasts;

/// <summary>Takes a person out of messages to many. That somebody was written to stays as a count.</summary>
internal static class BroadcastErasure
{
    public static void Forget(GrantBotDb db, PersonId person, IReadOnlyList<ChatId> chats)
    {
        db.BroadcastPeople.Where(p => p.PersonId == person || (p.ChatId != null && chats.Contains(p.ChatId.Value))).ExecuteUpdate(s => s
            .SetProperty(p => p.Result, p => p.Result != BroadcastResult.Waiting ? p.Result : p.Told ? BroadcastResult.Sent : BroadcastResult.NoChat).SetProperty(p => p.ChatId, (ChatId?)null));
        db.BroadcastPeople.Where(p => p.PersonId == person).ExecuteUpdate(s => s.SetProperty(p => p.PersonId, (PersonId?)null));
    }
}
