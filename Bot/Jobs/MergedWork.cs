using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.People;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Two records became one, or two again, and registrations were cancelled or restored by it: the chats they were made in are told.</summary>
/// <param name="kind">The merge, or that it was taken back.</param>
internal sealed class MergedWork(string kind) : IDueWork
{
    public string Kind => kind;

    public long? Run(Aftermath after, DueRow due)
    {
        var undone = kind == Merging.UndoneDue;
        if (after.Db.Merges.AsNoTracking().FirstOrDefault(m => m.Id == due.Subject) is not { } merge || merge.UndoneAt is not null != undone) return null;
        foreach (var loss in DomainJson.ReadMoved(merge.Moved).Cancelled)
        {
            if (after.Db.Registrations.AsNoTracking().FirstOrDefault(r => r.Id == loss.Registration) is not { } gone) continue;
            if (undone) Tell(after, merge, gone, [gone.ChatId], new Notice.RegistrationRestored(gone.Id));
            else if (after.Db.Registrations.AsNoTracking().FirstOrDefault(r => r.EventId == gone.EventId && r.PersonId == merge.KeptId && r.Status != RegistrationStatus.Cancelled) is { } stays)
                Tell(after, merge, gone, [stays.ChatId, gone.ChatId], new Notice.RegistrationsJoined(stays.Id, gone.Number));
        }
        return null;
    }

    /// <summary>Somebody imported has no chat; one who registered twice in a chat is told once.</summary>
    private void Tell(Aftermath after, MergeRow merge, RegistrationRow gone, IEnumerable<ChatId?> chats, Notice notice)
    {
        foreach (var chat in chats.OfType<ChatId>().Distinct()) after.Notify(chat, $"{kind}:{merge.Id}:{gone.Id.Value:N}:{chat.Value:N}", notice);
    }
}
