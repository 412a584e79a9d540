using GrantBot.Domain;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Certificates;

/// <summary>Numbers, awards, corrections and templates as they are stored.</summary>
public abstract class CertificateStorageTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly ChatId Staff = new(Ids.New(Now));
    private readonly TestDatabase database;
    private readonly Domain.EventId open = new(Ids.New(Now));

    protected CertificateStorageTests(Product product)
    {
        database = TestDatabase.Ready(product);
        using var db = database.Db();
        db.Events.Add(new EventRow { Id = open, Code = "open", TitleKk = "Ашық", StartsAt = Now, ClosesAt = Now, Project = "001" });
        db.SaveChanges();
        Attendance.Add(db, 3, Now);
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void everybody_gets_one_number_and_who_comes_later_the_next()
    {
        Apply(new Fact.CertificatesAsked(open, "kk"));
        Apply(new Fact.CertificatesAsked(open, "kk"));
        Numbers().ShouldBe(["001-open-001", "001-open-002", "001-open-003"]);
        using (var db = database.Db()) { db.Registrations.Single(r => r.Number == 1).Status = Domain.Registration.RegistrationStatus.Cancelled; db.SaveChanges(); }
        Apply(Award(rank: 1));
        Apply(new Fact.CertificatesAsked(open, "kk"));
        Numbers()[^1].ShouldBe("001-open-004");
    }

    [Fact]
    public void a_diploma_whose_award_was_taken_back_is_genuine_no_more_and_its_number_is_not_given_again()
    {
        Apply(Award(rank: 2));
        Apply(new Fact.CertificatesAsked(open, "kk"));
        using (var db = database.Db()) Apply(new Fact.AwardUndone(open, db.Awards.Single().Id));
        Apply(Award(nomination: "Үздік спикер"));
        Apply(new Fact.CertificatesAsked(open, "kk"));
        using var now = database.Db();
        now.Certificates.Where(c => c.WithdrawnAt != null).Select(c => c.Number).ShouldBe(["001-open-004"]);
        now.Certificates.OrderBy(c => c.Serial).Select(c => c.Kind).ToList()[^1].ShouldBe(CertificateKind.Nomination);
        Numbers()[^1].ShouldBe("001-open-005");
    }

    [Fact]
    public void a_corrected_name_changes_where_it_is_stored_and_the_number_stays()
    {
        Apply(new Fact.CertificatesAsked(open, "kk"));
        var id = Draw();
        Fact.NameCorrected corrected;
        using (var db = database.Db())
        {
            var row = db.Registrations.Single(r => r.Number == 1);
            corrected = new(row.Id, open, row.PersonId, "Әлиева", "Сана", null, "kk");
        }
        Apply(corrected);
        using var now = database.Db();
        var certificate = now.Certificates.Single(c => c.Id == id);
        (certificate.Number, certificate.FileId, certificate.Corrections, certificate.ReplacedAt).ShouldBe(("001-open-001", null, 1, Now));
        now.Files.ShouldBeEmpty();
        now.Registrations.Where(r => r.Number == 1).Select(r => r.Surname).ShouldBe(["Әлиева"]);
        // a drawing of the old name that was on its way does not get in
        Should.Throw<ConflictException>(() => Apply(new Fact.CertificatesRedrawn([new(id, "old", Sent: true)])));
    }

    [Fact]
    public void who_is_erased_leaves_a_number_and_no_document()
    {
        Apply(new Fact.CertificatesAsked(open, "kk"));
        var id = Draw();
        using (var db = database.Db())
        {
            Eraser.Erase(db, db.Certificates.Single(c => c.Id == id).PersonId!.Value, null, Now);
            db.SaveChanges();
        }
        using var now = database.Db();
        var row = now.Certificates.Single(c => c.Id == id);
        (row.Number, row.PersonId, row.FileId).ShouldBe(("001-open-001", null, null));
        now.Files.ShouldBeEmpty();
    }

    [Fact]
    public void a_template_of_the_language_comes_before_one_for_all()
    {
        foreach (var language in new[] { "", "ru" })
        {
            using (var db = database.Db()) { db.Files.Add(new FileRow { Id = "f" + language, Content = [(byte)language.Length], CreatedAt = Now }); db.SaveChanges(); }
            Apply(new Fact.CertificateTemplateSet(open, CertificateKind.Diploma, language, "f" + language));
        }
        using var now = database.Db();
        CertificateQuery.Template(now, open, CertificateKind.Nomination, "ru").ShouldBe([2]);
        CertificateQuery.Template(now, open, CertificateKind.Diploma, "kk").ShouldBe([0]);
        CertificateQuery.Template(now, open, CertificateKind.Certificate, "kk").ShouldBeNull();
        now.Files.ShouldBeEmpty();
    }

    /// <summary>The first certificate has its document.</summary>
    private long Draw()
    {
        using var db = database.Db();
        var row = db.Certificates.Single(c => c.Serial == 1);
        db.Files.Add(new FileRow { Id = "pdf", Content = [1], PersonId = row.PersonId, CreatedAt = Now });
        db.SaveChanges();
        Apply(new Fact.CertificatesRedrawn([new MadeCertificate(row.Id, "pdf", Sent: true)]));
        return row.Id;
    }

    private Fact.AwardGiven Award(int? rank = null, string? nomination = null)
    {
        using var db = database.Db();
        var row = db.Registrations.Single(r => r.Number == 2);
        return new(open, row.Id, row.PersonId, null, rank, nomination);
    }

    private List<string> Numbers()
    {
        using var db = database.Db();
        return [.. db.Certificates.OrderBy(c => c.Serial).Select(c => c.Number)];
    }

    private void Apply(Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(Staff, ChannelKind.Telegram, "kk", Now));
    }
}

public sealed class CertificateStorageOnSqliteTests() : CertificateStorageTests(Product.Sqlite);

public sealed class CertificateStorageOnPostgresTests() : CertificateStorageTests(Product.Postgres);
