using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Events as staff change them.</summary>
internal static class EventProjection
{
    /// <summary>People of an event that was moved or called off are to be told.</summary>
    public const string MovedDue = "moved", CalledOffDue = "calledoff";

    /// <summary>What the event's own times ask for is to be planned.</summary>
    public const string PlannedDue = "planned";

    /// <summary>A new event, or what staff changed in one; start and place of one that is there are changed by moving it.</summary>
    /// <exception cref="ConflictException">Another event took the code meanwhile.</exception>
    public static void Set(GrantBotDb db, Fact.EventSet fact, DateTimeOffset now)
    {
        var draft = fact.Draft;
        var row = db.Events.SingleOrDefault(e => e.Id == fact.Event);
        if (row is { CalledOff: not null }) throw new ConflictException("the event was called off meanwhile");
        if (row is null)
        {
            if (db.Events.Any(e => e.Code == draft.Code)) throw new ConflictException("the code went to another event");
            db.Events.Add(row = new EventRow { Id = fact.Event, Code = draft.Code, StartsAt = draft.StartsAt, PlaceKk = draft.Place.Kk, PlaceRu = draft.Place.Ru, PlaceEn = draft.Place.En, VenueId = draft.Venue });
        }
        (row.Kind, row.TitleKk, row.TitleRu, row.TitleEn) = (draft.Kind, draft.Title.Kk, draft.Title.Ru, draft.Title.En);
        (row.EndsAt, row.OpensAt, row.ClosesAt, row.ReplacesUntil) = (draft.EndsAt, draft.OpensAt, draft.ClosesAt, draft.ReplacesUntil);
        (row.MinAge, row.MaxAge, row.Capacity, row.Territories) = (draft.MinAge, draft.MaxAge, draft.Capacity, string.Join(' ', draft.Territories));
        (row.Quotas, row.Categories, row.Sessions) = (DomainJson.Write(draft.Quotas), DomainJson.Write(draft.Categories), DomainJson.Write(draft.Sessions));
        (row.TeamMin, row.TeamMax, row.Series, row.Stage, row.Territory) = (draft.TeamSize?.Min, draft.TeamSize?.Max, draft.Series, draft.Stage, draft.Territory);
        (row.Project, row.OfferHours, row.AsksDisability, row.AsksVulnerable) = (draft.Project, draft.OfferHours, draft.AsksDisability, draft.AsksVulnerable);
        row.LastChange = null;
        DueRows.Set(db, PlannedDue, row.Id.Value, now);
        DueRows.Set(db, SeatLedger.Due, row.Id.Value, now);
    }

    /// <summary>What was planned relative to the start moves with it: the end, the closing of registration.</summary>
    public static void Move(GrantBotDb db, Fact.EventMoved fact, DateTimeOffset now)
    {
        var row = Event(db, fact.Event);
        var tells = PlanUndoing.Keep(db, row, fact.Change, PlanChangeKind.Moved, now);
        var by = fact.StartsAt - row.StartsAt;
        (row.StartsAt, row.PlaceKk, row.PlaceRu, row.PlaceEn) = (fact.StartsAt, fact.Place.Kk, fact.Place.Ru, fact.Place.En);
        (row.VenueId, row.Territory) = (fact.Venue, fact.Territory ?? row.Territory);
        row.MovedAt = now;
        row.ClosesAt += by;
        row.EndsAt += by;
        row.ReplacesUntil += by;
        row.Sessions = DomainJson.Write([.. DomainJson.ReadSessions(row.Sessions).Select(s => s with { StartsAt = s.StartsAt + by })]);
        DueRows.Set(db, MovedDue, row.Id.Value, tells);
    }

    public static void CallOff(GrantBotDb db, Fact.EventCalledOff fact, DateTimeOffset now)
    {
        var row = Event(db, fact.Event);
        var tells = PlanUndoing.Keep(db, row, fact.Change, PlanChangeKind.CalledOff, now);
        row.CalledOff = fact.Reason;
        foreach (var team in PlanUndoing.Teams(db, fact.Event)) DueRows.Set(db, TeamProjection.Due, team.Value, tells);
        DueRows.Set(db, CalledOffDue, fact.Event.Value, tells);
    }

    public static void SetCapacity(GrantBotDb db, Fact.CapacitySet fact, DateTimeOffset now)
    {
        var row = Event(db, fact.Event);
        var tells = PlanUndoing.Keep(db, row, fact.Change, PlanChangeKind.Seats, now);
        row.Capacity = fact.Capacity;
        DueRows.Set(db, SeatLedger.Due, fact.Event.Value, tells);
    }

    public static void Open(GrantBotDb db, Fact.RegistrationOpened fact, DateTimeOffset now)
    {
        var row = Event(db, fact.Event);
        PlanUndoing.Keep(db, row, fact.Change, fact.Open ? PlanChangeKind.Opened : PlanChangeKind.Closed, now);
        row.Open = fact.Open;
    }

    /// <exception cref="ConflictException">Somebody else made one with this code meanwhile.</exception>
    public static void AddSource(GrantBotDb db, Fact.SourceAdded fact, DateTimeOffset now)
    {
        if (db.EventSources.Any(s => s.EventId == fact.Event && s.Code == fact.Code)) throw new ConflictException("the code went to another source");
        db.EventSources.Add(new EventSourceRow { EventId = fact.Event, Code = fact.Code, Name = fact.Name, MadeAt = now });
    }

    public static void OpenSource(GrantBotDb db, Fact.SourceOpened fact) =>
        db.EventSources.Where(s => s.EventId == fact.Event && s.Code == fact.Code).ExecuteUpdate(s => s.SetProperty(r => r.Opened, r => r.Opened + 1));

    private static EventRow Event(GrantBotDb db, EventId id)
    {
        var row = db.Events.SingleOrDefault(e => e.Id == id) ?? throw new ConflictException("the event is gone");
        return row.CalledOff is null ? row : throw new ConflictException("the event was called off meanwhile");
    }
}
