using GrantBot.Domain;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Experts;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads judges and experts.</summary>
internal static class ExpertQuery
{
    /// <summary>Those of an event by the Kazakh alphabet.</summary>
    public static IReadOnlyList<KnownExpert> Of(GrantBotDb db, EventId id) => [.. db.Experts.AsNoTracking().Where(x => x.EventId == id).AsEnumerable()
        .Select(x => new KnownExpert(x.PersonId, new(x.Role, x.FullName, x.Organisation, x.Position, x.Town, x.Contact, x.Basis))).OrderBy(x => x.What.FullName, KazakhOrder.Comparer)];

    /// <summary>How many each event has.</summary>
    public static IReadOnlyDictionary<EventId, int> Counts(GrantBotDb db) => db.Experts.GroupBy(x => x.EventId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);
}
