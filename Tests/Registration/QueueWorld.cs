using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Seats;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Registration;

/// <summary>
/// One event on a real database, on which people join, cancel, take, give up and let expire, and staff change seats and move somebody up, in
/// any order. After each step the queue is looked at, as the program does, and the rules are checked.
/// </summary>
internal sealed class QueueWorld : IDisposable
{
    private static readonly Quota[] Groups = [new("young", new("ж", "м", "y"), 2, "young_spec", ["yes"]), new("rest", new("қ", "о", "r"), 3)];
    private readonly TestDatabase database;
    private readonly GrantBotDb db;
    private readonly Random random;
    private readonly EventId id;
    private readonly List<string> order = []; // who waits, as joining and logged moves alone would have it
    private DateTimeOffset now = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);
    private int number;

    public QueueWorld(int seed, Product product)
    {
        database = TestDatabase.Ready(product);
        random = new Random(seed);
        db = database.Db();
        id = new(Ids.New(now));
        var quotas = random.Next(2) == 0;
        db.Events.Add(new EventRow { Id = id, Code = "open", StartsAt = now.AddYears(1), ClosesAt = now.AddYears(1), Capacity = random.Next(4) == 0 && quotas ? null : random.Next(1, 6), Quotas = quotas ? DomainJson.Write(Groups) : "[]" });
        db.SaveChanges();
    }

    /// <summary>One step at random; the fault it shows, or null.</summary>
    public string? Step()
    {
        now += TimeSpan.FromMinutes(1);
        using var transaction = db.Database.BeginTransaction();
        db.ChangeTracker.Clear();
        var after = new Aftermath(db, now);
        var most = Seats();
        var moved = random.Next(10) switch { < 4 => Join(after), 4 => Leave(after), 5 => Answer(after, takes: true), 6 => Answer(after, takes: false), 7 => Expire(after), 8 => SetSeats(after), _ => MoveUp(after) };
        Serve(after);
        transaction.Commit();
        return Fault(most) is { } fault ? $"{moved}: {fault}" : null;
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    private string Join(Aftermath after)
    {
        var e = KnowledgeReader.Events(db).Single();
        var quota = Quota.Of(e.Quotas, _ => random.Next(2) == 0 ? "yes" : "no");
        var queued = e.FreeIn(quota) < 1;
        var (registration, person) = (new RegistrationId(Ids.New(now)), new PersonId(Ids.New(now)));
        after.Record(new Fact.RegistrationMade(registration, id, person, ++number)
        {
            Status = queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed, Queued = queued, Quota = quota?.Code, Ticket = $"T{number:00000}", FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string>(),
        });
        if (queued) order.Add(Name(registration));
        return queued ? "waits" : "joins";
    }

    private string Leave(Aftermath after) => Move(after, r => r.Status is not RegistrationStatus.Cancelled, RegistrationStatus.Cancelled, MoveReason.ByParticipant);

    private string Answer(Aftermath after, bool takes) => Move(after, r => r.Status is RegistrationStatus.Offered, takes ? RegistrationStatus.Confirmed : RegistrationStatus.Cancelled, takes ? MoveReason.Accepted : MoveReason.Declined);

    private string Expire(Aftermath after)
    {
        if (Pick(r => r.Status is RegistrationStatus.Offered) is not { } row) return "nothing";
        new OfferWork().Run(after, new DueRow { Subject = row.Id.Value.ToString("N") });
        if (db.Registrations.AsNoTracking().Single(r => r.Id == row.Id).Status is RegistrationStatus.Waitlisted) order.Add(Name(row.Id));
        return "expires";
    }

    private string MoveUp(Aftermath after)
    {
        if (Pick(r => r.Status is RegistrationStatus.Waitlisted) is not { } row) return "nothing";
        after.Record(new Fact.RegistrationMoved(row.Id, id, row.PersonId, RegistrationStatus.Waitlisted, RegistrationStatus.Waitlisted, MoveReason.MovedUp) { Note = "себеп" });
        order.Remove(Name(row.Id));
        order.Insert(0, Name(row.Id));
        return "moved up";
    }

    private string SetSeats(Aftermath after)
    {
        after.Record(new Fact.CapacitySet(id, random.Next(1, 8)));
        return "seats";
    }

    private string Move(Aftermath after, Func<RegistrationRow, bool> which, RegistrationStatus to, MoveReason why)
    {
        if (Pick(which) is not { } row) return "nothing";
        after.Record(new Fact.RegistrationMoved(row.Id, id, row.PersonId, row.Status, to, why));
        order.Remove(Name(row.Id));
        return why.ToString();
    }

    /// <summary>What the due worker does; whoever is offered a seat must be the first of those who could be.</summary>
    private void Serve(Aftermath after)
    {
        if (!db.Due.Any(d => d.Kind == SeatLedger.Due)) return;
        new SeatsWork().Run(after, new DueRow { Subject = id.Value.ToString("N") });
        db.Due.Where(d => d.Kind == SeatLedger.Due).ExecuteDelete();
        foreach (var offered in after.Facts.OfType<Fact.RegistrationMoved>().Where(m => m.To == RegistrationStatus.Offered)) order.Remove(Name(offered.Registration));
    }

    /// <summary>Never more than there are seats (unless staff took seats away), counters true, order kept, no seat idle while its first in line waits.</summary>
    private string? Fault(int before)
    {
        db.ChangeTracker.Clear();
        var e = db.Events.AsNoTracking().Single();
        var all = db.Registrations.AsNoTracking().Where(r => r.Status != RegistrationStatus.Cancelled).ToList();
        var held = all.Count(r => !r.Queued);
        var waiting = all.Where(r => r.Queued).OrderBy(r => r.PlaceInQueue).ThenBy(r => r.Number).ToList();
        if (e.Taken != held || e.Waiting != waiting.Count) return $"counted {e.Taken} and {e.Waiting}, there are {held} and {waiting.Count}";
        if (held > (e.Capacity ?? int.MaxValue) && held > before) return $"{held} in {e.Capacity} seats";
        foreach (var quota in DomainJson.ReadQuotas(e.Quotas))
            if (all.Count(r => !r.Queued && r.Quota == quota.Code) is var inQuota && inQuota > quota.Seats) return $"{inQuota} in {quota.Seats} seats of {quota.Code}";
        if (!waiting.Select(r => Name(r.Id)).SequenceEqual(order)) return "the queue is in another order";
        return SeatQuery.Room(db, e).Offers.Count > 0 ? "a seat is free and the first in line waits" : null;
    }

    private int Seats() => db.Registrations.Count(r => !r.Queued && r.Status != RegistrationStatus.Cancelled);

    private RegistrationRow? Pick(Func<RegistrationRow, bool> which)
    {
        var rows = db.Registrations.AsNoTracking().AsEnumerable().Where(which).ToList();
        return rows.Count == 0 ? null : rows[random.Next(rows.Count)];
    }

    private static string Name(RegistrationId id) => id.Value.ToString("N");
}
