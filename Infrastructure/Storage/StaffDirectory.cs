using System.Collections.Concurrent;
using GrantBot.Domain;
using GrantBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>Roles of staff chats, in memory because every turn asks; read again after every change.</summary>
internal sealed class StaffDirectory(IDbContextFactory<GrantBotDb> databases)
{
    private volatile Dictionary<ChatId, StaffRole>? roles;

    /// <summary>The role of a chat.</summary>
    public StaffRole RoleOf(ChatId chat) => (roles ??= Read()).GetValueOrDefault(chat);

    /// <summary>Whether there is any staff member yet.</summary>
    public bool IsEmpty => (roles ??= Read()).Count == 0;

    /// <summary>Reads again at the next question.</summary>
    public void Changed() => roles = null;

    private Dictionary<ChatId, StaffRole> Read()
    {
        using var db = databases.CreateDbContext();
        return db.Staff.AsNoTracking().AsEnumerable().ToDictionary(s => s.ChatId, s => Enum.Parse<StaffRole>(s.Role));
    }
}
