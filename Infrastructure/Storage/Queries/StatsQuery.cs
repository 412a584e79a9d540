using GrantBot.Domain;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads what /stats and the tables of the report need: coarse codes, ages by class, never a name.</summary>
/// <param name="db">The database.</param>
/// <param name="zone">The deployment's zone, which says what day it was.</param>
internal sealed class StatsQuery(GrantBotDb db, TimeZoneInfo zone)
{
    private static readonly HashSet<Dimension> People = [Dimension.Gender, Dimension.Age, Dimension.Category, Dimension.Territory, Dimension.Channel];

    private readonly RegistrationReader reader = new(db, zone);

    /// <summary>Registrations for one event, or for all of them when <paramref name="of"/> is null; without ids and moments.</summary>
    public RegistrationSet Read(EventId? of, CancellationToken cancel) => RegistrationSet.OfOrdered(reader.Read(new() { Events = of is { } id ? [id] : null, Codes = People, AgeClasses = true }, cancel));

    /// <summary>Registrations of people who came to a project's events, or to any when <paramref name="project"/> is "", with the day of the visit.</summary>
    public IEnumerable<RegistrationFact> Visits(string project, CancellationToken cancel)
    {
        var events = db.Events.AsNoTracking().Select(e => new { e.Id, e.Project, e.Kind, e.StartsAt }).AsEnumerable().Where(e => project.Length == 0 || e.Project.Equals(project, StringComparison.OrdinalIgnoreCase)).ToDictionary(e => e.Id, e => new CountedEvent(e.Id, e.Kind, reader.Day(e.StartsAt)));
        return reader.Read(new() { Events = project.Length == 0 ? null : events.Keys, Statuses = [RegistrationStatus.Attended], Codes = People, AgeClasses = true, VisitDays = true, Known = events }, cancel);
    }

    /// <summary>Every event's title in a language, by the day it begins.</summary>
    public async Task<IReadOnlyList<EventTitle>> EventsAsync(string language, CancellationToken cancel)
    {
        var events = await db.Events.AsNoTracking().OrderBy(e => e.StartsAt).ThenBy(e => e.Code).ToListAsync(cancel);
        return [.. events.Select(e => new EventTitle(e.Id, EventWords.Title(e, language)))];
    }
}
