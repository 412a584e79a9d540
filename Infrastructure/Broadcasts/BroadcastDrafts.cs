using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Broadcasts;

/// <summary>Messages to many that staff began and did not send (<see cref="KeptBroadcast"/>).</summary>
internal static class BroadcastDrafts
{
    /// <summary>Forgets those whose time is over. Whoever writes meanwhile loses theirs by that turn.</summary>
    public static void ForgetOld(GrantBotDb db, DateTimeOffset now)
    {
        var before = now - KeptBroadcast.Lasts;
        foreach (var row in db.Chats.Where(c => c.LastHeardAt < before && db.Staff.Select(s => s.ChatId).Contains(c.Id))) Forget(row);
    }

    /// <summary>Forgets that of somebody who is on the staff no more; the version grows, so that a copy in memory is not written back.</summary>
    public static void Forget(GrantBotDb db, ChatId chat)
    {
        if (db.Chats.Find(chat) is { } row) Forget(row);
    }

    private static void Forget(ChatRow row)
    {
        var state = StateUpcaster.Read(row.State);
        if (state.Broadcast is null) return;
        var writes = state.Dialog is DialogState.BroadcastMaking or DialogState.BroadcastResuming;
        row.State = DomainJson.Write(state with { Broadcast = null, Asked = writes ? null : state.Asked, Dialog = writes ? new DialogState.Menu() : state.Dialog });
        row.Version++;
    }
}
