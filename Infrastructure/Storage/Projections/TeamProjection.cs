using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Teams and their places. Every change plans a look at the team, which sees whether it is whole and lets its members follow.</summary>
internal static class TeamProjection
{
    /// <summary>A team is to be looked at; unconfirmed names are to be erased; time is up for incomplete ones; what is held for it runs out; chats are to be told.</summary>
    public const string Due = "team", ConfirmDue = "team.confirm", CloseDue = "team.close", OfferDue = "team.offer", NewsDue = "team.news";

    public static void Make(GrantBotDb db, Fact.TeamMade fact, FactSource source)
    {
        var closes = db.Events.Where(e => e.Id == fact.Event).Select(e => e.ClosesAt).Single();
        db.Teams.Add(new TeamRow
        {
            Id = fact.Team, EventId = fact.Event, Number = fact.Number, Name = fact.Name, NameKey = TeamRow.KeyOf(Fold.Text(fact.Name)), Code = fact.Code, Status = RegistrationStatus.Draft, Seats = fact.Size,
            Queued = fact.Queued, Quota = fact.Quota, PlaceInQueue = fact.Queued ? source.Now.ToUnixTimeMilliseconds() : null, Territory = fact.Territory, Institution = fact.Institution, Category = fact.Category,
            Coach = fact.Coach, CoachPhone = fact.CoachPhone, MadeBy = source.Chat, PersonId = fact.Person, ConfirmBy = fact.ConfirmBy, MadeAt = source.Now,
        });
        db.TeamMembers.AddRange(fact.Members.Select((m, i) => new TeamMemberRow { TeamId = fact.Team, Place = i + 1, Surname = m.Surname, Given = m.Given, Phone = m.Phone, Captain = m.Captain, NamedAt = source.Now }));
        if (!fact.Queued) SeatLedger.Take(db, fact.Event, fact.Quota, fact.Size);
        DueRows.Set(db, ConfirmDue, fact.Team.Value, fact.ConfirmBy);
        DueRows.Set(db, CloseDue, fact.Team.Value, closes);
    }

    public static void Move(GrantBotDb db, Fact.TeamMoved fact, DateTimeOffset now)
    {
        if (!TeamMoves.May(fact.From, fact.To)) throw new InvalidOperationException($"a team may not go from {fact.From} to {fact.To}");
        var row = db.Teams.SingleOrDefault(t => t.Id == fact.Team && t.Status == fact.From) ?? throw new ConflictException("the team moved meanwhile");
        var before = Weight(row);
        if (row.Status == RegistrationStatus.Offered) DueRows.Drop(db, OfferDue, row.Id.Value);
        if (fact is { From: RegistrationStatus.Offered, To: RegistrationStatus.Waitlisted }) row.OffersMissed++;
        row.Queued = fact.To switch
        {
            RegistrationStatus.Waitlisted => true,
            RegistrationStatus.Draft => row.Queued || (fact.From is RegistrationStatus.Offered && fact.Why is not MoveReason.Accepted),
            _ => false,
        };
        if (row.Queued && (fact.From is RegistrationStatus.Offered || row.PlaceInQueue is null)) row.PlaceInQueue = now.ToUnixTimeMilliseconds();
        if (fact.Why is MoveReason.MovedUp) row.PlaceInQueue = SeatLedger.Head(db, row.EventId, now);
        (row.Status, row.OfferedUntil) = (fact.To, fact.To is RegistrationStatus.Offered ? fact.Until : null);
        if (fact is { To: RegistrationStatus.Offered, Until: { } until }) DueRows.Set(db, OfferDue, row.Id.Value, until);
        db.SaveChanges();
        var after = Weight(row);
        SeatLedger.Change(db, row.EventId, after.Taken - before.Taken, after.Waiting - before.Waiting, now);
        if (fact.To is RegistrationStatus.Draft) DueRows.Set(db, CloseDue, row.Id.Value, LastChange(db, row.EventId));
        if (fact.To is RegistrationStatus.Cancelled) End(db, row);
        if (fact is { From: RegistrationStatus.Offered, To: RegistrationStatus.Cancelled } && row.FromTeam is not null)
        {
            if (fact.Why is MoveReason.ByStaff) News(db, row.Id, TeamWhat.PromotionUndone, now);
            else News(db, row.Id, TeamWhat.PromotionOver, now);
        }
        DueRows.Set(db, Due, row.Id.Value, now);
    }

