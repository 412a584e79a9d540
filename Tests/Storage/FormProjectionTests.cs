using System.Text;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Storage;

/// <summary>Versions of forms in the database: a draft keeps its lists and can go, one that was ever published stays.</summary>
public abstract class FormProjectionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly FactSource Staff = new(new ChatId(Ids.New(Now)), ChannelKind.Web, "kk", Now);
    private readonly TestDatabase database;
    private readonly GrantBotDb db;

    protected FormProjectionTests(Product product)
    {
        database = TestDatabase.Ready(product);
        db = database.Db();
        var workbook = FileStore.Make("form.xlsx", Xlsx.MediaType, [1], Staff.Chat, Now);
        db.Files.AddRange(workbook, FormFiles.Make(workbook.Id, "towns.csv", Encoding.UTF8.GetBytes("name"), Staff.Chat, Now), FileStore.Make("other.pdf", "application/pdf", [2], Staff.Chat, Now));
        db.SaveChanges();
        Projection.Apply(db, new Fact.FormDrafted("trip", "1", workbook.Id), Staff);
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    [Fact]
    public void a_draft_takes_its_lists_along_and_no_other_file()
    {
        db.FormVersions.Single().Workbook.ShouldBe([1]);
        db.FormLists.Single().Name.ShouldBe("towns.csv");
        db.Files.Single().Name.ShouldBe("other.pdf");
    }

    [Fact]
    public void a_deleted_draft_leaves_its_number_only_and_goes_once()
    {
        Projection.Apply(db, new Fact.FormDeleted("trip", "1"), Staff);
        (db.FormVersions.AsNoTracking().Single().Version, db.FormVersions.AsNoTracking().Single().Workbook.Length, db.FormLists.Count()).ShouldBe(("1", 0, 0));
        Should.Throw<ConflictException>(() => Projection.Apply(db, new Fact.FormDeleted("trip", "1"), Staff));
    }

    [Fact]
    public void what_was_published_meanwhile_stays()
    {
        Projection.Apply(db, new Fact.FormPublished("trip", "1"), Staff);
        Should.Throw<ConflictException>(() => Projection.Apply(db, new Fact.FormDeleted("trip", "1"), Staff));
        (db.FormVersions.Count(), db.FormLists.Count()).ShouldBe((1, 1));
    }

    [Fact]
    public void what_somebody_answered_stays()
    {
        db.FormAnswers.Add(new FormAnswerRow { Id = "a", FormId = "trip", FormVersion = "1", Channel = ChannelKind.Web, Language = "kk", StartedAt = Now, FinishedAt = Now });
        db.SaveChanges();
        Should.Throw<ConflictException>(() => Projection.Apply(db, new Fact.FormDeleted("trip", "1"), Staff));
        db.FormVersions.Count().ShouldBe(1);
    }
}

public sealed class FormProjectionOnSqliteTests() : FormProjectionTests(Product.Sqlite);

public sealed class FormProjectionOnPostgresTests() : FormProjectionTests(Product.Postgres);
