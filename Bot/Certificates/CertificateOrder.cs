using GrantBot.Domain;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Certificates;

/// <summary>A document to be drawn, with the name as it is stored at this moment.</summary>
/// <param name="Row">The certificate.</param>
/// <param name="Name">The person's full name.</param>
/// <param name="Team">Their team; "" = none.</param>
/// <param name="Territory">Code of their district or city.</param>
/// <param name="Chat">Where it is sent; null = they have no chat, or blocked the bot.</param>
internal sealed record CertificateOrder(CertificateRow Row, string Name, string Team, string? Territory, ChatId? Chat)
{
    /// <summary>Orders for certificates; those of people who were erased are left out.</summary>
    public static IReadOnlyList<CertificateOrder> Of(GrantBotDb db, IQueryable<CertificateRow> certificates) =>
        [.. certificates.AsNoTracking().Where(c => c.PersonId != null && c.WithdrawnAt == null).Join(db.Registrations, c => c.RegistrationId, r => r.Id, (c, r) => new
        {
            Row = c, r.Surname, r.Given, r.Patronymic, r.Territory, Team = db.Teams.Where(t => t.Id == r.TeamId).Select(t => t.Name).FirstOrDefault(),
            Chat = db.Chats.Where(h => h.Id == r.ChatId && h.Reachable).Select(h => (ChatId?)h.Id).FirstOrDefault(),
        }).AsEnumerable().Select(o => new CertificateOrder(o.Row, PersonName.Full(o.Surname, o.Given, o.Patronymic), o.Team ?? "", o.Territory, o.Chat))];

    /// <summary>Certificates of an event that have their number and were not drawn yet, in the order of their numbers.</summary>
    public static IQueryable<CertificateRow> Waiting(GrantBotDb db, Domain.EventId of) =>
        db.Certificates.Where(c => c.EventId == of && c.FileId == null && c.PersonId != null && c.WithdrawnAt == null).OrderBy(c => c.Serial);
}
