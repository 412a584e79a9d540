using GrantBot.Domain;
using GrantBot.Domain.Indicators;
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

    /// <summary>Every event's title in a language, by the day it begins.</summary>
    public async Task<IReadOnlyList<EventTitle>> EventsAsync(string language, CancellationToken cancel)
    {
        var events = await db.Events.AsNoTracking().OrderBy(e => e.StartsAt).ThenBy(e => e.Code).ToListAsync(cancel);
        return [.. events.Select(e => new EventTitle(e.Id, EventWords.Title(e, language)))];
    }
}