    public static void Name(GrantBotDb db, Fact.TeamMemberNamed fact, DateTimeOffset now)
    {
        var team = db.Teams.SingleOrDefault(t => t.Id == fact.Team && t.Status != RegistrationStatus.Cancelled && t.Status != RegistrationStatus.Offered) ?? throw new ConflictException("the team moved meanwhile");
        var row = db.TeamMembers.SingleOrDefault(m => m.TeamId == fact.Team && m.Place == fact.Place);
        if (row is null != fact.IsNew || row?.RegistrationId is not null) throw new ConflictException("the place changed meanwhile");
        if (row is null)
        {
            db.TeamMembers.Add(row = new TeamMemberRow { TeamId = fact.Team, Place = fact.Place });
            Grow(db, team, 1, now);
        }
        (row.Surname, row.Given, row.Phone, row.Captain, row.NamedAt) = (fact.Member?.Surname, fact.Member?.Given, fact.Member?.Phone, fact.Member?.Captain ?? false, now);
        team.ConfirmBy = fact.ConfirmBy;
        DueRows.Set(db, ConfirmDue, fact.Team.Value, fact.ConfirmBy);
        DueRows.Set(db, Due, fact.Team.Value, now);
    }

    public static void EraseNames(GrantBotDb db, Fact.TeamNamesErased fact, DateTimeOffset now)
    {
        var rows = db.TeamMembers.Where(m => m.TeamId == fact.Team && fact.Places.Contains(m.Place) && m.RegistrationId == null).ToList();
        var team = db.Teams.Single(t => t.Id == fact.Team);
        Erasure.TeamNames.Forget(db, team, rows);
        if (fact.Dropped)
        {
            db.TeamMembers.RemoveRange(rows);
            Grow(db, team, -rows.Count, now);
        }
        DueRows.Set(db, Due, fact.Team.Value, now);
    }

    public static void Pass(GrantBotDb db, Fact.TeamPassed fact)
    {
        var team = db.Teams.SingleOrDefault(t => t.Id == fact.Team && t.PersonId == null) ?? throw new ConflictException("somebody answers for the team");
        (team.PersonId, team.MadeBy) = (fact.Person, fact.Chat);
    }

    public static void Promote(GrantBotDb db, Fact.TeamPromoted fact, DateTimeOffset now)
    {
        var from = db.Teams.SingleOrDefault(t => t.Id == fact.From && t.Status == RegistrationStatus.Confirmed) ?? throw new ConflictException("the team moved meanwhile");
        if (db.Teams.Any(t => t.EventId == fact.Event && t.FromTeam == fact.From && t.Status != RegistrationStatus.Cancelled)) throw new ConflictException("the team is promoted already");
        var places = db.TeamMembers.AsNoTracking().Where(m => m.TeamId == fact.From).OrderBy(m => m.Place).ToList();
        db.Teams.Add(new TeamRow
        {
            Id = fact.Team, EventId = fact.Event, Number = fact.Number, Name = fact.Name, NameKey = TeamRow.KeyOf(Fold.Text(fact.Name)), Code = fact.Code, Status = RegistrationStatus.Offered, Seats = places.Count,
            OfferedUntil = fact.Until, Territory = from.Territory, Institution = from.Institution, Category = from.Category, Coach = from.Coach, CoachPhone = from.CoachPhone,
            MadeBy = from.MadeBy, PersonId = from.PersonId, FromTeam = fact.From, ConfirmBy = fact.Until, MadeAt = now,
        });
        db.TeamMembers.AddRange(places.Select(p => new TeamMemberRow { TeamId = fact.Team, Place = p.Place, Captain = p.Captain, NamedAt = now }));
        SeatLedger.Take(db, fact.Event, null, places.Count);
        DueRows.Set(db, OfferDue, fact.Team.Value, fact.Until);
        News(db, fact.Team, TeamWhat.Promoted, now);
    }

