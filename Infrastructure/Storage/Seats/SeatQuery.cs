using GrantBot.Domain;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Seats;

/// <summary>Reads who holds seats of an event and who waits for them. A team holds its members' seats and waits as a whole.</summary>
internal static class SeatQuery
{
    /// <summary>What is free, and who in the queue is to be offered it. Where nobody waits and there are no quotas, the event's own counter says it.</summary>
    public static SeatRoom Room(GrantBotDb db, EventRow row) => row is { Quotas: "[]", Waiting: 0 }
        ? new([], row.Capacity is { } seats ? Math.Max(0, seats - row.Taken) : null, new Dictionary<string, int>())
        : Seating.Walk(row.Capacity, DomainJson.ReadQuotas(row.Quotas), Held(db, row), Queue(db, row));

    /// <summary>How many in the queue would be offered seats if the event had so many.</summary>
    public static int Offers(GrantBotDb db, EventId id, int? capacity, DateTimeOffset now) => db.Events.AsNoTracking().FirstOrDefault(e => e.Id == id) is { CalledOff: null, Waiting: > 0 } row && row.StartsAt > now
        ? Seating.Walk(capacity, DomainJson.ReadQuotas(row.Quotas), Held(db, row), Queue(db, row)).Offers.Count : 0;

    /// <summary>How many are before somebody in their queue, themselves included; 0 = they are in none.</summary>
    public static int Position(GrantBotDb db, EventRow row, Guid unit)
    {
        var queue = Queue(db, row);
        var quota = queue.FirstOrDefault(w => w.Id == unit).Quota;
        return queue.Where(w => w.Quota == quota).Select(w => w.Id).ToList().IndexOf(unit) + 1;
    }

    /// <summary>The queue in order.</summary>
    public static List<Waiting> Queue(GrantBotDb db, EventRow row)
    {
        var people = db.Registrations.AsNoTracking().Where(r => r.EventId == row.Id && r.TeamId == null && r.Queued && r.Status == RegistrationStatus.Waitlisted)
            .Select(r => new { Id = r.Id.Value, r.Quota, Seats = 1, r.PlaceInQueue, r.Number }).ToList();
        var teams = row.TeamMin is null ? [] : db.Teams.AsNoTracking().Where(t => t.EventId == row.Id && t.Queued && t.Status == RegistrationStatus.Waitlisted)
            .Select(t => new { Id = t.Id.Value, t.Quota, t.Seats, t.PlaceInQueue, t.Number }).ToList();
        return [.. people.Concat(teams).OrderBy(w => w.PlaceInQueue).ThenBy(w => w.Number).Select(w => new Waiting(w.Id, w.Quota, w.Seats))];
    }

    private static Dictionary<string, int> Held(GrantBotDb db, EventRow row)
    {
        var people = db.Registrations.Where(r => r.EventId == row.Id && r.TeamId == null && !r.Queued && r.Status != RegistrationStatus.Cancelled)
            .GroupBy(r => r.Quota).Select(g => new { g.Key, Seats = g.Count() }).ToList();
        var teams = row.TeamMin is null ? [] : db.Teams.Where(t => t.EventId == row.Id && !t.Queued && t.Status != RegistrationStatus.Cancelled)
            .GroupBy(t => t.Quota).Select(g => new { g.Key, Seats = g.Sum(t => t.Seats) }).ToList();
        return people.Concat(teams).GroupBy(g => g.Key ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(q => q.Seats), StringComparer.Ordinal);
    }
}
