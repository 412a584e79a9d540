using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Removes what is kept no longer than needed.</summary>
internal sealed class Housekeeping : IDueWork
{
    /// <summary>Its name in the due rows.</summary>
    public const string Name = "housekeeping";

    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    /// <summary>WhatsApp delivers again for up to 7 days; after that an id need not be remembered.</summary>
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(8);

    /// <summary>Receipts come within this time.</summary>
    private static readonly TimeSpan OutboxKept = TimeSpan.FromDays(31);

    /// <summary>An unfinished form can be continued this long (2-processes.md 2.4).</summary>
    private static readonly TimeSpan UnfinishedKept = TimeSpan.FromDays(7);

    private static readonly TimeSpan WebChatKept = TimeSpan.FromDays(90);

    /// <summary>Files that are nobody's answer, participant lists and answers made for staff among them, and chats with nobody behind them: so that what erasure leaves behind is gone within 15 working days (Law No. 94-V art. 8(7)).</summary>
    private static readonly TimeSpan StrayKept = TimeSpan.FromDays(10);

    public string Kind => Name;

    /// <summary>Its first row; from then on it plans itself.</summary>
    public static DueRow First(DateTimeOffset now) => new() { Kind = Name, Subject = "all", DueAt = now + Hourly };

    public long? Run(Aftermath after, DueRow due)
    {
        Run(after.Db, after.Now);
        DueRows.Set(after.Db, Name, due.Subject, after.Now + Hourly);
        return null;
    }

    private static void Run(GrantBotDb db, DateTimeOffset now)
    {
        var (inbox, outbox, web) = (now - InboxKept, now - OutboxKept, now - WebChatKept);
        db.Inbox.Where(i => i.State == InboxState.Done && i.ReceivedAt < inbox).ExecuteDelete();
        db.Outbox.Where(o => o.State != OutboxState.Waiting && o.CreatedAt < outbox).ExecuteDelete();
        db.Inbox.Where(i => i.State == InboxState.Parked && i.ReceivedAt < outbox).ExecuteDelete();
        db.Codes.Where(c => c.ExpiresAt < outbox).ExecuteDelete();
        db.DeskSessions.Where(s => s.ExpiresAt < now).ExecuteDelete();
        db.WebMessages.Where(m => m.At < web).ExecuteDelete();
        Infrastructure.Storage.Erasure.ConsultationWordsKept.ForgetOld(db, now);
        Infrastructure.Storage.Erasure.KeptClosings.ForgetOld(db, now);
        ForgetUnfinished(db, now - UnfinishedKept);
        BroadcastDrafts.ForgetOld(db, now);
        db.SaveChanges();
        ForgetStrays(db, now - StrayKept, now);
    }

    /// <summary>Somebody who was erased, or who never registered, leaves no address behind. If they write again, they are new.</summary>
    private static void ForgetStrays(GrantBotDb db, DateTimeOffset before, DateTimeOffset now)
    {
        db.Files.Where(f => f.KeptUntil < now).ExecuteDelete();
        db.Files.Where(f => f.CreatedAt < before && f.KeptUntil == null && f.PersonId == null && !(f.MediaType == AnswerFile.MediaType && db.Chats.Any(c => c.Id == f.ChatId && c.Unfinished))).ExecuteDelete();
        var strays = db.Chats.Where(c => c.PersonId == null && c.LastHeardAt < before && !db.Staff.Any(s => s.ChatId == c.Id) && !db.StaffGroups.Any(g => g.ChatId == c.Id)
            && !db.Outbox.Any(o => o.ChatId == c.Id && o.State == OutboxState.Waiting)).OrderBy(c => c.LastHeardAt).Select(c => c.Id).Take(500).ToList();
        db.Outbox.Where(o => strays.Contains(o.ChatId)).ExecuteDelete();
        db.WebMessages.Where(m => strays.Contains(m.ChatId)).ExecuteDelete();
        db.ChatAddresses.Where(a => strays.Contains(a.ChatId)).ExecuteDelete();
        db.Chats.Where(c => strays.Contains(c.Id)).ExecuteDelete();
    }

    /// <summary>
    /// Answers of a form nobody finished are erased, and with them the lines of a web chat in which they were given;
    /// the version grows, so that a copy in memory is not written back.
    /// </summary>
    private static void ForgetUnfinished(GrantBotDb db, DateTimeOffset before)
    {
        foreach (var row in db.Chats.Where(c => c.LastHeardAt < before && c.Unfinished).Take(500))
        {
            db.WebMessages.Where(m => m.ChatId == row.Id && m.At <= row.LastHeardAt).ExecuteDelete();
            var state = StateUpcaster.Read(row.State);
            state = state with { Unfinished = null, Asked = null, Dialog = state.Dialog is DialogState.Filling or DialogState.Resuming ? new DialogState.Menu() : state.Dialog };
            row.State = DomainJson.Write(state);
            row.Version++;
        }
    }
}
