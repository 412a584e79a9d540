using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Finds an event by what staff typed after a command. A programme has at most some hundreds of events, so they are compared in memory, where Kazakh can be folded.</summary>
internal sealed class EventLookup(GrantBotDb db)
{
    /// <summary>The event meant, several, or none with those spelled alike; the newest first where they are equal.</summary>
    public async Task<EventMatch> FindAsync(string text, string language, CancellationToken cancel)
    {
        var rows = await db.Events.AsNoTracking().OrderByDescending(e => e.StartsAt).ThenBy(e => e.Code).ToListAsync(cancel);
        return EventMatching.Find(text, [.. rows.Select(e => new NamedEvent(e.Id, e.Code, EventWords.Title(e, language), [e.TitleKk, e.TitleRu, e.TitleEn]))]);
    }
}
