namespace GrantBot.Domain.Registration.Seats;

/// <summary>Somebody in the queue: a person, or a team that waits as a whole.</summary>
/// <param name="Id">The registration's id, or the team's.</param>
/// <param name="Quota">Code of the quota; null where the event has none.</param>
/// <param name="Seats">How many seats are needed together.</param>
public readonly record struct Waiting(Guid Id, string? Quota, int Seats);

/// <summary>What is free for somebody who comes now, after everybody in the queue who can be served.</summary>
/// <param name="Offers">Who in the queue is to be offered seats, in order.</param>
/// <param name="Free">Seats left for newcomers where there are no quotas; null = unlimited.</param>
/// <param name="ByQuota">Seats left for newcomers by quota.</param>
public sealed record SeatRoom(IReadOnlyList<Waiting> Offers, int? Free, IReadOnlyDictionary<string, int> ByQuota);

/// <summary>
/// Who gets a free seat: first come, first served within a quota (2-processes.md 2.4). Nobody overtakes: a team that needs three seats while
/// two are free keeps its place, and those behind it in the same quota wait with it; when it is the whole event that is full, everybody waits.
/// </summary>
public static class Seating
{
    /// <summary>Walks through the queue.</summary>
    /// <param name="capacity">Seats of the event; null = unlimited but for the quotas.</param>
    /// <param name="quotas">Quotas; empty = none.</param>
    /// <param name="held">Seats held (confirmed, offered, waiting for a guardian) by quota; "" for those of no quota.</param>
    /// <param name="queue">Who waits, in order.</param>
    public static SeatRoom Walk(int? capacity, IReadOnlyList<Quota> quotas, IReadOnlyDictionary<string, int> held, IEnumerable<Waiting> queue)
    {
        var free = capacity is { } all ? Math.Max(0, all - held.Values.Sum()) : int.MaxValue;
        var left = quotas.ToDictionary(q => q.Code, q => Math.Max(0, q.Seats - held.GetValueOrDefault(q.Code)), StringComparer.Ordinal);
        var offers = new List<Waiting>();
        foreach (var unit in queue)
        {
            if (unit.Quota is { } quota && left.TryGetValue(quota, out var inQuota))
            {
                if (inQuota < unit.Seats) { left[quota] = 0; continue; } // those behind it in the quota wait too
                if (free < unit.Seats) { free = 0; break; }
                left[quota] = inQuota - unit.Seats;
            }
            else if (free < unit.Seats) { free = 0; break; }
            if (free != int.MaxValue) free -= unit.Seats;
            offers.Add(unit);
        }
        return new(offers, capacity is null ? null : free, left.ToDictionary(q => q.Key, q => Math.Min(q.Value, free), StringComparer.Ordinal));
    }
}
