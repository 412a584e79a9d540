using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// The database. Ids are UUID v7 as 32 hex digits, times UTC milliseconds in integer columns, so that both engines sort them alike.
/// The schema is made by numbered scripts (Sqlite/Migrations, Postgres/Migrations); a test holds this model and those scripts to each other.
/// </summary>
internal sealed class GrantBotDb(DbContextOptions<GrantBotDb> options) : DbContext(options)
{
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<ChatRow> Chats => Set<ChatRow>();
    public DbSet<ChatAddressRow> ChatAddresses => Set<ChatAddressRow>();
    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<ConsentRow> Consents => Set<ConsentRow>();
    public DbSet<ProjectRow> Projects => Set<ProjectRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<EventSourceRow> EventSources => Set<EventSourceRow>();
    public DbSet<PublicationRow> Publications => Set<PublicationRow>();
    public DbSet<VenueRow> Venues => Set<VenueRow>();
    public DbSet<ExpertRow> Experts => Set<ExpertRow>();
    public DbSet<RegistrationRow> Registrations => Set<RegistrationRow>();
    public DbSet<TeamRow> Teams => Set<TeamRow>();
    public DbSet<TeamMemberRow> TeamMembers => Set<TeamMemberRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    public DbSet<StaffRow> Staff => Set<StaffRow>();
    public DbSet<CodeRow> Codes => Set<CodeRow>();
    public DbSet<FileRow> Files => Set<FileRow>();
    public DbSet<WebMessageRow> WebMessages => Set<WebMessageRow>();
    public DbSet<FormVersionRow> FormVersions => Set<FormVersionRow>();
    public DbSet<FormListRow> FormLists => Set<FormListRow>();
    public DbSet<FormStandingRow> FormStandings => Set<FormStandingRow>();
    public DbSet<FormAnswerRow> FormAnswers => Set<FormAnswerRow>();
    public DbSet<AttendanceRow> Attendance => Set<AttendanceRow>();
    public DbSet<DeskSessionRow> DeskSessions => Set<DeskSessionRow>();
    public DbSet<CertificateRow> Certificates => Set<CertificateRow>();
    public DbSet<AwardRow> Awards => Set<AwardRow>();
    public DbSet<CertificateTemplateRow> CertificateTemplates => Set<CertificateTemplateRow>();
    public DbSet<SignedListRow> SignedLists => Set<SignedListRow>();
    public DbSet<ImportRow> Imports => Set<ImportRow>();
    public DbSet<MergeRow> Merges => Set<MergeRow>();
    public DbSet<PeopleApartRow> PeopleApart => Set<PeopleApartRow>();
    public DbSet<SurveyRow> Surveys => Set<SurveyRow>();
    public DbSet<SurveyInviteRow> SurveyInvites => Set<SurveyInviteRow>();
    public DbSet<SurveyAnswerRow> SurveyAnswers => Set<SurveyAnswerRow>();
    public DbSet<SurveyRemarkRow> SurveyRemarks => Set<SurveyRemarkRow>();
    public DbSet<ConsultationRow> Consultations => Set<ConsultationRow>();
    public DbSet<CannedAnswerRow> CannedAnswers => Set<CannedAnswerRow>();
    public DbSet<StaffGroupRow> StaffGroups => Set<StaffGroupRow>();
    public DbSet<GroupCardRow> GroupCards => Set<GroupCardRow>();
    public DbSet<AdviserRow> Advisers => Set<AdviserRow>();
    public DbSet<ConsultationLineRow> ConsultationLines => Set<ConsultationLineRow>();
    public DbSet<BroadcastRow> Broadcasts => Set<BroadcastRow>();
    public DbSet<BroadcastPersonRow> BroadcastPeople => Set<BroadcastPersonRow>();
    public DbSet<DueRow> Due => Set<DueRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <summary>What holds the rows.</summary>
    public IEngine Engine { get; } = options.GetExtension<EngineOption>().Engine;

