using GrantBot.Domain;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>A document that is to be made.</summary>
internal sealed record LackingCertificate(RegistrationId Registration, PersonId Person, string Language, AwardRow? Award, bool HasChat);

/// <summary>Reads certificates and who lacks one.</summary>
internal static class CertificateQuery
{
    public static CertificateStanding Standing(GrantBotDb db, EventId of)
    {
        var lacking = Lacking(db, of);
        var waiting = db.Certificates.Where(c => c.EventId == of && c.PersonId != null && c.WithdrawnAt == null && c.FileId == null);
        var printed = waiting.Count(c => !db.Registrations.Any(r => r.Id == c.RegistrationId && db.Chats.Any(h => h.Id == r.ChatId && h.Reachable)));
        return new(db.Registrations.Count(r => r.EventId == of && r.Status == RegistrationStatus.Attended), db.Certificates.Count(c => c.EventId == of && c.WithdrawnAt == null && c.FileId != null),
            lacking.Count + waiting.Count(), lacking.Count(l => !l.HasChat) + printed, db.CertificateTemplates.Any(t => t.EventId == of));
    }

    /// <summary>Documents nobody has given a number to: certificates of who attended in the order of their numbers, then diplomas, team by team.</summary>
    public static IReadOnlyList<LackingCertificate> Lacking(GrantBotDb db, EventId of)
    {
        var there = db.Certificates.AsNoTracking().Where(c => c.EventId == of && c.WithdrawnAt == null).Select(c => new { c.RegistrationId, c.AwardId }).ToList().Select(c => (c.RegistrationId, c.AwardId)).ToHashSet();
        var people = db.Registrations.AsNoTracking().Where(r => r.EventId == of && r.Given != null && (r.Status == RegistrationStatus.Attended || r.Status == RegistrationStatus.Confirmed || r.Status == RegistrationStatus.NoShow)).OrderBy(r => r.Number)
            .Select(r => new { r.Id, r.PersonId, r.Language, r.Status, r.TeamId, HasChat = db.Chats.Any(c => c.Id == r.ChatId && c.Reachable) }).ToList();
        var lacking = people.Where(p => p.Status == RegistrationStatus.Attended).Select(p => new LackingCertificate(p.Id, p.PersonId, p.Language, null, p.HasChat)).ToList();
        foreach (var award in db.Awards.AsNoTracking().Where(a => a.EventId == of).OrderBy(a => a.Rank ?? 9).ThenBy(a => a.Id).ToList())
            lacking.AddRange(people.Where(p => award.TeamId is { } team ? p.TeamId == team : p.Id == award.RegistrationId).Select(p => new LackingCertificate(p.Id, p.PersonId, p.Language, award, p.HasChat)));
        return [.. lacking.Where(l => !there.Contains((l.Registration, l.Award?.Id)))];
    }

    /// <summary>What a person has, newest first.</summary>
    public static IReadOnlyList<KnownCertificate> Of(GrantBotDb db, PersonId person) => [.. db.Certificates.AsNoTracking()
        .Where(c => c.PersonId == person && c.WithdrawnAt == null).OrderByDescending(c => c.Id).Take(20).AsEnumerable()
        .Select(c => new KnownCertificate(c.Id, c.Number, c.Kind, new(c.Rank, c.Nomination), c.EventId, c.RegistrationId, c.Corrections))];

    public static IReadOnlyList<KnownAward> Awards(GrantBotDb db, EventId of) => [.. db.Awards.AsNoTracking().Where(a => a.EventId == of).OrderBy(a => a.Rank ?? 9).ThenBy(a => a.Id).ToList()
        .Select(a => new KnownAward(a.Id, new(a.Rank, a.Nomination), Recipient(db, of, a.RegistrationId, a.TeamId)?.Name ?? ""))];

    public static KnownRecipient? Recipient(GrantBotDb db, EventId of, RegistrationId? registration, TeamId? team)
    {
        if (team is { } id) return db.Teams.AsNoTracking().Where(t => t.Id == id && t.EventId == of && t.Status != RegistrationStatus.Cancelled).AsEnumerable().Select(Known).FirstOrDefault();
        return db.Registrations.AsNoTracking().Where(r => r.Id == registration && r.EventId == of && r.Status != RegistrationStatus.Cancelled).AsEnumerable().Select(Known).FirstOrDefault();
    }

    /// <summary>By number, else by every word of the query within the name, in letters of any keyboard.</summary>
    public static IReadOnlyList<KnownRecipient> Find(GrantBotDb db, EventId of, string query)
    {
        RegistrationStatus[] there = [RegistrationStatus.Confirmed, RegistrationStatus.Attended, RegistrationStatus.NoShow];
        var words = Fold.Text(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        var all = db.Teams.AsNoTracking().Where(t => t.EventId == of && there.Contains(t.Status)).OrderBy(t => t.Number).AsEnumerable().Select(Known)
            .Concat(db.Registrations.AsNoTracking().Where(r => r.EventId == of && r.Given != null && there.Contains(r.Status)).OrderBy(r => r.Number).AsEnumerable().Select(Known)).ToList();
        if (int.TryParse(query.TrimStart('№', '#', ' '), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return [.. all.Where(r => r.Number == number)];
        return [.. all.Where(r => Fold.Text(r.Name) is var name && words.All(w => name.Contains(w, StringComparison.Ordinal))).Take(50)];
    }

    /// <summary>The template staff sent for an event: in the language, else for all.</summary>
    public static byte[]? Template(GrantBotDb db, EventId of, CertificateKind kind, string language)
    {
        var wide = kind is CertificateKind.Diploma or CertificateKind.Nomination ? CertificateKind.Diploma : CertificateKind.Certificate;
        return db.CertificateTemplates.AsNoTracking().Where(t => t.EventId == of && t.Kind == wide && (t.Language == language || t.Language == ""))
            .OrderByDescending(t => t.Language.Length).Select(t => t.Svg).FirstOrDefault();
    }

    private static KnownRecipient Known(TeamRow team) => new(null, null, team.Id, team.Number, team.Name);

    private static KnownRecipient Known(RegistrationRow row) => new(row.Id, row.PersonId, null, row.Number, PersonName.Full(row.Surname, row.Given, null));
}
