using GrantBot.Domain;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads what a question for counts needs: coarse codes and days, never a name. Of places of study only codes of the list leave it.</summary>
/// <param name="db">The database.</param>
/// <param name="world">The events and lists a question may speak of.</param>
/// <param name="zone">The deployment's zone, which says what day it was.</param>
internal sealed class CountQuery(GrantBotDb db, AskingWorld world, TimeZoneInfo zone)
{
    private const string Outside = "other";

    private readonly Dictionary<(string Territory, string Key), string> institutions = world.Institutions
        .SelectMany(i => new[] { i.Names.Kk, i.Names.Ru, i.Names.En }.Select(n => (Key: (i.Territory, InstitutionFold.Key(n)), i.Code))).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Code);

    private readonly HashSet<string> codes = [.. world.Institutions.Select(i => i.Code)];

    /// <summary>The registrations at the events of a question, or all of them.</summary>
    public async Task<RegistrationSet> ReadAsync(CountQuestion question, CancellationToken cancel)
    {
        var events = world.Events.ToDictionary(e => e.Id, e => (e.Kind, Day: Day(e.StartsAt)));
        var visits = CountEngine.IsOfAttendance(question.Measure) ? await VisitsAsync(question, cancel) : [];
        var rows = db.Registrations.AsNoTracking();
        if (question.Events.Count > 0) rows = rows.Where(r => question.Events.Contains(r.EventId));
        var facts = new List<RegistrationFact>();
        await foreach (var row in rows
            .Select(r => new { r.Id, r.PersonId, r.EventId, r.Status, r.Channel, r.Gender, r.Age, r.Territory, r.Occupation, r.Disability, r.Vulnerable, r.RegisteredAt, r.Institution, r.Language })
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            var (kind, day) = events.GetValueOrDefault(row.EventId);
            facts.Add(new(row.PersonId, row.EventId, row.Status, row.Channel, row.Gender, row.Age, row.Territory, row.Occupation, row.Disability, row.Vulnerable, row.RegisteredAt)
            {
                Id = row.Id, Institution = Institution(row.Institution, row.Territory, row.Occupation), Language = row.Language.Length > 0 ? row.Language : null, Kind = kind,
                RegisteredOn = Day(row.RegisteredAt), EventDay = day, VisitDay = visits.TryGetValue(row.Id, out var seen) ? Day(seen) : null,
            });
        }
        return RegistrationSet.Of(facts);
    }

    /// <summary>When each was first seen.</summary>
    private async Task<Dictionary<RegistrationId, DateTimeOffset>> VisitsAsync(CountQuestion question, CancellationToken cancel)
    {
        var rows = db.Attendance.AsNoTracking();
        if (question.Events.Count > 0) rows = rows.Where(a => question.Events.Contains(a.EventId));
        var first = new Dictionary<RegistrationId, DateTimeOffset>();
        await foreach (var visit in rows.Select(a => new { a.RegistrationId, a.At }).AsAsyncEnumerable().WithCancellation(cancel))
            if (!first.TryGetValue(visit.RegistrationId, out var other) || visit.At < other) first[visit.RegistrationId] = visit.At;
        return first;
    }

    /// <summary>The code of a place of study, also where its name was typed; workplaces are none.</summary>
    private string? Institution(string? stored, string? territory, string? occupation)
    {
        if (string.IsNullOrEmpty(stored)) return null;
        if (codes.Contains(stored)) return stored;
        if (occupation is not ("pupil" or "student")) return null;
        return InstitutionFold.Key(stored) is { Length: > 0 } key && institutions.TryGetValue((territory ?? "", key), out var code) ? code : Outside;
    }

    private DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