    /// <summary>Inserts many rows inside the transaction that is open, past the change tracker.</summary>
    public void InsertMany<T>(IEnumerable<T> rows) where T : class => Engine.Insert(this, rows);

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<InboxRow>(e => { e.ToTable("inbox"); e.HasIndex(r => new { r.Channel, r.ExternalId }).IsUnique(); });
        model.Entity<OutboxRow>(e => { e.ToTable("outbox"); e.HasIndex(r => r.Topic).HasFilter("topic IS NOT NULL"); e.HasIndex(r => r.ChatId); e.HasIndex(r => r.DueAt).HasFilter("state = 0"); e.HasIndex(r => r.MessageId).HasFilter("message_id IS NOT NULL"); });
        model.Entity<ChatRow>(e => { e.ToTable("chats"); e.HasKey(r => r.Id); e.HasIndex(r => r.PersonId); });
        model.Entity<ChatAddressRow>(e => { e.ToTable("chat_addresses"); e.HasKey(r => new { r.Channel, r.Value }); e.HasIndex(r => r.ChatId); });
        model.Entity<FactRow>(e => { e.ToTable("facts"); e.HasIndex(r => r.PersonId); e.HasIndex(r => r.ChatId); });
        model.Entity<PersonRow>(e => { e.ToTable("people"); e.HasKey(r => r.Id); e.HasIndex(r => r.VerifiedPhone).IsUnique().HasFilter("verified_phone IS NOT NULL"); e.HasIndex(r => r.MergedInto).HasFilter("merged_into IS NOT NULL"); });
        model.Entity<ConsentRow>(e => { e.ToTable("consents"); e.Property(r => r.Basis).HasDefaultValue(ConsentBasis.Chat); e.HasIndex(r => r.PersonId); });
        model.Entity<ProjectRow>(e => { e.ToTable("projects"); e.HasKey(r => r.Code); e.Property(r => r.PutAway).HasDefaultValue(false); });
        model.Entity<EventRow>(e =>
        {
            e.ToTable("events");
            e.HasKey(r => r.Id);
            e.HasIndex(r => r.Code).IsUnique();
            e.Property(r => r.Kind).HasDefaultValue("");
            e.Property(r => r.Territories).HasDefaultValue("");
            e.Property(r => r.Project).HasDefaultValue("");
            foreach (var list in new[] { nameof(EventRow.Quotas), nameof(EventRow.Categories), nameof(EventRow.Sessions) }) e.Property(list).HasDefaultValue("[]");
            e.Property(r => r.Waiting).HasDefaultValue(0);
            e.Property(r => r.Stage).HasDefaultValue(1);
            e.Property(r => r.OfferHours).HasDefaultValue(24);
        });
        model.Entity<EventSourceRow>(e => { e.ToTable("event_sources"); e.HasKey(r => new { r.EventId, r.Code }); });
        model.Entity<PublicationRow>().ToTable("publications");
        model.Entity<VenueRow>().ToTable("venues");
        model.Entity<ExpertRow>(e => { e.ToTable("experts"); e.HasKey(r => new { r.EventId, r.PersonId }); e.HasIndex(r => r.PersonId); });
        model.Entity<RegistrationRow>(e =>
        {
            e.ToTable("registrations");
            e.HasKey(r => r.Id);
            e.HasIndex(r => new { r.EventId, r.PersonId }).IsUnique().HasFilter("status <> 3");
            e.HasIndex(r => new { r.EventId, r.Number }).IsUnique();
            e.HasIndex(r => new { r.EventId, r.Phone });
            e.HasIndex(r => new { r.EventId, r.Ticket }).IsUnique().HasFilter("ticket IS NOT NULL");
            e.HasIndex(r => r.TeamId).HasFilter("team_id IS NOT NULL");
            e.HasIndex(r => r.ImportId).HasFilter("import_id IS NOT NULL");
            e.Property(r => r.Queued).HasDefaultValue(false);
            e.Property(r => r.OffersMissed).HasDefaultValue(0);
            e.Property(r => r.Basis).HasDefaultValue(ConsentBasis.Chat);
            e.Property(r => r.NoReminders).HasDefaultValue(false);
        });
        model.Entity<TeamRow>(e => { e.ToTable("teams"); e.HasKey(r => r.Id); e.HasIndex(r => r.EventId); e.HasIndex(r => r.PersonId); e.HasIndex(r => r.Code).IsUnique(); e.HasIndex(r => new { r.EventId, r.NameKey }).IsUnique().HasFilter("status <> 3"); });
        model.Entity<TeamMemberRow>(e =>
        {
            e.ToTable("team_members");
            e.HasIndex(r => new { r.TeamId, r.Place }).IsUnique();
            e.HasIndex(r => r.Phone).HasFilter("phone IS NOT NULL");
            e.HasIndex(r => r.RegistrationId).IsUnique().HasFilter("registration_id IS NOT NULL");
        });
        model.Entity<ReviewRow>(e => { e.ToTable("reviews"); e.HasIndex(r => r.PersonId); e.HasIndex(r => r.EventId); });
        model.Entity<StaffRow>(e => { e.ToTable("staff_roles"); e.HasKey(r => new { r.ChatId, r.Role, r.Scope }); });
        model.Entity<CodeRow>(e => { e.ToTable("codes"); e.HasKey(r => r.Hash); });
        model.Entity<FileRow>(e => { e.ToTable("files"); e.HasKey(r => r.Id); e.HasIndex(r => r.ChatId); e.HasIndex(r => r.PersonId); });
        model.Entity<WebMessageRow>(e => { e.ToTable("web_messages"); e.HasIndex(r => r.ChatId); });
        model.Entity<FormVersionRow>(e => { e.ToTable("form_versions"); e.HasKey(r => new { r.FormId, r.Version }); });
        model.Entity<FormListRow>(e => { e.ToTable("form_lists"); e.HasKey(r => new { r.FormId, r.Version, r.Name }); e.HasIndex(r => r.FileId).IsUnique(); });
        model.Entity<FormStandingRow>(e => { e.ToTable("form_standings"); e.HasKey(r => r.FormId); });
        model.Entity<FormAnswerRow>(e => { e.ToTable("form_answers"); e.HasKey(r => r.Id); e.HasIndex(r => r.FormId); e.HasIndex(r => r.PersonId); e.HasIndex(r => r.SurveyId).HasFilter("survey_id IS NOT NULL"); });
        model.Entity<AttendanceRow>(e => { e.ToTable("attendance"); e.HasIndex(r => new { r.RegistrationId, r.Session }).IsUnique(); e.HasIndex(r => new { r.EventId, r.Session }); });
        model.Entity<DeskSessionRow>(e => { e.ToTable("desk_sessions"); e.HasKey(r => r.Hash); e.HasIndex(r => r.ChatId); });
        model.Entity<CertificateRow>(e =>
        {
            e.ToTable("certificates");
            e.HasIndex(r => r.Number).IsUnique();
            e.HasIndex(r => new { r.EventId, r.Serial }).IsUnique();
            e.HasIndex(r => r.RegistrationId);
            e.HasIndex(r => r.PersonId);
        });
        model.Entity<AwardRow>(e => { e.ToTable("awards"); e.HasIndex(r => r.EventId); });
        model.Entity<CertificateTemplateRow>(e => { e.ToTable("certificate_templates"); e.HasKey(r => new { r.EventId, r.Kind, r.Language }); });
        model.Entity<SignedListRow>(e => { e.ToTable("signed_lists"); e.HasIndex(r => r.EventId); });
        model.Entity<ImportRow>(e => { e.ToTable("imports"); e.HasKey(r => r.Id); });
        model.Entity<MergeRow>(e => { e.ToTable("merges"); e.HasKey(r => r.Number); e.Property(r => r.Id).IsRequired(); e.HasIndex(r => r.Id).IsUnique(); e.HasIndex(r => r.KeptId); e.HasIndex(r => r.GoneId); });
        model.Entity<PeopleApartRow>(e => { e.ToTable("people_apart"); e.HasKey(r => new { r.FirstId, r.SecondId }); });
        model.Entity<SurveyRow>(e => { e.ToTable("surveys"); e.HasKey(r => r.Id); e.Property(r => r.Timed).HasDefaultValue(false); e.HasIndex(r => r.Code).IsUnique(); e.HasIndex(r => r.EventId); });
        model.Entity<SurveyInviteRow>(e => { e.ToTable("survey_invites"); e.HasKey(r => new { r.SurveyId, r.Who }); e.HasIndex(r => r.PersonId); e.HasIndex(r => r.ChatId); });
        model.Entity<SurveyAnswerRow>(e => { e.ToTable("survey_answers"); e.HasKey(r => r.Key); e.HasIndex(r => r.SurveyId); });
        model.Entity<SurveyRemarkRow>(e => { e.ToTable("survey_remarks"); e.HasKey(r => r.Key); e.HasIndex(r => r.SurveyId); });
        model.Entity<ConsultationRow>(e => { e.ToTable("consultations"); e.HasIndex(r => r.PersonId); e.HasIndex(r => r.Status).HasFilter("status < 2"); });
        model.Entity<CannedAnswerRow>(e => e.ToTable("canned_answers"));
        model.Entity<StaffGroupRow>(e => { e.ToTable("staff_groups"); e.HasKey(r => r.ChatId); });
        model.Entity<GroupCardRow>(e => { e.ToTable("group_cards"); e.HasKey(r => r.ConsultationId); e.Property(r => r.ConsultationId).ValueGeneratedNever(); e.HasIndex(r => r.TopicId).HasFilter("topic_id IS NOT NULL"); e.HasIndex(r => r.MessageId).HasFilter("message_id IS NOT NULL"); });
        model.Entity<AdviserRow>(e => { e.ToTable("advisers"); e.HasKey(r => r.ChatId); });
        model.Entity<BroadcastRow>(e => { e.ToTable("broadcasts"); e.HasKey(r => r.Id); });
        model.Entity<BroadcastPersonRow>(e =>
        {
            e.ToTable("broadcast_people");
            e.HasKey(r => new { r.BroadcastId, r.Place });
            e.HasIndex(r => new { r.BroadcastId, r.PersonId }).IsUnique().HasFilter("person_id IS NOT NULL");
            e.HasIndex(r => new { r.BroadcastId, r.ChatId }).IsUnique().HasFilter("chat_id IS NOT NULL");
            e.HasIndex(r => r.PersonId);
            e.HasIndex(r => r.ChatId);
        });
        model.Entity<ConsultationLineRow>(e => { e.ToTable("consultation_lines"); e.Property(r => r.Unsaid).HasDefaultValue(false); e.HasIndex(r => r.SaidId).HasFilter("said_id IS NOT NULL"); e.HasIndex(r => r.ShownId).HasFilter("shown_id IS NOT NULL"); e.HasIndex(r => r.ConsultationId); e.HasIndex(r => r.PersonId); });
        model.Entity<DueRow>(e => { e.ToTable("due"); e.Property(r => r.Cursor).HasDefaultValue(0L); e.HasIndex(r => r.DueAt); e.HasIndex(r => new { r.Kind, r.Subject }).IsUnique(); });
        model.Entity<SettingRow>(e => { e.ToTable("settings"); e.HasKey(r => r.Key); });
        foreach (var property in model.Model.GetEntityTypes().SelectMany(t => t.GetProperties())) property.SetColumnName(Snake(property.Name));
        Engine.Shape(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<string>().HaveConversion<Storable.Column>();
        conventions.Properties<DateTimeOffset>().HaveConversion<MomentConverter>();
        conventions.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        conventions.Properties<ChatId>().HaveConversion<ChatIdConverter>();
        conventions.Properties<EventId>().HaveConversion<EventIdConverter>();
        conventions.Properties<RegistrationId>().HaveConversion<RegistrationIdConverter>();
        conventions.Properties<SurveyId>().HaveConversion<SurveyIdConverter>();
        conventions.Properties<BroadcastId>().HaveConversion<BroadcastIdConverter>();
        conventions.Properties<TeamId>().HaveConversion<TeamIdConverter>();
    }

