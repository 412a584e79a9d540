using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Broadcasts;

/// <summary>
/// How a message leaves: its people are written down once, then some at a time are told by a notice. That they were told stands in the same commit
/// as the notice, so nobody is told twice and nobody is left out, whatever crashes when.
/// </summary>
internal static class BroadcastSending
{
    /// <summary>Receipts come within this time; a day later the outbox is cleared.</summary>
    private static readonly TimeSpan SettlesAfter = TimeSpan.FromDays(30);

    /// <summary>Writes down whom it is for, if that was not done, and lets it leave.</summary>
    public static void Begin(Aftermath after, BroadcastRow row, BroadcastPeople people)
    {
        if (!row.Written)
        {
            var all = people.Of(after.Db, DomainJson.ReadAudience(row.Audience), after.Now);
            after.Db.InsertMany(all.Select((p, i) => new BroadcastPersonRow { BroadcastId = row.Id, Place = i + 1, PersonId = p.Person, ChatId = p.Chat, Channel = p.Channel, Result = p.Why }));
        }
        (row.Written, row.Status) = (true, BroadcastStatus.Sending);
        after.Db.SaveChanges();
    }

    /// <summary>Tells the next of those who wait, the oldest message first; false when nobody does, in any.</summary>
    public static bool Tell(Aftermath after, int most)
    {
        var db = after.Db;
        foreach (var row in db.Broadcasts.Where(b => b.Status == BroadcastStatus.Sending).OrderBy(b => b.StartsAt).ToList())
        {
            var next = db.BroadcastPeople.Where(p => p.BroadcastId == row.Id && !p.Told && p.ChatId != null).OrderBy(p => p.Place).Take(most).ToList();
            if (next.Count == 0) { End(after, row); continue; }
            var chats = next.Select(p => p.ChatId!.Value).ToList();
            var people = next.Select(p => p.PersonId).ToList();
            var doubles = db.People.Where(p => p.MergedInto != null && people.Contains(p.Id)).Select(p => p.Id).ToHashSet(); // found to be one with somebody who is on the list too
            var reachable = db.Chats.Where(c => chats.Contains(c.Id) && c.Reachable).Select(c => c.Id).ToHashSet();
            foreach (var person in next)
            {
                person.Told = true;
                if (person.PersonId is { } who && doubles.Contains(who)) person.Result = BroadcastResult.Shared;
                else if (!reachable.Contains(person.ChatId!.Value)) person.Result = BroadcastResult.Blocked; // since it was written down
                else after.Notify(person.ChatId, $"broadcast:{row.Id.Value:N}:{person.Place}", new Notice.Broadcast(row.Id));
            }
            db.SaveChanges();
            return true;
        }
        return false;
    }

    /// <summary>Plans that results are written down for good.</summary>
    public static void PlanSettling(GrantBotDb db, BroadcastId id, DateTimeOffset now) => DueRows.Set(db, BroadcastProjection.SettleDue, id.Value, now + SettlesAfter);

    /// <summary>Writes down what became of it for each person.</summary>
    public static void Settle(GrantBotDb db, BroadcastRow row)
    {
        foreach (var (person, result) in BroadcastQuery.Results(db, row).Where(r => r.Person.Result != r.Result).Select(r => (r.Person, r.Result)).ToList())
            db.BroadcastPeople.Where(p => p.BroadcastId == row.Id && p.Place == person.Place).ExecuteUpdate(s => s.SetProperty(p => p.Result, result));
        row.Settled = true;
        db.SaveChanges();
    }

    private static void End(Aftermath after, BroadcastRow row)
    {
        (row.Status, row.EndedAt) = (BroadcastStatus.Done, after.Now);
        after.Db.SaveChanges();
        PlanSettling(after.Db, row.Id, after.Now);
        after.Notify(row.MadeBy, $"broadcastdone:{row.Id.Value:N}", new Notice.BroadcastDone(row.Id));
    }
}
