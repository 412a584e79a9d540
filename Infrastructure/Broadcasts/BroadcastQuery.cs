using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Broadcasts;

/// <summary>Reads messages to many, and what became of them.</summary>
internal static class BroadcastQuery
{
    private const int MostListed = 30;

    public static KnownBroadcast? One(GrantBotDb db, BroadcastId id) => db.Broadcasts.AsNoTracking().FirstOrDefault(b => b.Id == id) is { } row ? Known(row) : null;

    public static IReadOnlyList<KnownBroadcast> All(GrantBotDb db) => [.. db.Broadcasts.AsNoTracking().OrderByDescending(b => b.MadeAt).Take(MostListed).AsEnumerable().Select(Known)];

    public static BroadcastCounts Counts(GrantBotDb db, BroadcastId id) => new(db.Broadcasts.AsNoTracking().FirstOrDefault(b => b.Id == id) is { } row
        ? Results(db, row).GroupBy(r => r.Result).ToDictionary(g => g.Key, g => g.Count()) : []);

    /// <summary>Each of its people with what became of it for them, and when it was sent; in their order.</summary>
    public static IEnumerable<(BroadcastPersonRow Person, BroadcastResult Result, DateTimeOffset? At)> Results(GrantBotDb db, BroadcastRow row)
    {
        var topic = Notice.Broadcast.TopicOf(row.Id);
        // of a picture and its text, said one after the other, the last counts
        var sent = new Dictionary<ChatId, Sent>();
        foreach (var line in db.Outbox.AsNoTracking().Where(o => o.Topic == topic).OrderBy(o => o.Id).Select(o => new Sent(o.ChatId, o.State, o.Receipt, o.SentAt)))
            sent[line.Chat] = line;
        foreach (var person in db.BroadcastPeople.AsNoTracking().Where(p => p.BroadcastId == row.Id).OrderBy(p => p.Place))
        {
            var line = person.ChatId is { } chat ? sent.GetValueOrDefault(chat) : null;
            yield return (person, row.Settled || person.Result is not BroadcastResult.Waiting ? person.Result : Result(row, person, line), line?.SentAt);
        }
    }

    private static BroadcastResult Result(BroadcastRow row, BroadcastPersonRow person, Sent? line) => line switch
    {
        null when person.ChatId is null => BroadcastResult.NoChat, // erased since
        null when row.Status is BroadcastStatus.Stopped => BroadcastResult.Stopped,
        null => person.Told && row.Status is BroadcastStatus.Done ? BroadcastResult.OptedOut : BroadcastResult.Waiting, // nothing was said to them, or not yet
        { State: OutboxState.Waiting } => BroadcastResult.Waiting,
        { State: OutboxState.Held } => BroadcastResult.Held,
        { State: OutboxState.Blocked } => BroadcastResult.Blocked,
        { State: OutboxState.WindowClosed } => BroadcastResult.NoTemplate,
        { State: OutboxState.Refused } or { Receipt: (int)ReceiptKind.Failed } => BroadcastResult.Refused,
        { Receipt: (int)ReceiptKind.Read } => BroadcastResult.Read,
        { Receipt: (int)ReceiptKind.Delivered } => BroadcastResult.Delivered,
        _ => BroadcastResult.Sent,
    };

    private static KnownBroadcast Known(BroadcastRow row) => new(row.Id, DomainJson.ReadAudience(row.Audience), DomainJson.ReadContent(row.Content), row.Status, row.StartsAt, row.EndedAt);

    private sealed record Sent(ChatId Chat, OutboxState State, int Receipt, DateTimeOffset? SentAt);
}
