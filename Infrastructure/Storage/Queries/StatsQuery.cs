using GrantBot.Domain;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads what counts need: coarse codes, never a name. Rows are streamed, so ten thousand take some tens of milliseconds and little memory.</summary>
internal sealed class StatsQuery(GrantBotDb db)
{
    /// <summary>Registrations for one event, or for all of them when <paramref name="of"/> is null.</summary>
    public async Task<RegistrationSet> ReadAsync(EventId? of, CancellationToken cancel)
    {
        var rows = db.Registrations.AsNoTracking();
        if (of is { } id) rows = rows.Where(r => r.EventId == id);
        var facts = new List<RegistrationFact>();
        await foreach (var row in rows
            .Select(r => new { r.PersonId, r.EventId, r.Status, r.Channel, r.Gender, r.Age, r.Territory, r.Occupation, r.Disability, r.Vulnerable, r.RegisteredAt })
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            facts.Add(new(row.PersonId, row.EventId, row.Status, row.Channel, row.Gender, row.Age, row.Territory, row.Occupation, row.Disability, row.Vulnerable, row.RegisteredAt));
        }
        return RegistrationSet.Of(facts);
    }

    /// <summary>Registrations of people who came to a project's events, or to any when <paramref name="project"/> is "", with the day of the visit.</summary>
    public async Task<IReadOnlyList<RegistrationFact>> VisitsAsync(string project, TimeZoneInfo zone, CancellationToken cancel)
    {
        DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        var days = (await db.Events.AsNoTracking().Select(e => new { e.Id, e.Project, e.StartsAt }).ToListAsync(cancel))
            .Where(e => project.Length == 0 || e.Project.Equals(project, StringComparison.OrdinalIgnoreCase)).ToDictionary(e => e.Id, e => Day(e.StartsAt));
        var seen = new Dictionary<RegistrationId, DateTimeOffset>();
        await foreach (var visit in db.Attendance.AsNoTracking().Select(a => new { a.RegistrationId, a.At }).AsAsyncEnumerable().WithCancellation(cancel))
            if (!seen.TryGetValue(visit.RegistrationId, out var other) || visit.At < other) seen[visit.RegistrationId] = visit.At;
        var facts = new List<RegistrationFact>();
        await foreach (var row in db.Registrations.AsNoTracking().Where(r => r.Status == RegistrationStatus.Attended)
            .Select(r => new { r.Id, r.PersonId, r.EventId, r.Status, r.Channel, r.Gender, r.Age, r.Territory, r.Occupation, r.Disability, r.Vulnerable, r.RegisteredAt }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!days.TryGetValue(row.EventId, out var day)) continue;
            facts.Add(new(row.PersonId, row.EventId, row.Status, row.Channel, row.Gender, row.Age, row.Territory, row.Occupation, row.Disability, row.Vulnerable, row.RegisteredAt)
            {
                EventDay = day, VisitDay = seen.TryGetValue(row.Id, out var at) ? Day(at) : null,
            });
        }
        return facts;
    }

    /// <summary>Every event's title in a language, by the day it begins.</summary>
    public async Task<IReadOnlyList<EventTitle>> EventsAsync(string language, CancellationToken cancel)
    {
        var events = await db.Events.AsNoTracking().OrderBy(e => e.StartsAt).ThenBy(e => e.Code).ToListAsync(cancel);
        return [.. events.Select(e => new EventTitle(e.Id, EventWords.Title(e, language)))];
    }
}
