using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Jobs;

/// <summary>An event is near: whoever is confirmed and wants reminders gets one, some hundreds at a time.</summary>
/// <param name="kind">A day before, or two hours.</param>
internal sealed class ReminderWork(string kind) : IDueWork
{
    private const int AtOnce = 200;

    public string Kind => kind;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = new EventId(Guid.ParseExact(due.Subject, "N"));
        if (after.Db.Events.AsNoTracking().FirstOrDefault(e => e.Id == id) is not { } row || PlanUndoing.Waits(after.Db, row, due, after.Now) || row.CalledOff is not null || row.StartsAt <= after.Now) return null;
        // both are late, after a stop: one is enough
        if (kind == EventDue.Day && after.Db.Due.Any(d => d.Kind == EventDue.Hours && d.Subject == due.Subject && d.DueAt <= after.Now)) return null;
        var next = after.Db.Registrations.AsNoTracking().Where(r => r.EventId == id && r.Number > due.Cursor && r.Status == RegistrationStatus.Confirmed && !r.NoReminders)
            .OrderBy(r => r.Number).Take(AtOnce).ToList();
        foreach (var registration in next)
            after.Notify(registration.ChatId, $"{kind}:{registration.Id.Value:N}:{row.StartsAt.ToUnixTimeMilliseconds()}", new Notice.Reminder(registration.Id, id));
        return next.Count < AtOnce ? null : next[^1].Number;
    }
}

/// <summary>An event is over: whoever was not seen did not come. Where nobody was checked in, nothing is known and nobody is marked.</summary>
internal sealed class NoShowWork : IDueWork
{
    private const int AtOnce = 200;

    public string Kind => EventDue.NoShow;

    public long? Run(Aftermath after, DueRow due)
    {
        var id = new EventId(Guid.ParseExact(due.Subject, "N"));
        var all = after.Db.Registrations.Where(r => r.EventId == id);
        if (!all.Any(r => r.Status == RegistrationStatus.Attended)) return null;
        var next = all.AsNoTracking().Where(r => r.Status == RegistrationStatus.Confirmed && r.Number > due.Cursor).OrderBy(r => r.Number).Take(AtOnce).ToList();
        foreach (var row in next) after.Record(new Fact.RegistrationMoved(row.Id, id, row.PersonId, RegistrationStatus.Confirmed, RegistrationStatus.NoShow, MoveReason.NotSeen));
        return next.Count < AtOnce ? null : next[^1].Number;
    }
}
