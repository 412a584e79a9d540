using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Venues;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads venues.</summary>
internal static class VenueQuery
{
    /// <summary>All of them by the Kazakh alphabet.</summary>
    public static IReadOnlyList<KnownVenue> All(GrantBotDb db) => [.. db.Venues.AsNoTracking().AsEnumerable()
        .Select(v => new KnownVenue(v.Id, new(new(v.NameKk, v.NameRu, v.NameEn), v.Address, v.Territory, v.Fits))).OrderBy(v => v.What.Name.In("kk"), KazakhOrder.Comparer)];
}
