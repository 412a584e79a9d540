using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pipeline;

/// <summary>Items whose turn threw and that staff sent back to their lanes. The database has them waiting already, so a crash loses none.</summary>
internal sealed class ParkedItems(IDbContextFactory<GrantBotDb> databases)
{
    /// <summary>The items that facts of a commit sent back. They come after what the chat said meanwhile, whatever their platform's number.</summary>
    public IReadOnlyList<InboxEntry> Again(IReadOnlyList<Fact> facts)
    {
        var numbers = facts.OfType<Fact.RetryAsked>().Select(f => f.Number).ToList();
        if (numbers.Count == 0) return [];
        using var db = databases.CreateDbContext();
        return [.. db.Inbox.AsNoTracking().Where(i => numbers.Contains(i.Id) && i.State == InboxState.Waiting && i.Payload != null).AsEnumerable()
            .Select(row => new InboxEntry(InboxEntry.Of(row).Item with { Order = 0 }, row.Id))];
    }
}
