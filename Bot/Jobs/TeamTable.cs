using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Jobs;

/// <summary>Looks at one team inside the commit: moves it where its members leave it, and lets their registrations follow.</summary>
internal static class TeamTable
{
    /// <summary>Looks at it.</summary>
    /// <param name="after">The commit.</param>
    /// <param name="team">The team.</param>
    /// <param name="final">No member can confirm any more.</param>
    public static void Look(Aftermath after, TeamRow team, bool final)
    {
        if (after.Db.Events.AsNoTracking().FirstOrDefault(e => e.Id == team.EventId) is not { } row) return;
        if (row.CalledOff is not null) CallOff(after, team, row);
        else if (team is not { Status: RegistrationStatus.Offered, FromTeam: not null } && team.Status is not RegistrationStatus.Cancelled && (row.StartsAt > after.Now || (final && team.Status is RegistrationStatus.Draft))) Settle(after, team, row.TeamMin ?? 1, final);
        Follow(after, team);
    }

    /// <summary>Seats came free for a team as a whole.</summary>
    public static void Offer(Aftermath after, TeamId id, DateTimeOffset until)
    {
        if (after.Db.Teams.Find(id) is not { } team) return;
        after.Record(new Fact.TeamMoved(id, team.EventId, RegistrationStatus.Waitlisted, RegistrationStatus.Offered, MoveReason.SeatFree) { Until = until });
        Tell(after, team, team.MadeBy, TeamWhat.Offered);
    }

    /// <summary>Tells a chat of a team.</summary>
    public static void Tell(Aftermath after, TeamRow team, ChatId? chat, TeamWhat what) =>
        after.Notify(chat, $"team:{team.Id.Value:N}:{(int)what}:{chat?.Value:N}:{after.Now.ToUnixTimeMilliseconds()}", new Notice.TeamNews(team.Id, what));

    private static void Settle(Aftermath after, TeamRow team, int min, bool final)
    {
        var step = TeamRules.Look(team.Status, team.Queued, TeamQuery.Standings(after.Db, team.Id), min, final);
        if (step.Shrinks) Shrink(after, team);
        if (step.To == team.Status) return;
        var why = step.To switch { RegistrationStatus.Cancelled => MoveReason.TeamIncomplete, RegistrationStatus.Draft => MoveReason.TeamChanged, _ => MoveReason.TeamComplete };
        after.Record(new Fact.TeamMoved(team.Id, team.EventId, team.Status, step.To, why));
        switch (step.To)
        {
            case RegistrationStatus.Confirmed: foreach (var chat in Chats(after.Db, team)) Tell(after, team, chat, TeamWhat.Full); break;
            case RegistrationStatus.Waitlisted: Tell(after, team, team.MadeBy, TeamWhat.Waits); break;
            case RegistrationStatus.Cancelled: foreach (var chat in Chats(after.Db, team)) Tell(after, team, chat, TeamWhat.Incomplete); break;
            default: break;
        }
    }

    /// <summary>The places that are not ready go, with what was entered for them.</summary>
    private static void Shrink(Aftermath after, TeamRow team)
    {
        foreach (var row in Registrations(after.Db, team).Where(r => r.Status is RegistrationStatus.WaitingConsent).ToList())
        {
            after.Record(new Fact.RegistrationMoved(row.Id, row.EventId, row.PersonId, row.Status, RegistrationStatus.Cancelled, MoveReason.TeamIncomplete));
            Tell(after, team, row.ChatId, TeamWhat.Incomplete);
        }
        Drop(after, team, m => m.RegistrationId is null, dropped: true);
    }

    /// <summary>Erases names, with their places or without.</summary>
    public static void Drop(Aftermath after, TeamRow team, Func<TeamMemberRow, bool> which, bool dropped)
    {
        var places = after.Db.TeamMembers.AsNoTracking().Where(m => m.TeamId == team.Id).AsEnumerable().Where(which).Select(m => m.Place).ToList();
        if (places.Count > 0) after.Record(new Fact.TeamNamesErased(team.Id, team.EventId, places, dropped));
    }

    private static void Follow(Aftermath after, TeamRow team)
    {
        var why = after.Db.Events.Any(e => e.Id == team.EventId && e.CalledOff != null) ? MoveReason.CalledOff : MoveReason.TeamLeft;
        foreach (var row in Registrations(after.Db, team))
        {
            if (TeamRules.Follows(team.Status, team.Queued, row.Status) is not { } to || !RegistrationMoves.May(row.Status, to)) continue;
            after.Record(new Fact.RegistrationMoved(row.Id, row.EventId, row.PersonId, row.Status, to, to switch { RegistrationStatus.Confirmed => MoveReason.Accepted, RegistrationStatus.Offered => MoveReason.SeatFree, RegistrationStatus.Waitlisted => MoveReason.TeamChanged, _ => why }));
            if (row.ChatId == team.MadeBy || why is MoveReason.CalledOff) continue;
            if (to is RegistrationStatus.Confirmed && team.Status is RegistrationStatus.Confirmed) Tell(after, team, row.ChatId, TeamWhat.Full);
            else if (to is RegistrationStatus.Cancelled) Tell(after, team, row.ChatId, TeamWhat.GivenUp);
        }
    }

    /// <summary>Whoever belongs to it is told before it ends: the work that tells everybody finds only those who still take part.</summary>
    private static void CallOff(Aftermath after, TeamRow team, EventRow row)
    {
        if (team.Status is RegistrationStatus.Cancelled) return;
        foreach (var chat in Chats(after.Db, team)) CalledOffWork.Tell(after, row, chat);
        after.Record(new Fact.TeamMoved(team.Id, team.EventId, team.Status, RegistrationStatus.Cancelled, MoveReason.CalledOff));
    }

    private static List<RegistrationRow> Registrations(GrantBotDb db, TeamRow team) => [.. db.Registrations.Where(r => r.TeamId == team.Id && r.Status != RegistrationStatus.Cancelled).OrderBy(r => r.Member)];

    private static List<ChatId> Chats(GrantBotDb db, TeamRow team) =>
        [.. Registrations(db, team).Select(r => r.ChatId).Prepend(team.MadeBy).OfType<ChatId>().Distinct()];
}