    /// <summary>"EventId" -> "event_id"; "Order" would be a keyword and becomes "ord".</summary>
    private static string Snake(string name) => name == "Order" ? "ord"
        : string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString(CultureInfo.InvariantCulture)));

    private sealed class MomentConverter() : ValueConverter<DateTimeOffset, long>(m => m.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));
    private sealed class PersonIdConverter() : ValueConverter<PersonId, string>(id => id.Value.ToString("N"), v => new PersonId(Guid.ParseExact(v, "N")));
    private sealed class ChatIdConverter() : ValueConverter<ChatId, string>(id => id.Value.ToString("N"), v => new ChatId(Guid.ParseExact(v, "N")));
    private sealed class EventIdConverter() : ValueConverter<EventId, string>(id => id.Value.ToString("N"), v => new EventId(Guid.ParseExact(v, "N")));
    private sealed class SurveyIdConverter() : ValueConverter<SurveyId, string>(id => id.Value.ToString("N"), v => new SurveyId(Guid.ParseExact(v, "N")));
    private sealed class BroadcastIdConverter() : ValueConverter<BroadcastId, string>(id => id.Value.ToString("N"), v => new BroadcastId(Guid.ParseExact(v, "N")));
    private sealed class TeamIdConverter() : ValueConverter<TeamId, string>(id => id.Value.ToString("N"), v => new TeamId(Guid.ParseExact(v, "N")));
    private sealed class RegistrationIdConverter() : ValueConverter<RegistrationId, string>(id => id.Value.ToString("N"), v => new RegistrationId(Guid.ParseExact(v, "N")));
}
