using GrantBot.Domain;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Sources;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>By which links people came.</summary>
internal static class SourceQuery
{
    /// <summary>The sources of an event. A registration whose source is none of them, as after an import from another database, counts as without one.</summary>
    public static EventSources Read(GrantBotDb db, EventId id)
    {
        var sources = db.EventSources.AsNoTracking().Where(s => s.EventId == id).OrderBy(s => s.MadeAt).ThenBy(s => s.Code).ToList();
        var known = sources.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        var counts = db.Registrations.Where(r => r.EventId == id && r.Status != RegistrationStatus.Cancelled)
            .GroupBy(r => new { r.Source, Came = r.Status == RegistrationStatus.Attended }).Select(g => new { g.Key.Source, g.Key.Came, Count = g.Count() }).AsEnumerable()
            .ToLookup(g => g.Source is { } source && known.Contains(source) ? source : "", g => (g.Came, g.Count));
        int Registered(string code) => counts[code].Sum(c => c.Count);
        int Came(string code) => counts[code].Where(c => c.Came).Sum(c => c.Count);
        return new([.. sources.Select(s => new KnownSource(s.Code, s.Name, s.Opened, Registered(s.Code), Came(s.Code)))], Registered(""), Came(""));
    }
}
