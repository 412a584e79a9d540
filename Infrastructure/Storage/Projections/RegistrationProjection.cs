using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>People, consents and registrations.</summary>
internal static class RegistrationProjection
{
    /// <summary>An offered seat goes on to the next.</summary>
    public const string OfferDue = "offer";

    /// <summary>A guardian has not answered.</summary>
    public const string GuardianDue = "guardian";

    /// <summary>A minor is to be told that the guardian's paper was seen.</summary>
    public const string PaperDue = "paper";

    public static void Consent(GrantBotDb db, Fact.ConsentGiven fact, FactSource source)
    {
        if (!db.People.Any(p => p.Id == fact.Person)) db.People.Add(new PersonRow { Id = fact.Person, CreatedAt = source.Now });
        db.Consents.Add(new ConsentRow { PersonId = fact.Person, ChatId = source.Chat, TextVersion = fact.TextVersion, Language = fact.Language, ByGuardian = fact.ByGuardian, Basis = fact.Basis, GivenAt = source.Now });
    }

    public static void Verify(GrantBotDb db, Fact.PhoneVerified fact)
    {
        if (db.People.Any(p => p.VerifiedPhone == fact.Phone && p.Id != fact.Person && p.MergedInto != fact.Person)) throw new ConflictException("the phone was verified for somebody else meanwhile");
        db.People.Where(p => p.Id == fact.Person).ExecuteUpdate(s => s.SetProperty(p => p.VerifiedPhone, fact.Phone));
    }

    public static void Make(GrantBotDb db, Fact.RegistrationMade fact, FactSource source)
    {
        var row = Row(fact, source);
        if (row is { Queued: false, TeamId: null }) SeatLedger.Take(db, fact.Event, fact.Quota, 1);
        else if (row.TeamId is null) SeatLedger.Change(db, fact.Event, 0, Weight(row).Waiting, source.Now);
        db.Registrations.Add(row);
        TeamProjection.Join(db, fact, source.Now);
        var answers = DomainJson.Write(fact.Answers);
        db.People.Where(p => p.Id == fact.Person).ExecuteUpdate(s => s.SetProperty(p => p.Answers, answers));
        FormProjection.KeepFiles(db, source.Chat, fact.Person, fact.Answers);
    }

    public static void Move(GrantBotDb db, Fact.RegistrationMoved fact, DateTimeOffset now)
    {
        if (!RegistrationMoves.May(fact.From, fact.To)) throw new InvalidOperationException($"a registration may not go from {fact.From} to {fact.To}");
        var row = db.Registrations.SingleOrDefault(r => r.Id == fact.Registration && r.Status == fact.From) ?? throw new ConflictException("the registration moved meanwhile");
        var before = Weight(row);
        if (row.Status == RegistrationStatus.Offered) DueRows.Drop(db, OfferDue, row.Id.Value);
        if (fact is { From: RegistrationStatus.Offered, To: RegistrationStatus.Waitlisted }) row.OffersMissed++;
        row.Status = fact.To;
        if (fact.Why == MoveReason.CannotCome) row.Coming = false;
        row.OfferedUntil = fact.To == RegistrationStatus.Offered ? fact.Until : null;
        row.Queued = fact.To == RegistrationStatus.Waitlisted;
        if (fact.Why == MoveReason.MovedUp) row.PlaceInQueue = SeatLedger.Head(db, row.EventId, now);
        else if (row.Queued) row.PlaceInQueue = now.ToUnixTimeMilliseconds();
        if (fact is { To: RegistrationStatus.Offered, Until: { } until }) DueRows.Set(db, OfferDue, row.Id.Value, until);
        db.SaveChanges();
        var after = Weight(row);
        SeatLedger.Change(db, row.EventId, after.Taken - before.Taken, after.Waiting - before.Waiting, now);
        TeamProjection.Follow(db, row, fact.Why, now);
    }

    /// <summary>Corrected answers stand in the place of the old ones; a change of group takes a seat there before it frees the other.</summary>
    /// <exception cref="ConflictException">The registration is gone, or the last seat of the group is.</exception>
    public static void Change(GrantBotDb db, Fact.RegistrationChanged fact, FactSource source)
    {
        var row = db.Registrations.SingleOrDefault(r => r.Id == fact.Registration && r.Status != RegistrationStatus.Cancelled) ?? throw new ConflictException("the registration is gone");
        if (fact.Quota is { } quota && quota != row.Quota)
        {
            if (Weight(row).Taken > 0)
            {
                SeatLedger.Take(db, fact.Event, quota, 1);
                SeatLedger.Change(db, fact.Event, -1, 0, source.Now);
            }
            row.Quota = quota;
        }
        Fill(row, fact.Answers, fact.Age);
        (row.FormId, row.FormVersion) = (fact.FormId, fact.FormVersion);
        db.People.Where(p => p.Id == fact.Person).ExecuteUpdate(s => s.SetProperty(p => p.Answers, row.Answers));
        FormProjection.KeepFiles(db, source.Chat, fact.Person, fact.Answers);
    }

    public static void Comes(GrantBotDb db, Fact.ComingAnswered fact)
    {
        bool? comes = true;
        db.Registrations.Where(r => r.Id == fact.Registration).ExecuteUpdate(s => s.SetProperty(r => r.Coming, comes));
    }

