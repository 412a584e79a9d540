using System.Collections.Concurrent;
using GrantBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// Hands out numbers of registrations and teams per event without a wait for the database. A number taken by a turn that a crash ended is lost,
/// so numbers may have gaps; they name a registration, they do not count.
/// </summary>
internal sealed class RegistrationNumbers(IDbContextFactory<GrantBotDb> databases)
{
    private readonly ConcurrentDictionary<EventId, Counter> counters = new();

    /// <summary>The next number of an event, from 1.</summary>
    public int Next(EventId id) => Interlocked.Increment(ref counters.GetOrAdd(id, Begin).Last);

    /// <summary>The first of so many numbers in a row.</summary>
    public int Next(EventId id, int count) => Interlocked.Add(ref counters.GetOrAdd(id, Begin).Last, count) - count + 1;

    /// <summary>Takes back a number that nobody saw; it stays a gap when a later one has been handed out meanwhile.</summary>
    public void Return(EventId id, int number)
    {
        if (counters.TryGetValue(id, out var counter)) Interlocked.CompareExchange(ref counter.Last, number - 1, number);
    }

    private Counter Begin(EventId id)
    {
        using var db = databases.CreateDbContext();
        return new Counter { Last = Math.Max(db.Registrations.Where(r => r.EventId == id).Max(r => (int?)r.Number) ?? 0, db.Teams.Where(t => t.EventId == id).Max(t => (int?)t.Number) ?? 0) };
    }

    private sealed class Counter { public int Last; }
}
