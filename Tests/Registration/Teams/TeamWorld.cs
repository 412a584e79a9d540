using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Registration.Teams;

/// <summary>
/// One tournament on a real database, where teams are made, members confirm, leave, are named anew, captains take, give up and let expire,
/// staff move a team up, names run out and people are erased, in any order. After each step what is due is done, as the program does, and the rules are checked.
/// </summary>
internal sealed class TeamWorld : IDisposable
{
    private const int Min = 2, Max = 3;
    private static readonly IDueWork[] Works = [new TeamWork(), new TeamConfirmWork(), new TeamCloseWork(), new TeamOfferWork(), new TeamNewsWork(), new SeatsWork()];
    private readonly TestDatabase database;
    private readonly GrantBotDb db;
    private readonly Random random;
    private readonly EventId id;
    private DateTimeOffset now = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);
    private int number;

    public TeamWorld(int seed, Product product)
    {
        database = TestDatabase.Ready(product);
        random = new Random(seed);
        db = database.Db();
        id = new(Ids.New(now));
        db.Events.Add(new EventRow { Id = id, Code = "open", StartsAt = now.AddDays(30), ClosesAt = now.AddDays(20), ReplacesUntil = now.AddDays(22), Capacity = random.Next(2, 9), TeamMin = Min, TeamMax = Max });
        db.SaveChanges();
    }

    /// <summary>Moves of teams that were made so far.</summary>
    public HashSet<(RegistrationStatus From, RegistrationStatus To)> Seen { get; } = [];

    /// <summary>One step at random; the fault it shows, or null.</summary>
    public string? Step()
    {
        now += random.Next(12) == 0 ? TimeSpan.FromHours(30) : TimeSpan.FromMinutes(7);
        using var transaction = db.Database.BeginTransaction();
        db.ChangeTracker.Clear();
        var after = new Aftermath(db, now);
        var moved = random.Next(12) switch { < 2 => Make(after), < 7 => Join(after), 7 => Leave(after), 8 => Name(after), 9 => Answer(after, takes: true), 10 => Answer(after, takes: false), _ => random.Next(4) switch { 0 => GiveUp(after), 1 => MoveUp(after), _ => Erase() } };
        Serve(after);
        Seen.UnionWith(after.Facts.OfType<Fact.TeamMoved>().Select(m => (m.From, m.To)));
        transaction.Commit();
        return Fault() is { } fault ? $"{moved}: {fault}" : null;
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    private string Make(Aftermath after)
    {
        var e = KnowledgeReader.Events(db).Single();
        if (!e.TakesRegistrations(now)) return "closed";
        var members = Enumerable.Range(1, random.Next(Min, Max + 1)).Select(i => new NamedMember($"Тегі{number}{i}", "Аты", $"+7700{number:0000}{i:000}", i == 1)).ToList();
        after.Record(new Fact.TeamMade(new(Ids.New(now)), id, new(Ids.New(now)), ++number) { Code = $"C{number:00000}", Name = $"Команда {number}", Size = members.Count, Members = members, Queued = e.Free < members.Count, ConfirmBy = TeamRules.ConfirmBy(e, now) });
        return "makes";
    }

    private string Join(Aftermath after)
    {
        if (!TeamRules.TakesMembers(KnowledgeReader.Events(db).Single(), now) || Pick(Teams().Where(t => t.Members.Any(m => m.Standing is MemberStanding.Named))) is not { } team) return "nobody";
        var member = team.Members.First(m => m.Standing is MemberStanding.Named);
        var status = random.Next(5) == 0 ? RegistrationStatus.WaitingConsent : team.Queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed;
        after.Record(new Fact.RegistrationMade(new(Ids.New(now)), id, new(Ids.New(now)), ++number) { Status = status, Queued = team.Queued, Team = team.Id, Member = member.Place, Ticket = $"T{number:00000}", FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string>() });
        return $"joins {team.Status}";
    }

    private string Leave(Aftermath after)
    {
        if (Pick(Members()) is not { Registration: { } registration, Person: { } person, Status: { } status }) return "nobody";
        var to = status is RegistrationStatus.WaitingConsent && random.Next(2) == 0 ? db.Registrations.AsNoTracking().Single(r => r.Id == registration).Queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed : RegistrationStatus.Cancelled;
        after.Record(new Fact.RegistrationMoved(registration, id, person, status, to, to is RegistrationStatus.Cancelled ? MoveReason.ByParticipant : MoveReason.GuardianAgreed));
        return $"{status} to {to}";
    }

    private string Name(Aftermath after)
    {
        var e = KnowledgeReader.Events(db).Single();
        if (!TeamRules.TakesMembers(e, now) || Pick(Teams().Where(t => t.Status is not RegistrationStatus.Offered)) is not { } team) return "nobody";
        var open = team.Members.FirstOrDefault(m => m.Standing is MemberStanding.Open or MemberStanding.Named);
        if (open is null && !TeamNaming.MayAdd(team, e)) return "full";
        after.Record(new Fact.TeamMemberNamed(team.Id, id, open?.Place ?? team.Members.Select(m => m.Place).DefaultIfEmpty().Max() + 1, TeamRules.ConfirmBy(e, now)) { IsNew = open is null, Member = new("Жаңа", "Мүше", $"+7701{++number:0000000}") });
        return open is null ? "adds" : "names";
    }

    private string Answer(Aftermath after, bool takes)
    {
        if (Pick(Teams().Where(t => t.Status is RegistrationStatus.Offered)) is not { } team) return "nobody";
        after.Record(new Fact.TeamMoved(team.Id, id, team.Status, takes ? RegistrationStatus.Confirmed : RegistrationStatus.Cancelled, takes ? MoveReason.Accepted : MoveReason.Declined));
        return takes ? "takes" : "passes";
    }

    private string MoveUp(Aftermath after)
    {
        if (Pick((List<KnownTeam>)TeamQuery.Read(db, new Need.TeamsWaiting(id))!) is not { } team) return "nobody";
        after.Record(new Fact.TeamMoved(team.Id, id, RegistrationStatus.Waitlisted, RegistrationStatus.Waitlisted, MoveReason.MovedUp) { Note = "себебі" });
        return (int)TeamQuery.Read(db, new Need.TeamQueuePlace(team.Id))! == 1 ? "moves up" : throw new InvalidOperationException("a team that was moved up is not the first");
    }

    private string GiveUp(Aftermath after)
    {
        if (Pick(Teams()) is not { } team) return "nobody";
        after.Record(new Fact.TeamMoved(team.Id, id, team.Status, RegistrationStatus.Cancelled, MoveReason.TeamLeft));
        return "gives up";
    }

    private string Erase()
    {
        if (Pick(Members().Select(m => m.Person).Concat(Teams().Select(t => t.Owner)).OfType<PersonId?>()) is not { } person) return "nobody";
        Infrastructure.Storage.Erasure.Eraser.Erase(db, person, asking: null, now);
        return "erased";
    }

    /// <summary>What the due worker does, until nothing is due.</summary>
    private void Serve(Aftermath after)
    {
        for (var round = 0; round < 30; round++)
        {
            var due = db.Due.AsNoTracking().Where(d => d.DueAt <= now).OrderBy(d => d.DueAt).ThenBy(d => d.Id).ToList();
            if (due.Count == 0) return;
            foreach (var seen in due)
            {
                if (!db.Due.Any(d => d.Id == seen.Id && d.DueAt <= now)) continue;
                Works.Single(w => w.Kind == seen.Kind).Run(after, seen);
                db.SaveChanges();
                db.Due.Where(d => d.Id == seen.Id && d.DueAt <= now).ExecuteDelete();
            }
        }
        throw new InvalidOperationException("what is due makes itself due without end");
    }

    private string? Fault()
    {
        db.ChangeTracker.Clear();
        var e = db.Events.AsNoTracking().Single();
        var rows = db.Teams.AsNoTracking().Where(t => t.Status != RegistrationStatus.Cancelled).ToList();
        var (held, waiting) = (rows.Where(t => !t.Queued).Sum(t => t.Seats), rows.Where(t => t.Queued && t.Status is RegistrationStatus.Waitlisted).Sum(t => t.Seats));
        if (e.Taken != held || e.Waiting != waiting) return $"counted {e.Taken} and {e.Waiting}, there are {held} and {waiting}";
        if (held > e.Capacity) return $"{held} in {e.Capacity} seats";
        if (SeatQuery.Room(db, e).Offers.Count > 0) return "seats are free and the first team in line waits";
        foreach (var team in Teams())
            if (Fault(team, rows.Single(r => r.Id == team.Id)) is { } fault) return $"team {team.Number}: {fault}";
        return db.Registrations.Any(r => r.Status != RegistrationStatus.Cancelled && !db.TeamMembers.Any(m => m.RegistrationId == r.Id)) ? "somebody is registered without a place" : null;
    }

    /// <summary>Whole or not at all, and nobody is confirmed in a team without seats.</summary>
    private static string? Fault(KnownTeam team, TeamRow row)
    {
        var statuses = team.Members.Where(m => m.Status is not null).Select(m => m.Status!.Value).ToList();
        if (row.Seats != team.Members.Count) return $"{row.Seats} seats for {team.Members.Count} places";
        if (team.Status is not RegistrationStatus.Draft && (team.Ready < Min || team.Ready < team.Members.Count)) return $"half a team is {team.Status}";
        var right = team.Queued ? RegistrationStatus.Waitlisted : team.Status is RegistrationStatus.Offered ? RegistrationStatus.Offered : RegistrationStatus.Confirmed;
        return statuses.Exists(s => s is not RegistrationStatus.WaitingConsent && s != right) ? $"a {team.Status} team has members {string.Join(", ", statuses)}" : null;
    }

    private List<KnownTeam> Teams() => (List<KnownTeam>)TeamQuery.Read(db, new Need.Teams(id))!;

    private IEnumerable<KnownMember> Members() => Teams().SelectMany(t => t.Members).Where(m => m.Registration is not null);

    private T? Pick<T>(IEnumerable<T> of)
    {
        var all = of.ToList();
        return all.Count == 0 ? default : all[random.Next(all.Count)];
    }
}
