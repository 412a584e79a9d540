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
            if (row is { Surname: { } surname, Given: { } given } && team.MadeBy is { } chat) ForgetSaid(db, chat, surname, given, row.Phone);
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
        foreach (var at in db.Registrations.AsNoTracking().Where(r => r.PersonId == person && r.TeamId != null && r.Surname != null && r.Given != null)
            .Join(db.Teams.Where(t => t.MadeBy != null && t.PersonId != person), r => r.TeamId, t => t.Id, (r, t) => new { Chat = t.MadeBy!.Value, r.Surname, r.Given, r.Phone }).ToList())
            ForgetSaid(db, at.Chat, at.Surname!, at.Given!, at.Phone);
        var owned = db.Teams.AsNoTracking().Where(t => t.PersonId == person && t.Status != RegistrationStatus.Cancelled).Select(t => t.Id).ToList();
        foreach (var team in owned) DueRows.Set(db, TeamProjection.Due, team.Value, now);
        db.Teams.Where(t => t.PersonId == person).ExecuteUpdate(s => s
            .SetProperty(t => t.Coach, (string?)null).SetProperty(t => t.CoachPhone, (string?)null).SetProperty(t => t.PersonId, (PersonId?)null).SetProperty(t => t.MadeBy, (ChatId?)null));
    }

    /// <summary>
    /// What a captain's chat says of somebody: the bot's messages with their name, what the captain typed of them, and the question that is
    /// open there when it names them.
    /// </summary>
    private static void ForgetSaid(GrantBotDb db, ChatId chat, string surname, string given, string? phone)
    {
        var (s, g) = (DomainJson.Write(surname), DomainJson.Write(given));
        var number = Digits(phone ?? "");
        foreach (var line in db.WebMessages.Where(m => m.ChatId == chat).ToList())
            if ((line.Payload.Contains(surname, StringComparison.Ordinal) && (!line.FromBot || line.Payload.Contains(given, StringComparison.Ordinal)))
                || (!line.FromBot && line.Payload.Contains($":\"{given}\"", StringComparison.Ordinal))
                || (!line.FromBot && number.Length == PhoneDigits && Digits(line.Payload).Contains(number, StringComparison.Ordinal))) db.WebMessages.Remove(line);
        db.Outbox.Where(o => o.ChatId == chat && o.State != OutboxState.Waiting && o.Payload!.Contains(s) && o.Payload!.Contains(g)).ExecuteUpdate(u => u.SetProperty(o => o.Payload, (string?)null));
        if (db.Chats.SingleOrDefault(c => c.Id == chat && c.State.Contains(s) && c.State.Contains(g)) is { } row && StateUpcaster.Read(row.State) is { Dialog: not DialogState.Filling } state)
        {
            row.State = DomainJson.Write(state with { Asked = null, Dialog = new DialogState.Menu() });
            row.Version++;
        }
        db.SaveChanges();
    }

    private const int PhoneDigits = 10;

    /// <summary>The digits of a number that are the same however it is written.</summary>
    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return text.StartsWith('+') && digits.Length > PhoneDigits ? digits[^PhoneDigits..] : digits;
    }
}
