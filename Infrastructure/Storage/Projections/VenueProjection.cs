using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Venues as staff describe them. Events keep the place as it was written into them.</summary>
internal static class VenueProjection
{
    public static void Set(GrantBotDb db, Fact.VenueSet fact)
    {
        var (row, what) = (db.Venues.Find(fact.Venue), fact.What);
        if (row is null) db.Venues.Add(row = new VenueRow { Id = fact.Venue });
        (row.NameKk, row.NameRu, row.NameEn) = (what.Name.Kk, what.Name.Ru, what.Name.En);
        (row.Address, row.Territory, row.Fits) = (what.Address, what.Territory, what.Fits);
    }

    public static void Remove(GrantBotDb db, Fact.VenueRemoved fact) => db.Venues.Where(v => v.Id == fact.Venue).ExecuteDelete();
}
