using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Import;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.People;

/// <summary>
/// The people of an imported list, made ready before the writer is asked, and written in one commit: all of them or nobody. Consent is recorded with
/// its basis; who is under 18 waits for a guardian's paper unless it is there, as long as others do for a guardian's answer, and is erased after that.
/// </summary>
internal sealed class ImportCommit
{
    /// <summary>Staff are to be told that it is done.</summary>
    public const string Due = "imported";

    private readonly Fact.ImportAsked asked;
    private readonly ChatId? chat;
    private readonly DateTimeOffset now;
    private readonly int registered;
    private readonly List<PersonRow> people = [];
    private readonly List<ConsentRow> consents = [];
    private readonly List<RegistrationRow> registrations = [];
    private readonly List<FactRow> facts = [];

    private ImportCommit(Fact.ImportAsked asked, ChatId? chat, DateTimeOffset now, int registered) => (this.asked, this.chat, this.now, this.registered) = (asked, chat, now, registered);

    /// <summary>What is recorded.</summary>
    public Fact.PeopleImported Done => new(asked.Import, asked.Event, asked.Basis, asked.Where, people.Count, registrations.Count(r => r.Queued));

    /// <summary>Makes the rows.</summary>
    /// <param name="asked">The decision of staff.</param>
    /// <param name="rows">Rows in order, each with its quota and whether there is no seat.</param>
    /// <param name="source">Where the list came from: registrations.</param>
    public static ImportCommit Of(Fact.ImportAsked asked, IReadOnlyList<(ImportedRow Row, string? Quota, bool Queued)> rows, ImportSource source)
    {
        var commit = new ImportCommit(asked, source.Chat, source.Now, source.Registered);
        foreach (var (i, (row, quota, queued)) in rows.Index()) commit.Add(row, quota, queued, source, source.FirstNumber + i);
        return commit;
    }

    private void Add(ImportedRow row, string? quota, bool queued, ImportSource source, int number)
    {
        var at = now.AddMilliseconds(people.Count); // ids in the order of the list
        var (person, registration) = (new PersonId(Ids.New(at)), new RegistrationId(Ids.New(at)));
        var age = ImportPlan.Age(row.Answers, source.Day);
        var isMinor = age < Eligibility.AdultAge;
        var made = new Fact.RegistrationMade(registration, asked.Event, person, number)
        {
            Status = isMinor && !asked.Guardians ? RegistrationStatus.WaitingConsent : queued ? RegistrationStatus.Waitlisted : RegistrationStatus.Confirmed,
            Queued = queued, Quota = quota, Ticket = source.NewTicket(), Basis = asked.Basis, FormId = source.FormId, FormVersion = source.FormVersion, Answers = row.Answers, Age = age,
        };
        var stored = RegistrationProjection.Row(made, new FactSource(default, source.Channel, asked.Language, now));
        stored.ImportId = asked.Import.ToString("N");
        registrations.Add(stored);
        people.Add(new PersonRow { Id = person, Answers = stored.Answers, CreatedAt = now });
        consents.Add(Consent(person, asked.Basis));
        if (isMinor && asked.Guardians) consents.Add(Consent(person, ConsentBasis.Paper, byGuardian: true));
        facts.Add(new FactRow { At = now, Type = nameof(Fact.RegistrationMade), PersonId = person, Data = DomainJson.Write(made) });
    }

    /// <summary>No text of ours was read, so the bot asks them anew when they come.</summary>
    private ConsentRow Consent(PersonId person, ConsentBasis basis, bool byGuardian = false) =>
        new() { PersonId = person, ChatId = chat ?? default, TextVersion = basis is ConsentBasis.Paper ? "paper" : "import", Language = asked.Language, ByGuardian = byGuardian, Basis = basis, GivenAt = now };

    /// <summary>Writes everything; called inside a transaction.</summary>
    /// <exception cref="ConflictException">Registrations of the event changed since the list was compared with them.</exception>
    public void Write(GrantBotDb db)
    {
        if (Registered(db, asked.Event) != registered) throw new ConflictException("registrations changed meanwhile");
        db.InsertMany(people);
        db.InsertMany(consents);
        db.InsertMany(registrations);
        db.InsertMany(facts);
        db.Imports.Add(new ImportRow
        {
            Id = asked.Import.ToString("N"), EventId = asked.Event, Basis = asked.Basis, Place = asked.Where, People = people.Count, Queued = Done.Queued, ChatId = chat, At = now,
        });
        db.Facts.Add(new FactRow { At = now, Type = nameof(Fact.PeopleImported), ChatId = chat, Data = DomainJson.Write(Done) });
        var content = db.Files.Where(f => f.Id == asked.File).Select(f => f.Content);
        db.Files.Where(f => f.Id != asked.File && f.ChatId == chat && f.PersonId == null && content.Contains(f.Content)).ExecuteDelete(); // what a web chat keeps of its uploads
        db.Files.Where(f => f.Id == asked.File).ExecuteDelete();
        db.SaveChanges();
        var weights = registrations.Select(RegistrationProjection.Weight).ToList();
        SeatLedger.Change(db, asked.Event, weights.Sum(w => w.Taken), weights.Sum(w => w.Waiting), now);
        DueRows.Set(db, Due, asked.Import, now);
        db.InsertMany(registrations.Where(r => r.Status is RegistrationStatus.WaitingConsent)
            .Select(r => new DueRow { Kind = RegistrationProjection.GuardianDue, Subject = r.Id.Value.ToString("N"), DueAt = now + Eligibility.GuardianTime }));
    }

    /// <summary>A mark that changes with every registration of an event and every seat: what a list is compared with must not be older.</summary>
    public static int Registered(GrantBotDb db, EventId id)
    {
        var row = db.Events.AsNoTracking().Where(e => e.Id == id && e.CalledOff == null).Select(e => new { e.Taken, e.Waiting, e.Capacity }).FirstOrDefault();
        return row is null ? -1 : HashCode.Combine(row.Taken, row.Waiting, row.Capacity, db.Registrations.Where(r => r.EventId == id).Max(r => (int?)r.Number));
    }
}

/// <summary>Where imported people come from.</summary>
/// <param name="Chat">The chat of staff.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Now">The moment.</param>
/// <param name="Day">Day of the event, for ages.</param>
/// <param name="Registered">The mark of the event's registrations the list was compared with.</param>
/// <param name="FirstNumber">The first of the numbers taken.</param>
/// <param name="FormId">The registration form.</param>
/// <param name="FormVersion">Its version.</param>
/// <param name="NewTicket">Makes a ticket.</param>
internal sealed record ImportSource(ChatId? Chat, ChannelKind Channel, DateTimeOffset Now, DateOnly Day, int Registered, int FirstNumber, string FormId, string FormVersion, Func<string> NewTicket);
