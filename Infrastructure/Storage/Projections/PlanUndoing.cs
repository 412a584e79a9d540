using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Changes of an event that staff may take back for a minute; people are told after it (<see cref="PlanChange"/>).</summary>
internal static class PlanUndoing
{
    /// <summary>What waited comes after the news itself: a reminder of an event that was moved names the new day.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);

    /// <summary>Keeps what the event was before a change that may be taken back; the moment people are to be told.</summary>
    public static DateTimeOffset Keep(GrantBotDb db, EventRow row, Guid? change, PlanChangeKind kind, DateTimeOffset now)
    {
        row.LastChange = null;
        if (change is not { } id) return now;
        var subject = row.Id.Value.ToString("N");
        row.LastChange = DomainJson.Write(new PlanChange(id, kind, now + PlanChange.Lasts, Standing(row)) { NewsWaited = db.Due.Any(d => d.Kind == EventProjection.MovedDue && d.Subject == subject) });
        return now + PlanChange.Lasts;
    }

    /// <summary>The event is again what it was; what was to be told of the change is not.</summary>
    /// <exception cref="ConflictException">Somebody changed the event meanwhile, or people are being told.</exception>
    public static void Undo(GrantBotDb db, Fact.PlanUndone fact, DateTimeOffset now)
    {
        var row = db.Events.SingleOrDefault(e => e.Id == fact.Event) ?? throw new ConflictException("the event is gone");
        if (DomainJson.ReadChange(row.LastChange) is not { State: PlanChangeState.Made } change || change.Id != fact.Change) throw new ConflictException("the change cannot be taken back any more");
        Restore(row, fact.Was);
        row.LastChange = DomainJson.Write(change with { State = PlanChangeState.Undone });
        switch (change.Kind)
        {
            case PlanChangeKind.Moved when change.NewsWaited: DueRows.Set(db, EventProjection.MovedDue, row.Id.Value, now); break;
            case PlanChangeKind.Moved: DueRows.Drop(db, EventProjection.MovedDue, row.Id.Value); break;
            case PlanChangeKind.CalledOff:
                DueRows.Drop(db, EventProjection.CalledOffDue, row.Id.Value);
                foreach (var team in Teams(db, row.Id)) DueRows.Set(db, TeamProjection.Due, team.Value, now); // each is looked at, and stays
                DueRows.Set(db, SeatLedger.Due, row.Id.Value, now);
                break;
            case PlanChangeKind.Seats: DueRows.Set(db, SeatLedger.Due, row.Id.Value, now); break;
            default: break;
        }
    }

    /// <summary>While a change may be taken back, work that would tell people of the event waits until it cannot; true = it does.</summary>
    public static bool Waits(GrantBotDb db, EventRow row, DueRow due, DateTimeOffset now)
    {
        if (DomainJson.ReadChange(row.LastChange) is not { } change || !change.IsOpen(now)) return false;
        DueRows.Set(db, due.Kind, due.Subject, change.Until + Afterwards);
        return true;
    }

    /// <summary>People are being told from now on.</summary>
    public static void Told(GrantBotDb db, EventId id)
    {
        if (db.Events.Find(id) is not { } row || DomainJson.ReadChange(row.LastChange) is not { State: PlanChangeState.Made } change) return;
        row.LastChange = DomainJson.Write(change with { State = PlanChangeState.Told });
        db.SaveChanges();
    }

    /// <summary>Teams of an event that are not over.</summary>
    public static List<TeamId> Teams(GrantBotDb db, EventId id) => [.. db.Teams.Where(t => t.EventId == id && t.Status != RegistrationStatus.Cancelled).Select(t => t.Id)];

    private static EventStanding Standing(EventRow row) => new(row.Open, row.Capacity, row.StartsAt, new(row.PlaceKk, row.PlaceRu, row.PlaceEn), row.ClosesAt)
    {
        Venue = row.VenueId, Territory = row.Territory, EndsAt = row.EndsAt, ReplacesUntil = row.ReplacesUntil, Sessions = DomainJson.ReadSessions(row.Sessions),
    };

    private static void Restore(EventRow row, EventStanding was)
    {
        (row.Open, row.Capacity, row.CalledOff) = (was.Open, was.Capacity, null); // what is called off already cannot be changed
        (row.StartsAt, row.ClosesAt, row.EndsAt, row.ReplacesUntil) = (was.StartsAt, was.ClosesAt, was.EndsAt, was.ReplacesUntil);
        (row.PlaceKk, row.PlaceRu, row.PlaceEn) = (was.Place.Kk, was.Place.Ru, was.Place.En);
        (row.VenueId, row.Territory, row.Sessions) = (was.Venue, was.Territory, DomainJson.Write(was.Sessions));
    }
}
