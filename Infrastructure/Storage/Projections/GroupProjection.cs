using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>The staff group: which it is, and what stands in it.</summary>
internal static class GroupProjection
{
    /// <summary>Purpose of its codes.</summary>
    public const string Code = "group";

    /// <summary>A card is to say how its request stands; a request goes on; an unconfirmed group is left; owners are told that the group is gone.</summary>
    public const string CardDue = "group.card", CardAgainDue = "group.again", LeaveDue = "group.leave", LostDue = "group.lost";

    /// <summary>The staff group's chat; null = there is none.</summary>
    public static ChatId? Chat(GrantBotDb db) => db.StaffGroups.AsNoTracking().Select(g => (ChatId?)g.ChatId).FirstOrDefault();

    public static void Meet(GrantBotDb db, Fact.GroupMet fact, FactSource source)
    {
        if (source.Group is { } group) DueRows.Set(db, LeaveDue, group.Value.ToString("N"), fact.LeavesAt);
    }

    /// <summary>It takes the place of any other, which is left at once.</summary>
    public static void Link(GrantBotDb db, Fact.GroupLinked fact, FactSource source)
    {
        if (source.Group is not { } group) throw new ConflictException("not in a group");
        Projection.UseCode(db, fact.CodeHash, source.Now);
        foreach (var other in db.StaffGroups.Where(g => g.ChatId != group).ToList()) DueRows.Set(db, LeaveDue, other.ChatId.Value.ToString("N"), source.Now);
        if (Chat(db) != group) Forget(db);
        if (db.StaffGroups.Find(group) is { } row) row.IsForum = fact.IsForum;
        else db.StaffGroups.Add(new StaffGroupRow { ChatId = group, IsForum = fact.IsForum, Since = source.Now });
    }

    public static void Change(GrantBotDb db, Fact.GroupChanged fact, FactSource source) =>
        db.StaffGroups.Where(g => g.ChatId == source.Group).ExecuteUpdate(s => s.SetProperty(g => g.IsForum, fact.IsForum));

    /// <summary>The group keeps its chat under the new address, whatever was heard from there before.</summary>
    public static void Move(GrantBotDb db, Fact.GroupMoved fact, FactSource source)
    {
        if (source.Group is not { } group) return;
        db.ChatAddresses.Where(a => a.ChatId == group || (a.Channel == source.Channel && a.Value == fact.To)).ExecuteDelete();
        db.ChatAddresses.Add(new ChatAddressRow { Channel = source.Channel, Value = fact.To, ChatId = group });
    }

    public static void Lose(GrantBotDb db, FactSource source)
    {
        Forget(db);
        db.Chats.Where(c => c.Id == source.Group).ExecuteUpdate(s => s.SetProperty(c => c.Reachable, false));
        DueRows.Set(db, LostDue, "all", source.Now);
    }

    /// <summary>Has the card say how its request stands, where it has one.</summary>
    public static void Refresh(GrantBotDb db, long number, DateTimeOffset now, bool reopens = false)
    {
        if (db.GroupCards.Any(c => c.ConsultationId == number)) DueRows.Set(db, reopens ? CardAgainDue : CardDue, number.ToString(CultureInfo.InvariantCulture), now);
    }

    private static void Forget(GrantBotDb db)
    {
        db.StaffGroups.ExecuteDelete();
        db.GroupCards.ExecuteDelete();
        db.Consultations.Where(c => c.DeskId != null).ExecuteUpdate(s => s.SetProperty(c => c.DeskId, (ChatId?)null));
    }
}
