using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Who is on the staff and for what. Whoever is concerned by it and did not do it is told.</summary>
internal static class StaffProjection
{
    /// <summary>Kind of due work: a member is told what their roles are now; an owner that an invitation was used. The subject is the chat concerned, with a colon and who joined for the second.</summary>
    public const string NewsDue = "staff";

    /// <exception cref="ConflictException">The code was used meanwhile.</exception>
    public static void Join(GrantBotDb db, Fact.StaffJoined joined, FactSource source)
    {
        Projection.UseCode(db, joined.CodeHash, source.Now);
        var by = db.Codes.AsNoTracking().Where(c => c.Hash == joined.CodeHash).Select(c => c.MadeBy).FirstOrDefault();
        Give(db, source.Chat, new(joined.Role, joined.Scope), by, source.Now);
        if (by is { } owner) DueRows.Set(db, NewsDue, $"{owner.Value:N}:{source.Chat.Value:N}", source.Now);
    }

    /// <exception cref="ConflictException">They are not on the staff any more.</exception>
    public static void Grant(GrantBotDb db, Fact.StaffGranted fact, FactSource source)
    {
        if (!db.Staff.Any(s => s.ChatId == fact.Member)) throw new ConflictException("they left the staff");
        Give(db, fact.Member, new(fact.Role, fact.Scope), source.Chat, source.Now);
        if (fact.Member != source.Chat) DueRows.Set(db, NewsDue, $"{fact.Member.Value:N}", source.Now);
    }

    /// <exception cref="ConflictException">Two owners take each other's last right to own at once.</exception>
    public static void Remove(GrantBotDb db, Fact.StaffRemoved fact, FactSource source)
    {
        var (role, scope) = (fact.Role.ToString(), fact.Scope.ToString());
        db.Staff.Where(s => s.ChatId == fact.Member && s.Role == role && s.Scope == scope).ExecuteDelete();
        if (StaffQuery.With(db, Right.Own).Count == 0) throw new ConflictException("nobody would be an owner any more");
        if (!db.Staff.Any(s => s.ChatId == fact.Member))
        {
            Gone(db, source with { Chat = fact.Member });
            if (fact.Member != source.Chat) BroadcastDrafts.Forget(db, fact.Member); // one's own goes by one's own turn
        }
        if (!StaffQuery.WithSome(db, Right.Advise).Contains(fact.Member))
        {
            ConsultationProjection.GiveUp(db, source with { Chat = fact.Member });
            if (fact.Member != source.Chat) KeptClosings.ForgetOf(db, fact.Member);
        }
        if (fact.Member != source.Chat) DueRows.Set(db, NewsDue, $"{fact.Member.Value:N}", source.Now);
    }

    /// <summary>Somebody gave up all roles.</summary>
    public static void Leave(GrantBotDb db, FactSource source)
    {
        db.Staff.Where(s => s.ChatId == source.Chat).ExecuteDelete();
        Gone(db, source);
        ConsultationProjection.GiveUp(db, source);
    }

    public static void Name(GrantBotDb db, ChatId member, string name)
    {
        var row = db.Advisers.Find(member);
        if (row is null) db.Advisers.Add(row = new AdviserRow { ChatId = member });
        row.Name = name;
        db.SaveChanges(); // a closing in the same turn reads it
    }

    private static void Give(GrantBotDb db, ChatId chat, StaffGrant grant, ChatId? by, DateTimeOffset now)
    {
        var (role, scope) = (grant.Role.ToString(), grant.Scope.ToString());
        if (!db.Staff.Any(s => s.ChatId == chat && s.Role == role && s.Scope == scope)) db.Staff.Add(new StaffRow { ChatId = chat, Role = role, Scope = scope, InvitedBy = by, Since = now });
    }

    /// <summary>Desks they opened end; their name among colleagues goes.</summary>
    private static void Gone(GrantBotDb db, FactSource source)
    {
        DoorProjection.Leave(db, source.Chat);
        db.Advisers.Where(a => a.ChatId == source.Chat).ExecuteDelete();
    }
}
