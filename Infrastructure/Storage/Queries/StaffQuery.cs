using System.Text.Json;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Colleagues;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Who is on the staff, for what, and what they did.</summary>
internal static class StaffQuery
{
    /// <summary>What each chat of staff may do.</summary>
    public static Dictionary<ChatId, StaffAccess> All(GrantBotDb db) =>
        db.Staff.AsNoTracking().OrderBy(s => s.Since).AsEnumerable().GroupBy(s => s.ChatId).ToDictionary(g => g.Key, g => new StaffAccess([.. g.Select(Grant).OfType<StaffGrant>()]));

    /// <summary>The chats that have a right everywhere; with an event, those that have it there.</summary>
    public static List<ChatId> With(GrantBotDb db, Right right, EventId? about = null)
    {
        var project = about is null ? null : db.Events.Where(e => e.Id == about).Select(e => e.Project).FirstOrDefault();
        return [.. All(db).Where(s => about is { } id ? s.Value.May(right, id, project ?? "") : s.Value.May(right)).Select(s => s.Key)];
    }

    /// <summary>The chats that have a right anywhere.</summary>
    public static List<ChatId> WithSome(GrantBotDb db, Right right) => [.. All(db).Where(s => s.Value.MaySome(right)).Select(s => s.Key)];

    /// <summary>All staff by name, the oldest first.</summary>
    public static IReadOnlyList<KnownColleague> Colleagues(GrantBotDb db)
    {
        var names = db.Advisers.AsNoTracking().ToDictionary(a => a.ChatId, a => a.Name);
        var since = db.Staff.AsNoTracking().AsEnumerable().GroupBy(s => s.ChatId).ToDictionary(g => g.Key, g => g.Min(s => s.Since));
        return [.. All(db).OrderBy(s => since[s.Key]).Select(s => new KnownColleague(s.Key, names.GetValueOrDefault(s.Key) ?? "", since[s.Key], s.Value))];
    }

    /// <summary>Invitations that can still be used.</summary>
    public static IReadOnlyList<KnownInvitation> Invitations(GrantBotDb db, DateTimeOffset now) =>
        [.. db.Codes.AsNoTracking().Where(c => c.Purpose == "staff" && c.MadeBy != null && c.UsedAt == null && c.ExpiresAt > now).OrderBy(c => c.ExpiresAt).AsEnumerable()
            .Select(c => ReadGrant(c.Subject) is { } grant ? new KnownInvitation(c.Hash, grant, c.ExpiresAt) : null).OfType<KnownInvitation>()];

    /// <summary>What staff did, the latest first; also those who are staff no more.</summary>
    public static IReadOnlyList<KnownDeed> Deeds(GrantBotDb db, ChatId? member, long? before, int most)
    {
        var logged = StaffDeeds.Logged.ToList();
        var joined = nameof(Fact.StaffJoined);
        var facts = db.Facts.AsNoTracking().Where(f => logged.Contains(f.Type) && (before == null || f.Id < before));
        facts = member is { } one ? facts.Where(f => f.ChatId == one) : facts.Where(f => db.Staff.Any(s => s.ChatId == f.ChatId) || db.Facts.Any(j => j.Type == joined && j.ChatId == f.ChatId));
        return [.. facts.OrderByDescending(f => f.Id).Take(most).AsEnumerable().Select(Deed)];
    }

    /// <summary>A role and its scope as a code of an invitation stores them.</summary>
    public static string Write(StaffGrant grant) => $"{grant.Role}:{grant.Scope}";

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is nothing of the kind.</summary>
    public static StaffGrant? ReadGrant(string subject) => subject.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Enum.TryParse<StaffRole>(subject[..colon], out var role) && StaffScope.Parse(subject[(colon + 1)..]) is { } scope ? new(role, scope) : null;

    private static StaffGrant? Grant(StaffRow row) => Enum.TryParse<StaffRole>(row.Role, out var role) && StaffScope.Parse(row.Scope) is { } scope ? new(role, scope) : null;

    private static KnownDeed Deed(FactRow row)
    {
        using var data = JsonDocument.Parse(row.Data);
        var kind = row.Type == nameof(Fact.PeopleSeen) && Text(data.RootElement, "where") is { } place ? $"{row.Type}.{place}" : row.Type;
        return new(row.Id, row.At, row.ChatId!.Value, kind, Guid.TryParse(Text(data.RootElement, "event"), out var id) ? new EventId(id) : null);
    }

    private static string? Text(JsonElement data, string name)
    {
        foreach (var property in data.EnumerateObject())
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) return property.Value.ValueKind switch { JsonValueKind.String => property.Value.GetString(), JsonValueKind.Object => Text(property.Value, "value"), _ => null };
        return null;
    }
}
