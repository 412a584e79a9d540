using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>People, consents and registrations.</summary>
internal static class RegistrationProjection
{
    public static void Consent(GrantBotDb db, Fact.ConsentGiven fact, FactSource source)
    {
        if (!db.People.Any(p => p.Id == fact.Person)) db.People.Add(new PersonRow { Id = fact.Person, CreatedAt = source.Now });
        db.Consents.Add(new ConsentRow { PersonId = fact.Person, ChatId = source.Chat, TextVersion = fact.TextVersion, Language = fact.Language, ByGuardian = fact.ByGuardian, GivenAt = source.Now });
    }

    public static void Verify(GrantBotDb db, Fact.PhoneVerified fact)
    {
        if (db.People.Any(p => p.VerifiedPhone == fact.Phone && p.Id != fact.Person)) throw new ConflictException("the phone was verified for somebody else meanwhile");
        db.People.Where(p => p.Id == fact.Person).ExecuteUpdate(s => s.SetProperty(p => p.VerifiedPhone, fact.Phone));
    }

    public static void Make(GrantBotDb db, Fact.RegistrationMade fact, FactSource source)
    {
        if (db.Events.Where(e => e.Id == fact.Event && (e.Capacity == null || e.Taken < e.Capacity))
                .ExecuteUpdate(s => s.SetProperty(e => e.Taken, e => e.Taken + 1)) != 1) throw new ConflictException("the last seat went to somebody else");
        db.Registrations.Add(Row(fact, source));
        var answers = DomainJson.Write(fact.Answers);
        db.People.Where(p => p.Id == fact.Person).ExecuteUpdate(s => s.SetProperty(p => p.Answers, answers));
        FormProjection.KeepFiles(db, source.Chat, fact.Person, fact.Answers);
    }

    public static void Cancel(GrantBotDb db, RegistrationId id)
    {
        var row = db.Registrations.SingleOrDefault(r => r.Id == id && r.Status != RegistrationStatus.Cancelled) ?? throw new ConflictException("the registration was cancelled meanwhile");
        row.Status = RegistrationStatus.Cancelled;
        FreeSeat(db, row.EventId);
    }

    public static void Guardian(GrantBotDb db, Fact.GuardianAnswered fact, FactSource source)
    {
        Projection.UseCode(db, fact.CodeHash, source.Now);
        var row = db.Registrations.SingleOrDefault(r => r.Id == fact.Registration && r.Status == RegistrationStatus.WaitingConsent) ?? throw new ConflictException("the registration does not wait any more");
        if (fact.Agrees)
        {
            row.Status = RegistrationStatus.Confirmed;
            db.Consents.Add(new ConsentRow { PersonId = row.PersonId, ChatId = source.Chat, TextVersion = fact.TextVersion, Language = fact.Language, ByGuardian = true, GivenAt = source.Now });
            return;
        }
        Eraser.Erase(db, row.PersonId, asking: null, source.Now, refusing: source.Chat);
    }

    public static void FreeSeat(GrantBotDb db, EventId id) =>
        db.Events.Where(e => e.Id == id && e.Taken > 0).ExecuteUpdate(s => s.SetProperty(e => e.Taken, e => e.Taken - 1));

    private static RegistrationRow Row(Fact.RegistrationMade fact, FactSource source)
    {
        string? Answer(string name) => fact.Answers.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
        bool? YesNo(string name) => Answer(name) switch { "yes" => true, "no" => false, _ => null };
        return new RegistrationRow
        {
            Id = fact.Registration, EventId = fact.Event, PersonId = fact.Person, ChatId = source.Chat, Number = fact.Number,
            Status = fact.WaitsForGuardian ? RegistrationStatus.WaitingConsent : RegistrationStatus.Confirmed,
            Channel = source.Channel, Language = source.Language, FormId = fact.FormId, FormVersion = fact.FormVersion, RegisteredAt = source.Now,
            Surname = Answer("surname"), Given = Answer("given"), Patronymic = Answer("patronymic"), Phone = Answer("phone"),
            Institution = Answer("place_study_other") ?? Answer("place_study") ?? Answer("place_work"), BirthDate = Answer("birth"), Answers = DomainJson.Write(fact.Answers),
            Age = fact.Age, Gender = Answer("gender"), Territory = Answer("territory"), Occupation = Answer("status"),
            Disability = YesNo("disability"), Vulnerable = YesNo("vulnerable"),
        };
    }
}
