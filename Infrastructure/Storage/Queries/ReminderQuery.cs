using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Counts what became of an event's reminders. Messages are kept for a month; answers stay with the registrations.</summary>
internal static class ReminderQuery
{
    public static KnownReminders? Read(GrantBotDb db, EventId id)
    {
        var topic = Notice.Reminder.TopicOf(id);
        var sent = db.Outbox.AsNoTracking().Where(o => o.Topic == topic && (o.State == OutboxState.Sent || o.State == OutboxState.Held)).GroupBy(o => o.Receipt).Select(g => new { g.Key, Count = g.Count() }).ToList();
        if (sent.Count == 0) return null;
        int AtLeast(ReceiptKind kind) => sent.Where(g => g.Key >= (int)kind && g.Key != (int)ReceiptKind.Failed).Sum(g => g.Count);
        var answers = db.Registrations.Where(r => r.EventId == id && r.Coming != null).GroupBy(r => r.Coming).Select(g => new { g.Key, Count = g.Count() }).ToList();
        int Answered(bool coming) => answers.Where(g => g.Key == coming).Sum(g => g.Count);
        return new(sent.Sum(g => g.Count), AtLeast(ReceiptKind.Delivered), AtLeast(ReceiptKind.Read), Answered(true), Answered(false));
    }
}
