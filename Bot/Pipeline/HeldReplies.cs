using System.Collections.Concurrent;
using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// Replies that wait for a person to write again: outside WhatsApp's 24-hour window only a template may be sent (platform/whatsapp.md B9),
/// one for all that waits, since each is charged.
/// </summary>
internal sealed class HeldReplies(IDbContextFactory<GrantBotDb> databases)
{
    private readonly ConcurrentDictionary<ChatId, bool> chats = new();

    /// <summary>Reads at start which chats have such replies.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var chat in await db.Outbox.Where(o => o.State == OutboxState.Held).Select(o => o.ChatId).Distinct().ToListAsync(cancel)) chats[chat] = true;
    }

    /// <summary>Whether the person was asked back already.</summary>
    public bool Has(ChatId chat) => chats.ContainsKey(chat);

    /// <summary>Notes that a reply was stored as held.</summary>
    public void Add(ChatId chat) => chats[chat] = true;

    /// <summary>What waited, oldest first, now that the person wrote.</summary>
    public IReadOnlyList<OutboxLine> Release(ChatId chat)
    {
        if (!chats.TryRemove(chat, out _)) return [];
        using var db = databases.CreateDbContext();
        return [.. db.Outbox.AsNoTracking().Where(o => o.ChatId == chat && o.State == OutboxState.Held && o.Payload != null).OrderBy(o => o.Id).AsEnumerable().Select(row => Line(row, bulk: false))];
    }

    /// <summary>A stored row as a line to send.</summary>
    public static OutboxLine Line(OutboxRow row) => Line(row, row.Bulk);

    private static OutboxLine Line(OutboxRow row, bool bulk) =>
        new() { Id = row.Id, Chat = row.ChatId, Json = row.Payload!, Reply = DomainJson.ReadReply(row.Payload!), Language = row.Language, Bulk = bulk };
}
