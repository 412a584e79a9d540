using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Erasure;

/// <summary>Names that captains typed of others, and what makes somebody a captain.</summary>
internal static class TeamNames
{
    /// <summary>Forgets names nobody confirmed, also where the captain's chat repeats them.</summary>
    public static void Forget(GrantBotDb db, TeamRow team, IReadOnlyList<TeamMemberRow> rows)
    {
        foreach (var row in rows)
        {
            if (row is { Surname: { } surname, Given: { } given } && team.MadeBy is { } chat) ForgetSaid(db, chat, surname, given);
            (row.Surname, row.Given, row.Phone) = (null, null, null);
        }
        db.SaveChanges();
    }

    /// <summary>An erased person's places stay open; teams they answered for pass to a member, or end.</summary>
    public static void ForgetPerson(GrantBotDb db, PersonId person, DateTimeOffset now)
    {
        var mine = db.Registrations.Where(r => r.PersonId == person && r.TeamId != null).Select(r => (RegistrationId?)r.Id);
        db.TeamMembers.Where(m => mine.Contains(m.RegistrationId)).ExecuteUpdate(s => s
            .SetProperty(m => m.Surname, (string?)null).SetProperty(m => m.Given, (string?)null).SetProperty(m => m.Phone, (string?)null));
        var owned = db.Teams.AsNoTracking().Where(t => t.PersonId == person && t.Status != RegistrationStatus.Cancelled).Select(t => t.Id).ToList();
        foreach (var team in owned) DueRows.Set(db, TeamProjection.Due, team.Value, now);
        db.Teams.Where(t => t.PersonId == person).ExecuteUpdate(s => s
            .SetProperty(t => t.Coach, (string?)null).SetProperty(t => t.CoachPhone, (string?)null).SetProperty(t => t.PersonId, (PersonId?)null).SetProperty(t => t.MadeBy, (ChatId?)null));
    }

    /// <summary>Chats of those who answer for the person's teams: they were shown the person's name.</summary>
    public static List<ChatId> Captains(GrantBotDb db, PersonId person) =>
        [.. db.Teams.Where(t => t.MadeBy != null && t.PersonId != person && db.Registrations.Any(r => r.TeamId == t.Id && r.PersonId == person)).Select(t => t.MadeBy!.Value)];

    private static void ForgetSaid(GrantBotDb db, ChatId chat, string surname, string given)
    {
        var (s, g) = (DomainJson.Write(surname), DomainJson.Write(given));
        db.WebMessages.Where(m => m.ChatId == chat && m.Payload.Contains(surname) && m.Payload.Contains(given)).ExecuteDelete();
        db.Outbox.Where(o => o.ChatId == chat && o.State != OutboxState.Waiting && o.Payload!.Contains(s) && o.Payload!.Contains(g)).ExecuteUpdate(u => u.SetProperty(o => o.Payload, (string?)null));
    }
}
