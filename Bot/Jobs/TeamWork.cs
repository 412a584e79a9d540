using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Work about one team that is not over.</summary>
internal abstract class TeamDueWork : IDueWork
{
    public abstract string Kind { get; }

    public long? Run(Aftermath after, DueRow due)
    {
        if (after.Db.Teams.Find(new TeamId(Guid.ParseExact(due.Subject, "N"))) is not { } team) return null;
        if (after.Db.Events.AsNoTracking().FirstOrDefault(e => e.Id == team.EventId) is not { } row || !PlanUndoing.Waits(after.Db, row, due, after.Now)) Run(after, team);
        return null;
    }

    /// <summary>Does it.</summary>
    protected abstract void Run(Aftermath after, TeamRow team);

    /// <summary>The last moments of registering and of replacing; null = the event is gone.</summary>
    protected static (DateTimeOffset Closes, DateTimeOffset Last)? Ends(Aftermath after, TeamRow team) => after.Db.Events.AsNoTracking().FirstOrDefault(e => e.Id == team.EventId) is { } row
        ? (row.ClosesAt, row.ReplacesUntil > row.ClosesAt ? row.ReplacesUntil.Value : row.ClosesAt) : null;
}

/// <summary>Something about a team or its members changed. A team whose captain or coach is gone passes to its first member.</summary>
internal sealed class TeamWork : TeamDueWork
{
    public override string Kind => TeamProjection.Due;

    protected override void Run(Aftermath after, TeamRow team)
    {
        if (team is { PersonId: null, Status: not RegistrationStatus.Cancelled }) Pass(after, team);
        TeamTable.Look(after, team, Ends(after, team) is { } ends && after.Now >= ends.Last);
    }

    private static void Pass(Aftermath after, TeamRow team)
    {
        var heir = after.Db.Registrations.AsNoTracking().Where(r => r.TeamId == team.Id && r.Status != RegistrationStatus.Cancelled && r.Status != RegistrationStatus.WaitingConsent && r.ChatId != null).OrderBy(r => r.Member).FirstOrDefault();
        if (heir is null) { after.Record(new Fact.TeamMoved(team.Id, team.EventId, team.Status, RegistrationStatus.Cancelled, MoveReason.TeamLeft)); return; }
        after.Record(new Fact.TeamPassed(team.Id, team.EventId, heir.PersonId, heir.ChatId));
        TeamTable.Tell(after, team, heir.ChatId, TeamWhat.Yours);
    }
}

/// <summary>Names that were not confirmed in time are erased, and the captain is told how to go on.</summary>
internal sealed class TeamConfirmWork : TeamDueWork
{
    public override string Kind => TeamProjection.ConfirmDue;

    protected override void Run(Aftermath after, TeamRow team)
    {
        var standings = TeamQuery.Standings(after.Db, team.Id);
        if (team.Status is RegistrationStatus.Cancelled || !standings.Contains(MemberStanding.Named) || after.Db.Events.AsNoTracking().FirstOrDefault(e => e.Id == team.EventId) is not { } row) return;
        TeamTable.Drop(after, team, m => m is { RegistrationId: null, Surname: not null }, TeamRules.DropsUnconfirmed(standings, row.TeamMin ?? 1));
        if (after.Now < row.ClosesAt) TeamTable.Tell(after, team, team.MadeBy, TeamWhat.NamesErased);
    }
}

/// <summary>Time is up: a team that is not complete goes on with those who are, when they are enough, or ends.</summary>
internal sealed class TeamCloseWork : TeamDueWork
{
    public override string Kind => TeamProjection.CloseDue;

    protected override void Run(Aftermath after, TeamRow team)
    {
        if (Ends(after, team) is not { } ends) return;
        if (after.Now < ends.Closes) DueRows.Set(after.Db, Kind, team.Id.Value, ends.Closes); // the event was moved
        else if (team.Status is RegistrationStatus.Draft) TeamTable.Look(after, team, final: true);
    }
}

/// <summary>What was held for a team ran out: offered seats go on to the next, a place in the next stage to another team.</summary>
internal sealed class TeamOfferWork : TeamDueWork
{
    /// <summary>So many offers are made to one team.</summary>
    private const int MostOffers = 2;

    public override string Kind => TeamProjection.OfferDue;

    protected override void Run(Aftermath after, TeamRow team)
    {
        if (team.Status is not RegistrationStatus.Offered) return;
        var waits = team.FromTeam is null && team.OffersMissed + 1 < MostOffers;
        var what = team.FromTeam is not null ? TeamWhat.PromotionExpired : waits ? TeamWhat.Expired : TeamWhat.Dropped;
        after.Record(new Fact.TeamMoved(team.Id, team.EventId, RegistrationStatus.Offered, waits ? RegistrationStatus.Waitlisted : RegistrationStatus.Cancelled, MoveReason.Expired));
        TeamTable.Tell(after, team, team.MadeBy, what);
    }
}

/// <summary>Chats are told what a turn did to a team: whoever answers for it, a member who was replaced, or staff.</summary>
internal sealed class TeamNewsWork : IDueWork
{
    public string Kind => TeamProjection.NewsDue;

    public long? Run(Aftermath after, DueRow due)
    {
        var parts = due.Subject.Split(':');
        if (after.Db.Teams.Find(new TeamId(Guid.ParseExact(parts[0], "N"))) is not { } team) return null;
        var what = (TeamWhat)int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        IEnumerable<ChatId?> chats = what switch
        {
            TeamWhat.PromotionOver => [.. StaffQuery.With(after.Db, Right.Organise, team.EventId).Select(c => (ChatId?)c)],
            TeamWhat.Replaced or TeamWhat.GuardianAgreed => [after.Db.Registrations.Find(new RegistrationId(Guid.ParseExact(parts[2], "N")))?.ChatId],
            _ => [team.MadeBy],
        };
        foreach (var chat in chats) TeamTable.Tell(after, team, chat, what);
        return null;
    }
}
