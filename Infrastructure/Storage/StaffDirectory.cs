using GrantBot.Domain;
using GrantBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>Roles of staff chats, in memory because every turn asks; read again after every change.</summary>
internal sealed class StaffDirectory(IDbContextFactory<GrantBotDb> databases)
{
    private readonly Lock gate = new();
    private volatile Dictionary<ChatId, StaffRole>? roles;
    private int changes;

    /// <summary>The role of a chat.</summary>
    public StaffRole RoleOf(ChatId chat) => (roles ?? Read()).GetValueOrDefault(chat);

    /// <summary>Whether there is any staff member yet.</summary>
    public bool IsEmpty => (roles ?? Read()).Count == 0;

    /// <summary>Reads again at the next question.</summary>
    public void Changed() { lock (gate) { changes++; roles = null; } }

    /// <summary>What was read while somebody joined may lack them, so it is used once and not kept.</summary>
    private Dictionary<ChatId, StaffRole> Read()
    {
        var before = Volatile.Read(ref changes);
        using var db = databases.CreateDbContext();
        var read = db.Staff.AsNoTracking().AsEnumerable().ToDictionary(s => s.ChatId, s => Enum.Parse<StaffRole>(s.Role));
        lock (gate) { if (before == changes) roles = read; }
        return read;
    }
}