    /// <summary>Somebody confirmed their place; the captain's words about them go.</summary>
    /// <exception cref="ConflictException">The place went, or the person is in another team of the tournament.</exception>
    public static void Join(GrantBotDb db, Fact.RegistrationMade fact, DateTimeOffset now)
    {
        if (fact is not { Team: { } id, Member: { } place }) return;
        var team = db.Teams.AsNoTracking().SingleOrDefault(t => t.Id == id && t.Status != RegistrationStatus.Cancelled && t.Queued == fact.Queued) ?? throw new ConflictException("the team moved meanwhile");
        var at = db.Events.AsNoTracking().Single(e => e.Id == team.EventId);
        if (at.Series is not null && db.Registrations.Any(r => r.PersonId == fact.Person && r.TeamId != null && r.TeamId != id && r.Status != RegistrationStatus.Cancelled
                && db.Events.Any(e => e.Id == r.EventId && e.Series == at.Series && e.Stage == at.Stage))) throw new ConflictException("the person is in another team of the tournament");
        RegistrationId? registration = fact.Registration;
        if (db.TeamMembers.Where(m => m.TeamId == id && m.Place == place && m.RegistrationId == null && (m.Surname != null || team.FromTeam != null)).ExecuteUpdate(s => s
                .SetProperty(m => m.RegistrationId, registration).SetProperty(m => m.Surname, (string?)null).SetProperty(m => m.Given, (string?)null).SetProperty(m => m.Phone, (string?)null)) != 1)
            throw new ConflictException("the place went to somebody else");
        DueRows.Set(db, Due, id.Value, now);
    }

    /// <summary>A member's registration moved. Whoever leaves leaves an open place.</summary>
    public static void Follow(GrantBotDb db, RegistrationRow row, MoveReason? why, DateTimeOffset now)
    {
        if (row.TeamId is not { } id) return;
        if (row.Status is RegistrationStatus.Cancelled)
        {
            RegistrationId? registration = row.Id;
            db.TeamMembers.Where(m => m.RegistrationId == registration).ExecuteUpdate(s => s
                .SetProperty(m => m.RegistrationId, (RegistrationId?)null).SetProperty(m => m.Surname, (string?)null).SetProperty(m => m.Given, (string?)null).SetProperty(m => m.Phone, (string?)null));
            if (why is MoveReason.Replaced) NewsOf(db, id, TeamWhat.Replaced, row, now);
            else if (why is not (MoveReason.TeamLeft or MoveReason.TeamIncomplete or MoveReason.CalledOff)) News(db, id, TeamWhat.Left, now);
        }
        else if (why is MoveReason.GuardianAgreed) NewsOf(db, id, TeamWhat.GuardianAgreed, row, now);
        DueRows.Set(db, Due, id.Value, now);
    }

    private static void NewsOf(GrantBotDb db, TeamId team, TeamWhat what, RegistrationRow row, DateTimeOffset now) => DueRows.Set(db, NewsDue, $"{team.Value:N}:{(int)what}:{row.Id.Value:N}", now);

    private static void News(GrantBotDb db, TeamId team, TeamWhat what, DateTimeOffset now) => DueRows.Set(db, NewsDue, $"{team.Value:N}:{(int)what}", now);

    /// <summary>Nothing is due for it any more, and nothing is kept of people who did not confirm.</summary>
    private static void End(GrantBotDb db, TeamRow row)
    {
        foreach (var kind in new[] { ConfirmDue, CloseDue }) DueRows.Drop(db, kind, row.Id.Value);
        Erasure.TeamNames.Forget(db, row, [.. db.TeamMembers.Where(m => m.TeamId == row.Id && m.RegistrationId == null)]);
        (row.Coach, row.CoachPhone) = (null, null);
    }

    private static void Grow(GrantBotDb db, TeamRow team, int by, DateTimeOffset now)
    {
        var before = Weight(team);
        team.Seats += by;
        var after = Weight(team);
        db.SaveChanges();
        if (after.Taken > before.Taken) SeatLedger.Take(db, team.EventId, team.Quota, by);
        else SeatLedger.Change(db, team.EventId, after.Taken - before.Taken, after.Waiting - before.Waiting, now);
    }

    private static DateTimeOffset LastChange(GrantBotDb db, EventId id)
    {
        var row = db.Events.Where(e => e.Id == id).Select(e => new { e.ClosesAt, e.ReplacesUntil }).Single();
        return row.ReplacesUntil > row.ClosesAt ? row.ReplacesUntil.Value : row.ClosesAt;
    }

    /// <summary>Seats a team holds, and seats it waits for.</summary>
    private static (int Taken, int Waiting) Weight(TeamRow row) => row switch
    {
        { Status: RegistrationStatus.Cancelled } => (0, 0),
        { Queued: true } => (0, row.Status is RegistrationStatus.Waitlisted ? row.Seats : 0),
        _ => (row.Seats, 0),
    };
}
