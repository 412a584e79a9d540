using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.People;

/// <summary>Signed lists are evidence: their pages stay until the consent ends, whoever sent them.</summary>
public abstract class SignedListTests : IDisposable
{
    private static readonly DateTimeOffset Until = new(2027, 12, 31, 19, 0, 0, TimeSpan.Zero);
    private static readonly string Page = AnswerFile.Value(new string('a', 64), "page.pdf");
    private readonly Records records;
    private readonly ChatId staff = new(Ids.New(Records.Now));

    protected SignedListTests(Product product)
    {
        records = new(product);
        records.Write(db => db.Files.AddRange(FileStore.Make(Page, AnswerFile.MediaType, [1], staff, Records.Now), FileStore.Make("other.xlsx", "x/y", [2], staff, Records.Now)));
        records.Write(db => Records.Record(db, new Fact.ListSigned(records.Open, null, 12, 11, [Page], Until), staff));
    }

    public void Dispose() => records.Dispose();

    [Fact]
    public void pages_outlive_housekeeping_and_the_sender_s_leaving_until_the_consent_ends()
    {
        Clean(Records.Now.AddDays(60));
        records.Write(db => Eraser.Erase(db, new(Ids.New(Records.Now)), asking: staff, Records.Now));
        records.Read(db => db.Files.Single().Name).ShouldBe(Page);
        records.Read(db => db.SignedLists.Single().Files).ShouldBe(records.Read(db => db.Files.Single().Id));
        Clean(Until.AddHours(1));
        records.Read(db => db.Files.Count()).ShouldBe(0);
    }

    [Fact]
    public void both_numbers_are_kept_as_they_were_then() =>
        records.Read(db => db.SignedLists.Select(l => new { l.Signatures, l.CheckedIn, l.Session }).Single()).ShouldBe(new { Signatures = 12, CheckedIn = 11, Session = (string?)null });

    private void Clean(DateTimeOffset at) => records.Write(db => new Housekeeping().Run(new Aftermath(db, at), new DueRow { Subject = "all" }));
}

public sealed class SignedListOnSqliteTests() : SignedListTests(Product.Sqlite);

public sealed class SignedListOnPostgresTests() : SignedListTests(Product.Postgres);
