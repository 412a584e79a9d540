using GrantBot.Domain;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads the people of a signature list. What it returns is personal: only a manager may be given it.</summary>
internal sealed class ParticipantQuery(GrantBotDb db)
{
    /// <summary>Confirmed participants of an event, institutions and territories as they are stored; erased people, who have no name left, are not listed.</summary>
    public async Task<IReadOnlyList<ListedPerson>> ConfirmedAsync(EventId of, CancellationToken cancel)
    {
        var rows = await db.Registrations.AsNoTracking()
            .Where(r => r.EventId == of && (r.Status == RegistrationStatus.Confirmed || r.Status == RegistrationStatus.Attended || r.Status == RegistrationStatus.NoShow))
            .Select(r => new { r.Surname, r.Given, r.Patronymic, r.Phone, r.Institution, r.Territory, r.Ticket, r.TeamId })
            .ToListAsync(cancel);
        var teams = await db.Teams.AsNoTracking().Where(t => t.EventId == of).ToDictionaryAsync(t => t.Id, t => new ListedTeam(t.Name, t.Institution ?? "", t.Coach ?? ""), cancel);
        return [.. rows.Select(r => new ListedPerson(PersonName.Full(r.Surname, r.Given, r.Patronymic), r.Phone ?? "", r.Institution ?? "",
            r.TeamId is { } team ? teams.GetValueOrDefault(team) : null, r.Territory ?? "", r.Ticket ?? "")).Where(p => p.Name.Length > 0)];
    }

    /// <summary>What stands above the list; null when there is no such event.</summary>
    public async Task<ListHeading?> HeadingAsync(EventId of, string language, DateTimeOffset asOf, TimeZoneInfo zone, CancellationToken cancel)
    {
        var row = await db.Events.AsNoTracking().FirstOrDefaultAsync(e => e.Id == of, cancel);
        return row is null ? null : new(EventWords.Title(row, language), TimeZoneInfo.ConvertTime(row.StartsAt, zone), EventWords.Place(row, language), TimeZoneInfo.ConvertTime(asOf, zone));
    }
}