    /// <summary>What was cancelled by mistake stands where it stood, seat and all: nobody loses theirs, even if the event is then over its capacity.</summary>
    public static void Restore(GrantBotDb db, RegistrationRow row, RegistrationStatus to, DateTimeOffset now)
    {
        // an offer has run out meanwhile; their place in the queue has not
        (row.Status, row.Queued) = to is RegistrationStatus.Offered or RegistrationStatus.Waitlisted ? (RegistrationStatus.Waitlisted, true) : (to, false);
        db.SaveChanges();
        var (taken, waiting) = Weight(row);
        SeatLedger.Change(db, row.EventId, taken, waiting, now);
    }

    /// <summary>Cancels without a word, when the person or the event goes.</summary>
    public static void Cancel(GrantBotDb db, RegistrationRow row, DateTimeOffset now)
    {
        var (taken, waiting) = Weight(row);
        (row.Status, row.Queued, row.OfferedUntil) = (RegistrationStatus.Cancelled, false, null);
        db.SaveChanges();
        SeatLedger.Change(db, row.EventId, -taken, -waiting, now);
        TeamProjection.Follow(db, row, null, now);
    }

    public static void AskGuardian(GrantBotDb db, Fact.GuardianAsked fact) => DueRows.Set(db, GuardianDue, fact.Registration.Value, fact.ExpiresAt);

    public static void Guardian(GrantBotDb db, Fact.GuardianAnswered fact, FactSource source)
    {
        Projection.UseCode(db, fact.CodeHash, source.Now);
        DueRows.Drop(db, GuardianDue, fact.Registration.Value);
        var row = db.Registrations.SingleOrDefault(r => r.Id == fact.Registration && r.Status == RegistrationStatus.WaitingConsent) ?? throw new ConflictException("the registration does not wait any more");
        if (fact.Agrees) db.Consents.Add(new ConsentRow { PersonId = row.PersonId, ChatId = source.Chat, TextVersion = fact.TextVersion, Language = fact.Language, ByGuardian = true, GivenAt = source.Now });
        else Eraser.Erase(db, row.PersonId, asking: null, source.Now, refusing: source.Chat);
    }

    /// <summary>A guardian's paper: the guardian's link counts no more.</summary>
    public static void Paper(GrantBotDb db, Fact.GuardianPaperShown fact, FactSource source)
    {
        DueRows.Drop(db, GuardianDue, fact.Registration.Value);
        var subject = fact.Registration.Value.ToString("N");
        DateTimeOffset? used = source.Now;
        db.Codes.Where(c => c.Purpose == "guardian" && c.Subject == subject && c.UsedAt == null).ExecuteUpdate(s => s.SetProperty(c => c.UsedAt, used));
        db.Consents.Add(new ConsentRow { PersonId = fact.Person, ChatId = source.Chat, TextVersion = fact.TextVersion, Language = fact.Language, ByGuardian = true, Basis = ConsentBasis.Paper, GivenAt = source.Now });
        DueRows.Set(db, PaperDue, fact.Registration.Value, source.Now);
    }

    /// <summary>Seats a registration holds, and seats it waits for. A team's member has neither: the team has them.</summary>
    public static (int Taken, int Waiting) Weight(RegistrationRow row) => row switch
    {
        { TeamId: not null } or { Status: RegistrationStatus.Cancelled } => (0, 0),
        { Queued: true } => (0, row.Status == RegistrationStatus.Waitlisted ? 1 : 0),
        _ => (1, 0),
    };

    public static RegistrationRow Row(Fact.RegistrationMade fact, FactSource source)
    {
        var row = new RegistrationRow
        {
            Id = fact.Registration, EventId = fact.Event, PersonId = fact.Person, ChatId = fact.Basis is ConsentBasis.Chat ? fact.Chat ?? source.Chat : null, Number = fact.Number, Status = fact.Status,
            Queued = fact.Queued, Quota = fact.Quota, PlaceInQueue = fact.Status == RegistrationStatus.Waitlisted ? source.Now.ToUnixTimeMilliseconds() : null,
            TeamId = fact.Team, Member = fact.Member, Source = fact.Source, Ticket = fact.Ticket, Basis = fact.Basis,
            Channel = source.Channel, Language = source.Language, FormId = fact.FormId, FormVersion = fact.FormVersion, RegisteredAt = source.Now,
        };
        Fill(row, fact.Answers, fact.Age);
        return row;
    }

    /// <summary>What lists and counts read of the answers.</summary>
    private static void Fill(RegistrationRow row, IReadOnlyDictionary<string, string> answers, int? age)
    {
        string? Answer(string name) => answers.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
        bool? YesNo(string name) => Answer(name) switch { "yes" => true, "no" => false, _ => null };
        (row.Surname, row.Given, row.Patronymic, row.Phone, row.BirthDate) = (Answer("surname"), Answer("given"), Answer("patronymic"), Answer("phone"), Answer("birth"));
        row.Institution = Answer("place_study_other") ?? Answer("place_study") ?? Answer("place_work");
        (row.Age, row.Gender, row.Territory, row.Occupation) = (age, Answer("gender"), Answer("territory"), Answer("status"));
        (row.Disability, row.Vulnerable, row.NoReminders, row.Answers) = (YesNo("disability"), YesNo("vulnerable"), Answer("remind") == "no", DomainJson.Write(answers));
    }
}
