using GrantBot.Domain.Conversation;
using GrantBot.Tests.Storage;
using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Consultations;

/// <summary>Who changes what they wrote, or takes it back: who may, and what is left.</summary>
public abstract class CorrectionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly PersonId sana = new(Ids.New(Now));
    private readonly ChatId sanas = new(Ids.New(Now)), aibek = new(Ids.New(Now)), aida = new(Ids.New(Now));

    protected CorrectionTests(Product product)
    {
        database = TestDatabase.Ready(product);
        using var db = database.Db();
        foreach (var chat in new[] { aibek, aida }) db.Staff.Add(new StaffRow { ChatId = chat, Role = nameof(StaffRole.Consultant), Since = Now });
        db.Files.Add(new FileRow { Id = "f1", Name = "a.pdf", MediaType = "application/pdf", Content = [1], CreatedAt = Now });
        db.SaveChanges();
        Do(sanas, new Fact.ConsultationAsked(1, sana, ConsultationWay.Chat, Now.AddHours(8)) { Sheet = new(new Dictionary<string, string>()) });
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = "Бейсенбіде", Message = "17", File = new("f1", "a.pdf", "application/pdf") });
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void nobody_but_the_owner_changes_what_staff_said()
    {
        Should.Throw<ConflictException>(() => Do(aida, new Fact.ConsultationCorrected(1, 1) { Text = "Жұмада" }));
        Do(aibek, new Fact.ConsultationCorrected(1, 1) { Text = "Жұмада" });
        Line().Text.ShouldBe("Жұмада");
    }

    [Fact]
    public void what_was_taken_back_is_gone_with_its_file_and_cannot_be_changed()
    {
        Do(aibek, new Fact.ConsultationUnsaid(1, 1));
        using var db = database.Db();
        (Line().Text, Line().FileId, db.Files.Count()).ShouldBe(("", null, 0));
        Should.Throw<ConflictException>(() => Do(aibek, new Fact.ConsultationCorrected(1, 1) { Text = "Жұмада" }));
    }

    [Fact]
    public void the_copy_is_found_by_the_id_its_platform_gave_it()
    {
        using (var db = database.Db())
        {
            SentMarks.Write(db, new(SentKind.LineFile, 1), sanas, "20", Now);
            SentMarks.Write(db, new(SentKind.Line, 1), sanas, "21", Now);
            SentMarks.Write(db, new(SentKind.Line, 1), sanas, null, Now); // it was changed in its place
        }
        var line = Line();
        (line.ShownIn, line.FileShownId, line.ShownId).ShouldBe((sanas, "20", "21"));
    }

    private ConsultationLineRow Line()
    {
        using var db = database.Db();
        return db.ConsultationLines.AsNoTracking().Single();
    }

    private void Do(ChatId by, Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(by, ChannelKind.Telegram, "kk", Now));
        db.SaveChanges();
    }
}

public sealed class CorrectionOnSqliteTests() : CorrectionTests(Product.Sqlite);

public sealed class CorrectionOnPostgresTests() : CorrectionTests(Product.Postgres);
