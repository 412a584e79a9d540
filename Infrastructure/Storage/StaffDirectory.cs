using GrantBot.Domain;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>What staff chats may do, in memory because every turn asks; read again after every change.</summary>
internal sealed class StaffDirectory(IDbContextFactory<GrantBotDb> databases)
{
    private readonly Lock gate = new();
    private volatile Dictionary<ChatId, StaffAccess>? known;
    private int changes;

    /// <summary>What a chat may do.</summary>
    public StaffAccess AccessOf(ChatId chat) => (known ?? Read()).GetValueOrDefault(chat) ?? StaffAccess.None;

    /// <summary>Reads again at the next question.</summary>
    public void Changed() { lock (gate) { changes++; known = null; } }

    /// <summary>What was read while somebody joined may lack them, so it is used once and not kept.</summary>
    private Dictionary<ChatId, StaffAccess> Read()
    {
        var before = Volatile.Read(ref changes);
        using var db = databases.CreateDbContext();
        var read = StaffQuery.All(db);
        lock (gate) { if (before == changes) known = read; }
        return read;
    }
}
