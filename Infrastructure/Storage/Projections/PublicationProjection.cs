using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>What was published, and its views.</summary>
internal static class PublicationProjection
{
    public static void Note(GrantBotDb db, Fact.PublicationNoted fact) => db.Publications.Add(new PublicationRow
    {
        Id = fact.Publication, EventId = fact.What.Event, Kind = fact.What.Kind, Outlet = fact.What.Outlet, Link = fact.What.Link, Published = fact.What.On,
    });

    /// <exception cref="ConflictException">Somebody removed it meanwhile.</exception>
    public static void Read(GrantBotDb db, Fact.ViewsRead fact)
    {
        var row = db.Publications.Find(fact.Publication) ?? throw new ConflictException("the publication is gone");
        (row.Views, row.ReadOn) = (fact.Views, fact.On);
    }

    public static void Remove(GrantBotDb db, Fact.PublicationRemoved fact) => db.Publications.Where(p => p.Id == fact.Publication).ExecuteDelete();
}
