using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads teams with their members.</summary>
internal static class TeamQuery
{
    /// <summary>The answer to a need.</summary>
    public static object? Read(GrantBotDb db, Need.OfTeams need) => need switch
    {
        Need.Team team => All(db, db.Teams.Where(t => t.Id == team.Id)).FirstOrDefault(),
        Need.TeamByCode code => All(db, db.Teams.Where(t => t.Code == code.Letters)).FirstOrDefault(),
        Need.TeamsOf of => All(db, Live(db).Where(t => t.PersonId == of.Owner)),
        Need.Teams teams => All(db, Live(db).Where(t => t.EventId == teams.Event)),
        Need.TeamsWaiting waiting => Waiting(db, waiting.Event),
        Need.SeriesTeams series => All(db, Live(db).Where(t => db.Events.Any(e => e.Id == t.EventId && e.Series == series.Series))),
        Need.TeamNamed named => Live(db).Any(t => t.EventId == named.Event && t.NameKey == TeamRow.KeyOf(named.NameKey)),
        Need.TeamQueuePlace place => Place(db, place.Id),
        Need.Carried carried => Carried(db, carried.From, carried.Into),
        _ => throw new UnreachableException(),
    };

    /// <summary>Where the places of a team stand.</summary>
    public static List<MemberStanding> Standings(GrantBotDb db, TeamId id) => [.. Places(db, [id]).Select(p => p.Standing)];

    /// <summary>Complete teams without seats; one that lacks members waits for nothing yet.</summary>
    private static List<KnownTeam> Waiting(GrantBotDb db, EventId id)
    {
        var order = db.Teams.Where(t => t.EventId == id && t.Queued && t.Status == RegistrationStatus.Waitlisted).OrderBy(t => t.PlaceInQueue ?? 0).ThenBy(t => t.Number).Select(t => t.Id).Take(50).ToList();
        return [.. All(db, db.Teams.Where(t => order.Contains(t.Id))).OrderBy(t => order.IndexOf(t.Id))];
    }

    private static IQueryable<TeamRow> Live(GrantBotDb db) => db.Teams.Where(t => t.Status != RegistrationStatus.Cancelled);

    private static List<KnownTeam> All(GrantBotDb db, IQueryable<TeamRow> query)
    {
        var rows = query.AsNoTracking().OrderBy(t => t.Number).ToList();
        var members = Places(db, [.. rows.Select(r => r.Id)]).ToLookup(p => p.Team, p => p.Member);
        return [.. rows.Select(r => new KnownTeam(r.Id, r.EventId, r.Number, r.Name, r.Code, r.Status)
        {
            Queued = r.Queued, Territory = r.Territory, Owner = r.PersonId, OfferedUntil = r.OfferedUntil, ConfirmBy = r.ConfirmBy, From = r.FromTeam, Reachable = r.MadeBy is not null, Members = [.. members[r.Id]],
        })];
    }

    private static List<(TeamId Team, MemberStanding Standing, KnownMember Member)> Places(GrantBotDb db, List<TeamId> teams)
    {
        if (teams.Count == 0) return [];
        var rows = db.TeamMembers.AsNoTracking().Where(m => teams.Contains(m.TeamId)).OrderBy(m => m.Place).ToList();
        var registrations = db.Registrations.AsNoTracking().Where(r => r.TeamId != null && teams.Contains(r.TeamId.Value) && r.Status != RegistrationStatus.Cancelled)
            .Select(r => new { r.Id, r.PersonId, r.Status, r.Surname, r.Given, r.Phone }).ToDictionary(r => r.Id);
        return [.. rows.Select(m =>
        {
            var own = m.RegistrationId is { } id ? registrations.GetValueOrDefault(id) : null;
            var standing = TeamRules.Standing(m.Surname is not null, own?.Status);
            return (m.TeamId, standing, new KnownMember(m.Place, own?.Surname ?? m.Surname ?? "", own?.Given ?? m.Given ?? "", own?.Phone ?? m.Phone ?? "", m.Captain, standing) { Registration = own?.Id, Person = own?.PersonId, Status = own?.Status });
        })];
    }

    private static int Place(GrantBotDb db, TeamId id) =>
        db.Teams.AsNoTracking().FirstOrDefault(t => t.Id == id) is { } team && db.Events.AsNoTracking().FirstOrDefault(e => e.Id == team.EventId) is { } at ? SeatQuery.Position(db, at, id.Value) : 0;

    private static List<CarriedMember> Carried(GrantBotDb db, TeamId from, EventId into) =>
        [.. db.Registrations.AsNoTracking().Where(r => r.TeamId == from && r.Status != RegistrationStatus.Cancelled && r.Member != null
                && !db.Registrations.Any(o => o.EventId == into && o.PersonId == r.PersonId && o.Status != RegistrationStatus.Cancelled))
            .OrderBy(r => r.Member).AsEnumerable()
            .Select(r => new CarriedMember(r.Member!.Value, r.PersonId, r.ChatId, r.FormId, r.FormVersion, DomainJson.ReadAnswers(r.Answers)))];
}
