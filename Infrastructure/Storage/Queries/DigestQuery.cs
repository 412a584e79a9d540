using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Counts registrations for the weekly digest.</summary>
internal static class DigestQuery
{
    public static KnownDigest Read(GrantBotDb db, DateTimeOffset since)
    {
        var fresh = db.Registrations.Where(r => r.RegisteredAt >= since && r.Status != RegistrationStatus.Cancelled).GroupBy(r => r.EventId).Select(g => new { g.Key, Count = g.Count() });
        var standing = db.Registrations.GroupBy(r => new { r.EventId, r.Status }).Select(g => new { g.Key.EventId, g.Key.Status, Count = g.Count() });
        return new(fresh.ToDictionary(g => g.Key, g => g.Count), standing.ToDictionary(g => (g.EventId, g.Status), g => g.Count), db.SignedLists.Select(l => l.EventId).Distinct().ToHashSet());
    }

    /// <summary>Requests that nobody has decided, the oldest first; those of people who were erased are nobody's.</summary>
    public static IReadOnlyList<long> Reviews(GrantBotDb db) => [.. db.Reviews.Where(r => r.DecidedAt == null && r.PersonId != null).OrderBy(r => r.Id).Select(r => r.Id)];
}
