using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage.Seats;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads what turns need to know.</summary>
internal sealed class KnowledgeReader(Databases databases, EventBook events, PeopleGroups groups, BroadcastPeople audiences, ProjectCounting projects)
{
    /// <summary>The answer to a need.</summary>
    public object? Read(Need need, DateTimeOffset now) => need switch
    {
        Need.Events => events.All(),
        Need.GroupOf of => databases.Read(db => groups.Size(db, of.Question, now)),
        Need.ReachOf of => databases.Read(db => audiences.Reach(db, of.Audience, now)),
        Need.ProjectCountsOf of => databases.Read(db => projects.Of(db, of.Project, now)),
        _ => databases.Read(db => Read(db, need, now)),
    };

    /// <summary>The answer of the database alone.</summary>
    public static object? Read(GrantBotDb db, Need need, DateTimeOffset now) => need switch
    {
        Need.Person person => Person(db, person.Id),
        Need.PhoneTaken taken => PhoneTaken(db, taken.Event, taken.Phone, taken.Except),
        Need.PhoneOwner owner => db.People.AsNoTracking().Where(p => p.VerifiedPhone == owner.Phone).AsEnumerable().Select(p => (PersonId?)(p.MergedInto ?? p.Id)).FirstOrDefault(),
        Need.Code code => Code(db, code.Hash, now),
        Need.Parked parked => ParkedQuery.Read(db, parked.Number),
        Need.Registration registration => Registration(db, registration.Id),
        Need.DoorSecret door => DoorQuery.Key(db, door.Event),
        Need.TicketHolder ticket => DoorQuery.Holder(db, ticket.Event, ticket.Ticket) is { } holder ? Known(holder) : null,
        Need.Attendance attendance => DoorQuery.Attendance(db, attendance.Of),
        Need.Guests guests => DoorQuery.Guests(db, guests.Event, guests.Session),
        Need.QueueLength queue => Waiting(db, queue.Event, queue.Quota),
        Need.QueuePlace place => Place(db, place.Of),
        Need.OfTeams teams => TeamQuery.Read(db, teams),
        Need.OfConsultations consultations => ConsultationQuery.Read(db, consultations, now),
        Need.Admitted admitted => db.Reviews.AsNoTracking().Where(r => r.EventId == admitted.Event && r.PersonId == admitted.Who && r.Admitted == true).Select(r => r.About).ToList(),
        Need.Standings of => db.Registrations.Where(r => r.EventId == of.Event).GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count),
        Need.AnsweredForms => GivenChoiceQuery.Forms(db),
        Need.ChoiceCounts of => GivenChoiceQuery.Counts(db, of.Form, of.Question),
        Need.Venues => VenueQuery.All(db),
        Need.Projects => ProjectCounting.All(db),
        Need.Experts of => ExpertQuery.Of(db, of.Event),
        Need.ExpertElsewhere of => db.Experts.Count(x => x.PersonId == of.Who && x.EventId != of.Event),
        Need.ExpertCounts => ExpertQuery.Counts(db),
        Need.OffersWith with => SeatQuery.Offers(db, with.Event, with.Capacity, now),
        Need.Publications => ReachCounting.All(db),
        Need.Colleagues => StaffQuery.Colleagues(db),
        Need.Invitations => StaffQuery.Invitations(db, now),
        Need.Deeds of => StaffQuery.Deeds(db, of.Member, of.Before, of.Most),
        Need.HasSource has => db.EventSources.Any(s => s.EventId == has.Event && s.Code == has.Source),
        Need.Sources of => SourceQuery.Read(db, of.Event),
        Need.Digest digest => DigestQuery.Read(db, digest.Since),
        Need.ReviewsWaiting => DigestQuery.Reviews(db),
        Need.ReminderCounts of => ReminderQuery.Read(db, of.Event),
        Need.People of => db.Registrations.AsNoTracking().Where(r => r.EventId == of.Event && r.Status == of.Status && (r.TeamId == null || r.Status != RegistrationStatus.Waitlisted)).OrderBy(r => r.PlaceInQueue ?? 0).ThenBy(r => r.Number).Take(50).AsEnumerable().Select(Known).ToList(),
        Need.Review review => db.Reviews.AsNoTracking().Where(r => r.Id == review.Number && r.PersonId != null).AsEnumerable()
            .Select(r => new KnownReview(r.Id, r.EventId, r.PersonId!.Value, r.About, r.Detail, r.DecidedAt is null)).FirstOrDefault(),
        Need.Certificates of => CertificateQuery.Standing(db, of.Event),
        Need.CertificatesOf of => CertificateQuery.Of(db, of.Id),
        Need.Awards of => CertificateQuery.Awards(db, of.Event),
        Need.Recipients of => CertificateQuery.Find(db, of.Event, of.Query),
        Need.Recipient of => CertificateQuery.Recipient(db, of.Event, of.Who, of.Group),
        Need.Submissions submissions => db.FormAnswers.AsNoTracking().Where(a => a.PersonId == submissions.Id && a.Answers != null).OrderByDescending(a => a.Id).Take(50).AsEnumerable()
            .Select(a => new KnownSubmission(a.FormId, a.FormVersion, a.FinishedAt, DomainJson.ReadAnswers(a.Answers))).ToList(),
        Need.AnswerCounts counts => db.FormAnswers.Where(a => a.FormId == counts.FormId && a.Answers != null).GroupBy(a => a.FormVersion)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count, StringComparer.Ordinal),
        Need.CheckedIn checkedIn => AttendanceQuery.CheckedIn(db, checkedIn.Event, checkedIn.Session),
        Need.FrozenOrder of => db.Projects.AsNoTracking().Where(p => p.Code == of.Project && p.CategoryOrder != "").AsEnumerable().Select(p => new KnownOrder(p.CategoryOrder, p.Reason, p.At)).FirstOrDefault(),
        Need.Import import => ImportQuery.Read(db, import.Id),
        Need.LikelyDouble likely => PeopleQuery.Likely(db, likely.Skip),
        Need.Merges => PeopleQuery.Merges(db),
        Need.Survey survey => SurveyQuery.One(db, survey.Id),
        Need.SurveyByCode survey => SurveyQuery.ByCode(db, survey.Link),
        Need.Surveys => SurveyQuery.All(db),
        Need.SurveyPartOf part => SurveyQuery.Part(db, part),
        Need.SurveyCountsOf of => SurveyQuery.Counts(db, of.Id),
        Need.SurveyAnswersOf of => SurveyQuery.Answers(db, of.Id),
        Need.Broadcast broadcast => BroadcastQuery.One(db, broadcast.Id),
        Need.Broadcasts => BroadcastQuery.All(db),
        Need.BroadcastCountsOf of => BroadcastQuery.Counts(db, of.Id),
        Need.QuizResultsOf of => SurveyQuery.Winners(db, of.Id),
        _ => throw new UnreachableException(),
    };

    /// <summary>All events in the order of their start.</summary>
    public static IReadOnlyList<EventInfo> Events(GrantBotDb db) => [.. AllEvents.For(db)(db).ToList().Select(e => Info(db, e))];

    private static readonly Compiled<Func<GrantBotDb, IEnumerable<EventRow>>> AllEvents = new(() => EF.CompileQuery((GrantBotDb db) => db.Events.AsNoTracking().OrderBy(e => e.StartsAt).ThenBy(e => e.Code).AsQueryable()));
    private static readonly Compiled<Func<GrantBotDb, PersonId, PersonRow?>> OnePerson = new(() => EF.CompileQuery((GrantBotDb db, PersonId id) => db.People.AsNoTracking().FirstOrDefault(p => p.Id == id)));
    private static readonly Compiled<Func<GrantBotDb, PersonId, ConsentRow?>> LastConsent = new(() => EF.CompileQuery((GrantBotDb db, PersonId id) =>
        db.Consents.AsNoTracking().Where(c => c.PersonId == id && c.WithdrawnAt == null).OrderBy(c => c.ByGuardian).ThenByDescending(c => c.Id).FirstOrDefault()));
    private static readonly Compiled<Func<GrantBotDb, PersonId, IEnumerable<RegistrationRow>>> RegistrationsOf = new(() => EF.CompileQuery((GrantBotDb db, PersonId id) =>
        db.Registrations.AsNoTracking().Where(r => r.PersonId == id && r.Status != RegistrationStatus.Cancelled)
            .OrderBy(r => r.RegisteredAt).ThenBy(r => db.Events.Where(e => e.Id == r.EventId).Select(e => e.StartsAt).FirstOrDefault()).AsQueryable()));
    private static readonly Compiled<Func<GrantBotDb, EventId, string, PersonId, bool>> Taken = new(() => EF.CompileQuery((GrantBotDb db, EventId e, string phone, PersonId except) =>
        db.Registrations.Any(r => r.EventId == e && r.Phone == phone && r.PersonId != except && r.Status != RegistrationStatus.Cancelled)));

    private static bool PhoneTaken(GrantBotDb db, EventId e, string phone, PersonId except) => Taken.For(db)(db, e, phone, except);

    private static KnownPerson? Person(GrantBotDb db, PersonId id)
    {
        if (OnePerson.For(db)(db, id) is not { ErasedAt: null, MergedInto: null } row) return null;
        var consent = LastConsent.For(db)(db, id);
        return new(id, consent is null ? null : new(consent.TextVersion, consent.GivenAt, consent.ByGuardian), DomainJson.ReadAnswers(row.Answers),
            [.. RegistrationsOf.For(db)(db, id).Select(Known)]);
    }

    private static KnownCode? Code(GrantBotDb db, string hash, DateTimeOffset now)
    {
        var row = db.Codes.AsNoTracking().FirstOrDefault(c => c.Hash == hash && c.UsedAt == null && c.ExpiresAt > now);
        return row?.Purpose switch
        {
            "staff" => StaffQuery.ReadGrant(row.Subject) is { } grant ? new(grant, null) : null,
            "guardian" => new(null, new RegistrationId(Guid.ParseExact(row.Subject, "N"))),
            _ => null,
        };
    }

    private static KnownRegistration? Registration(GrantBotDb db, RegistrationId id) =>
        db.Registrations.AsNoTracking().FirstOrDefault(r => r.Id == id && r.Status != RegistrationStatus.Cancelled) is { } row ? Known(row) : null;

    private static KnownRegistration Known(RegistrationRow row) => new(row.Id, row.PersonId, row.EventId, row.Number, row.RegisteredAt, row.Status)
    {
        Queued = row.Queued, Quota = row.Quota, OfferedUntil = row.OfferedUntil, Ticket = row.Ticket, Team = row.TeamId, Chat = row.ChatId, FullName = PersonName.Full(row.Surname, row.Given, null),
    };

    private static int Place(GrantBotDb db, RegistrationId id) => db.Registrations.AsNoTracking().FirstOrDefault(r => r.Id == id) is { } row && db.Events.AsNoTracking().FirstOrDefault(e => e.Id == row.EventId) is { } at
        ? SeatQuery.Position(db, at, row.TeamId?.Value ?? id.Value) : 0;

    private static int Waiting(GrantBotDb db, EventId id, string? quota) => db.Events.AsNoTracking().FirstOrDefault(e => e.Id == id) is { } row ? SeatQuery.Queue(db, row).Count(w => w.Quota == quota) : 0;

    private static EventInfo Info(GrantBotDb db, EventRow row) => new()
    {
        Id = row.Id, Code = row.Code, Kind = row.Kind, Title = new(row.TitleKk, row.TitleRu, row.TitleEn), Place = new(row.PlaceKk, row.PlaceRu, row.PlaceEn),
        StartsAt = row.StartsAt, EndsAt = row.Ends(), OpensAt = row.OpensAt, ClosesAt = row.ClosesAt, ReplacesUntil = row.ReplacesUntil ?? row.ClosesAt,
        MinAge = row.MinAge, MaxAge = row.MaxAge, Territories = row.Territories.Split(' ', StringSplitOptions.RemoveEmptyEntries), Capacity = row.Capacity, Taken = row.Taken, Waiting = row.Waiting,
        Quotas = DomainJson.ReadQuotas(row.Quotas), Categories = DomainJson.ReadSessions(row.Categories), Sessions = DomainJson.ReadSessions(row.Sessions), Room = SeatQuery.Room(db, row),
        TeamSize = row is { TeamMin: { } min, TeamMax: { } max } ? new(min, max) : null, Series = row.Series, Stage = row.Stage, Territory = row.Territory, Project = row.Project,
        OfferLasts = TimeSpan.FromHours(row.OfferHours), FormId = row.FormId, AsksDisability = row.AsksDisability, AsksVulnerable = row.AsksVulnerable, Open = row.Open, CalledOff = row.CalledOff, Venue = row.VenueId, LastChange = DomainJson.ReadChange(row.LastChange),
    };
}
