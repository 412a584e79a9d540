using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// What the program does by itself inside one commit: facts with their projections, and notices to chats. A notice becomes an inbox row
/// like anything that comes in, unique by its key: it is said once, whatever crashes when.
/// </summary>
internal sealed class Aftermath(GrantBotDb db, DateTimeOffset now)
{
    /// <summary>How a notice's external id begins; no platform's does.</summary>
    public const string NoticeMark = "notice:";

    private readonly List<Fact> facts = [];
    private readonly List<InboxRow> notices = [];

    public GrantBotDb Db { get; } = db;
    public DateTimeOffset Now { get; } = now;

    /// <summary>What was recorded.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>Notices to be answered by turns, once the commit is durable.</summary>
    public IEnumerable<InboxEntry> Notices => notices.Select(InboxEntry.Of);

    /// <summary>Records a fact of nobody's chat, or of a member of staff who works on a page.</summary>
    public void Record(Fact fact, ChatId? by = null)
    {
        facts.Add(fact);
        Db.Facts.Add(new FactRow { At = Now, Type = fact.GetType().Name, ChatId = by, PersonId = FactPeople.Of(fact), Data = DomainJson.Write(fact) });
        Db.SaveChanges();
        Projection.Apply(Db, fact, new FactSource(by ?? default, default, "kk", Now));
    }

    /// <summary>Tells a chat something, unless it was told so under this key before, or cannot be reached. Null chat = nobody to tell.</summary>
    public void Notify(ChatId? chat, string key, Notice notice)
    {
        if (chat is not { } id) return;
        var reach = Db.Chats.Where(c => c.Id == id && c.Reachable).Join(Db.ChatAddresses, c => c.Id, a => a.ChatId, (c, a) => new { c.Channel, a.Value }).FirstOrDefault();
        var external = NoticeMark + key;
        if (reach is null || Db.Inbox.Any(i => i.Channel == reach.Channel && i.ExternalId == external)) return;
        var row = new InboxRow { Channel = reach.Channel, ExternalId = external, ChatKey = reach.Value, Payload = DomainJson.Bytes(notice), ReceivedAt = Now };
        Db.Inbox.Add(row);
        Db.SaveChanges();
        notices.Add(row);
    }
}
