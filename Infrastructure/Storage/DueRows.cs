using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>What is to be done when: one row for each kind of work and what it concerns.</summary>
internal static class DueRows
{
    /// <summary>Plans work, or plans it anew for another time.</summary>
    public static void Set(GrantBotDb db, string kind, Guid subject, DateTimeOffset at) => Set(db, kind, subject.ToString("N"), at);

    /// <summary>Plans work, or plans it anew for another time.</summary>
    public static void Set(GrantBotDb db, string kind, string subject, DateTimeOffset at)
    {
        if (db.Due.Where(d => d.Kind == kind && d.Subject == subject).ExecuteUpdate(s => s.SetProperty(d => d.DueAt, at).SetProperty(d => d.Cursor, 0).SetProperty(d => d.Attempts, 0)) > 0) return;
        db.Due.Add(new DueRow { Kind = kind, Subject = subject, DueAt = at });
        db.SaveChanges();
    }

    /// <summary>It need not be done any more.</summary>
    public static void Drop(GrantBotDb db, string kind, Guid subject)
    {
        var name = subject.ToString("N");
        db.Due.Where(d => d.Kind == kind && d.Subject == name).ExecuteDelete();
    }
}
