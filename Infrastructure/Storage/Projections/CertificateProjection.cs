using GrantBot.Domain.Certifying;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Certificates, awards and templates.</summary>
internal static class CertificateProjection
{
    /// <summary>Gives a number to every document that is lacking; they are drawn afterwards, batch by batch.</summary>
    public static void Issue(GrantBotDb db, Fact.CertificatesAsked fact, DateTimeOffset now)
    {
        if (db.Events.Find(fact.Event) is not { } e) throw new ConflictException("the event is gone");
        var serial = db.Certificates.Where(c => c.EventId == fact.Event).Max(c => (int?)c.Serial) ?? 0;
        foreach (var lacking in CertificateQuery.Lacking(db, fact.Event))
        {
            serial++;
            db.Certificates.Add(new CertificateRow
            {
                Number = CertificateNumber.Of(Project(e), e.Code, serial).ToString(), EventId = fact.Event, Serial = serial, RegistrationId = lacking.Registration, PersonId = lacking.Person,
                Kind = lacking.Award is null ? CertificateKind.Certificate : lacking.Award.Rank is null ? CertificateKind.Nomination : CertificateKind.Diploma,
                AwardId = lacking.Award?.Id, Rank = lacking.Award?.Rank, Nomination = lacking.Award?.Nomination, Language = lacking.Language, IssuedAt = now,
            });
        }
    }

    /// <summary>A batch was drawn; each file stays as long as its person.</summary>
    public static void Make(GrantBotDb db, Fact.CertificatesMade fact, DateTimeOffset now)
    {
        Draw(db, fact.Made, now);
        if (fact.Run.HandedTo == 0) return;
        DateTimeOffset? moment = now;
        db.Certificates.Where(c => c.EventId == fact.Event && c.Id <= fact.Run.HandedTo && c.SentAt == null && c.FileId != null).ExecuteUpdate(s => s.SetProperty(c => c.SentAt, moment));
    }

    /// <summary>Documents have their files. A conflict has them drawn again by what is stored now.</summary>
    public static void Draw(GrantBotDb db, IReadOnlyList<MadeCertificate> all, DateTimeOffset now)
    {
        foreach (var made in all)
        {
            if (db.Certificates.Find(made.Id) is not { PersonId: not null } row || row.Corrections != made.Corrections) throw new ConflictException("somebody was erased or corrected their name meanwhile");
            row.FileId = made.File;
            row.SentAt = made.Sent ? now : null;
        }
    }

    public static void SetTemplate(GrantBotDb db, Fact.CertificateTemplateSet fact, FactSource source)
    {
        if (fact.File is not { } id)
        {
            db.CertificateTemplates.Where(t => t.EventId == fact.Event && t.Kind == fact.Kind).ExecuteDelete();
            return;
        }
        var file = db.Files.Find(id) ?? throw new ConflictException("the drawing is gone");
        var row = db.CertificateTemplates.Find(fact.Event, fact.Kind, fact.For);
        if (row is null) db.CertificateTemplates.Add(row = new CertificateTemplateRow { EventId = fact.Event, Kind = fact.Kind, Language = fact.For });
        (row.Svg, row.MadeBy, row.MadeAt) = (file.Content, source.Chat, source.Now);
        db.Files.Remove(file);
    }

    public static void Give(GrantBotDb db, Fact.AwardGiven fact, FactSource source) => db.Awards.Add(new AwardRow
    {
        EventId = fact.Event, RegistrationId = fact.Registration, TeamId = fact.Team, Rank = fact.Rank, Nomination = fact.Nomination, MadeBy = source.Chat, MadeAt = source.Now,
    });

    /// <summary>The numbers of its diplomas stay taken, and are genuine no more.</summary>
    public static void Undo(GrantBotDb db, Fact.AwardUndone fact, DateTimeOffset now)
    {
        DateTimeOffset? moment = now;
        if (db.Awards.Where(a => a.Id == fact.Award && a.EventId == fact.Event).ExecuteDelete() == 0) throw new ConflictException("the award was taken back meanwhile");
        db.Certificates.Where(c => c.AwardId == fact.Award).ExecuteUpdate(s => s.SetProperty(c => c.WithdrawnAt, moment));
    }

    /// <summary>The name changes where it is stored, and the documents of that registration wait to be drawn anew under their numbers.</summary>
    public static void Correct(GrantBotDb db, Fact.NameCorrected fact, DateTimeOffset now)
    {
        var row = db.Registrations.SingleOrDefault(r => r.Id == fact.Registration && r.PersonId == fact.Person) ?? throw new ConflictException("the registration is gone");
        (row.Surname, row.Given, row.Patronymic) = (fact.Surname, fact.Given, fact.Patronymic);
        row.Answers = Renamed(row.Answers, fact);
        if (db.People.Find(fact.Person) is { } person) person.Answers = Renamed(person.Answers, fact);
        foreach (var certificate in db.Certificates.Where(c => c.RegistrationId == fact.Registration).ToList())
        {
            if (certificate.FileId is { } old) db.Files.Where(f => f.Id == old).ExecuteDelete();
            (certificate.FileId, certificate.SentAt, certificate.ReplacedAt) = (null, null, now);
            certificate.Corrections++;
        }
    }

    /// <summary>An event of no project counts by its year.</summary>
    private static string Project(EventRow e) => e.Project.Length > 0 ? e.Project : e.StartsAt.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Renamed(string? json, Fact.NameCorrected fact)
    {
        if (json is null) return null;
        var answers = DomainJson.ReadAnswers(json);
        (answers["surname"], answers["given"]) = (fact.Surname, fact.Given);
        if (fact.Patronymic is { } patronymic) answers["patronymic"] = patronymic;
        else answers.Remove("patronymic");
        return DomainJson.Write(answers);
    }
}
