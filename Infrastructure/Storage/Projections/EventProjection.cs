using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Events as staff change them.</summary>
internal static class EventProjection
{
    /// <summary>People of an event that was moved or called off are to be told.</summary>
    public const string MovedDue = "moved", CalledOffDue = "calledoff";

    /// <summary>What was planned relative to the start moves with it: the end, the closing of registration.</summary>
    public static void Move(GrantBotDb db, Fact.EventMoved fact, DateTimeOffset now)
    {
        var row = Event(db, fact.Event);
        var by = fact.StartsAt - row.StartsAt;
        (row.StartsAt, row.PlaceKk, row.PlaceRu, row.PlaceEn) = (fact.StartsAt, fact.Place.Kk, fact.Place.Ru, fact.Place.En);
        row.ClosesAt += by;
        row.EndsAt += by;
        row.ReplacesUntil += by;
        row.Sessions = DomainJson.Write([.. DomainJson.ReadSessions(row.Sessions).Select(s => s with { StartsAt = s.StartsAt + by })]);
        DueRows.Set(db, MovedDue, row.Id.Value, now);
    }

    public static void CallOff(GrantBotDb db, Fact.EventCalledOff fact, DateTimeOffset now)
    {
        Event(db, fact.Event).CalledOff = fact.Reason;
        foreach (var team in db.Teams.Where(t => t.EventId == fact.Event && t.Status != Domain.Registration.RegistrationStatus.Cancelled).Select(t => t.Id).ToList()) DueRows.Set(db, TeamProjection.Due, team.Value, now);
        DueRows.Set(db, CalledOffDue, fact.Event.Value, now);
    }

    public static void SetCapacity(GrantBotDb db, Fact.CapacitySet fact, DateTimeOffset now)
    {
        Event(db, fact.Event).Capacity = fact.Capacity;
        DueRows.Set(db, SeatLedger.Due, fact.Event.Value, now);
    }

    public static void Open(GrantBotDb db, Fact.RegistrationOpened fact) => Event(db, fact.Event).Open = fact.Open;

    private static EventRow Event(GrantBotDb db, EventId id)
    {
        var row = db.Events.SingleOrDefault(e => e.Id == id) ?? throw new ConflictException("the event is gone");
        return row.CalledOff is null ? row : throw new ConflictException("the event was called off meanwhile");
    }
}
