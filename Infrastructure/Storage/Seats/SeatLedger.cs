using GrantBot.Domain;
using GrantBot.Domain.Registration.Seats;
using GrantBot.Infrastructure.Storage.Projections;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Seats;

/// <summary>Keeps count of an event's seats in the transaction that changes them. Whoever frees one has the queue looked at.</summary>
internal static class SeatLedger
{
    /// <summary>The queue of an event is to be looked at.</summary>
    public const string Due = "seats";

    /// <summary>Takes seats for somebody who comes new.</summary>
    /// <exception cref="ConflictException">They went to somebody else meanwhile.</exception>
    public static void Take(GrantBotDb db, EventId id, string? quota, int seats)
    {
        var direct = db.Events.Where(e => e.Id == id && e.Quotas == "[]" && (e.Capacity == null || (e.Taken + seats <= e.Capacity && e.Waiting == 0)));
        if (direct.ExecuteUpdate(s => s.SetProperty(e => e.Taken, e => e.Taken + seats)) == 1) return;
        var row = db.Events.AsNoTracking().FirstOrDefault(e => e.Id == id) ?? throw new ConflictException("the event is gone");
        var room = SeatQuery.Room(db, row);
        var free = quota is null ? room.Free : room.ByQuota.GetValueOrDefault(quota); // whom staff admitted outside the quotas, only the whole event limits
        if (free < seats) throw new ConflictException("the last seat went to somebody else");
        Change(db, id, seats, 0, default);
    }

    /// <summary>Counts seats that are held or waited for, more or fewer.</summary>
    public static void Change(GrantBotDb db, EventId id, int taken, int waiting, DateTimeOffset now)
    {
        if (taken == 0 && waiting == 0) return;
        db.Events.Where(e => e.Id == id).ExecuteUpdate(s => s
            .SetProperty(e => e.Taken, e => e.Taken + taken < 0 ? 0 : e.Taken + taken).SetProperty(e => e.Waiting, e => e.Waiting + waiting < 0 ? 0 : e.Waiting + waiting));
        if (taken < 0 || waiting != 0) DueRows.Set(db, Due, id.Value, now);
    }

    /// <summary>The place before everybody in the queue, for a person or a team moved up; the queue is looked at again.</summary>
    public static long Head(GrantBotDb db, EventId id, DateTimeOffset now)
    {
        DueRows.Set(db, Due, id.Value, now);
        var people = db.Registrations.Where(r => r.EventId == id && r.Queued).Min(r => r.PlaceInQueue);
        var teams = db.Teams.Where(t => t.EventId == id && t.Queued).Min(t => t.PlaceInQueue);
        return Math.Min(people ?? long.MaxValue, teams ?? long.MaxValue) - 1;
    }
}
