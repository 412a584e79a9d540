using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Import;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.People;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Sqlite;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.People;

/// <summary>A list is imported whole or not at all, whatever happens in the midst, and is taken back whole.</summary>
public abstract class ImportTests : IDisposable
{
    private readonly Records records;
    private readonly Guid import = Ids.New(Records.Now);
    private readonly FileRow list = FileStore.Make("list.csv", "text/plain", [1], default, Records.Now);

    protected ImportTests(Product product)
    {
        records = new(product);
        records.Write(db => db.Files.Add(list));
    }

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task a_kill_in_the_midst_leaves_nobody_and_after_the_commit_everybody()
    {
        var commit = Commit(3000);
        using var writer = new Writer(records.Database.Engine);
        (int, int, int, int, int) midst = default;
        (await writer.WriteAsync(new Work.Background(db => { commit.Write(db); midst = Left("midst"); }))).ShouldBeTrue();
        midst.ShouldBe((0, 0, 0, 0, 1));
        Left("after").ShouldBe((3000, 3000, 3000, 3001, 0));
    }

    [Fact]
    public async Task a_fault_in_the_midst_is_undone_alone()
    {
        var commit = Commit(10);
        using var writer = new Writer(records.Database.Engine);
        await Should.ThrowAsync<InvalidOperationException>(() => writer.WriteAsync(new Work.Background(db => { commit.Write(db); throw new InvalidOperationException("a fault"); })));
        Found(records.Database.Engine).ShouldBe((0, 0, 0, 0, 1));
        (await writer.WriteAsync(new Work.Background(commit.Write))).ShouldBeTrue();
        Found(records.Database.Engine).ShouldBe((10, 10, 10, 11, 0));
    }

    [Fact]
    public void whoever_registers_between_the_reading_and_the_writing_has_the_list_read_again()
    {
        var commit = Commit(10);
        records.Register(records.Person("Бекова"), records.Camp, "Бекова");
        Should.Throw<ConflictException>(() => records.Write(commit.Write));
    }

    [Fact]
    public void seats_numbers_and_consent_are_those_of_the_decision()
    {
        records.Write(Commit(4, records.Open, birth: "2012-01-01", queued: 2).Write);
        var rows = records.Read(db => db.Registrations.OrderBy(r => r.Number).ToList());
        rows.Select(r => (r.Number, r.Status, r.Queued, r.Basis)).ShouldBe([
            (1, RegistrationStatus.WaitingConsent, false, ConsentBasis.Import), (2, RegistrationStatus.WaitingConsent, false, ConsentBasis.Import),
            (3, RegistrationStatus.WaitingConsent, true, ConsentBasis.Import), (4, RegistrationStatus.WaitingConsent, true, ConsentBasis.Import)]);
        rows.ShouldAllBe(r => r.ChatId == null && r.Ticket!.Length == 6 && r.Age == 14);
        records.Read(db => db.Consents.Select(c => new { c.TextVersion, c.Basis }).Distinct().Single()).ShouldBe(new { TextVersion = "import", Basis = ConsentBasis.Import });
        records.Read(db => db.Events.Single(e => e.Id == records.Open)).ShouldSatisfyAllConditions(e => e.Taken.ShouldBe(2), e => e.Waiting.ShouldBe(0));
        records.Read(db => db.Due.Any(d => d.Kind == ImportCommit.Due)).ShouldBeTrue();
    }

    [Fact]
    public void minors_wait_for_a_paper_as_long_as_others_for_their_guardian_and_are_erased_then()
    {
        records.Write(Commit(4, records.Open, birth: "2012-01-01", queued: 2).Write);
        var due = records.Read(db => db.Due.Where(d => d.Kind == RegistrationProjection.GuardianDue).ToList());
        due.Select(d => d.DueAt).ShouldBe(Enumerable.Repeat(Records.Now + Eligibility.GuardianTime, 4));
        due.Select(d => d.Subject).Order(StringComparer.Ordinal).ShouldBe(records.Read(db => db.Registrations.Select(r => r.Id).AsEnumerable().Select(r => r.Value.ToString("N")).Order(StringComparer.Ordinal).ToList()));
        records.Write(db => { foreach (var row in due) new GuardianWork().Run(new Aftermath(db, Records.Now + Eligibility.GuardianTime), row); });
        records.Read(db => db.Registrations.Select(r => new { r.Status, r.Surname }).Distinct().Single()).ShouldBe(new { Status = RegistrationStatus.Cancelled, Surname = (string?)null });
        records.Read(db => (db.People.Count(p => p.ErasedAt == null), db.Events.Single(e => e.Id == records.Open).Taken)).ShouldBe((0, 0));
    }

    [Fact]
    public void taking_it_back_erases_its_people_and_nobody_else()
    {
        records.Register(records.Person("Бекова"), records.Camp, "Бекова");
        var before = records.Everything();
        records.Write(Commit(20).Write);
        records.Write(db => Records.Record(db, new Fact.ImportUndone(import, records.Camp)));
        records.Everything().Where(r => !r.StartsWith("imports", StringComparison.Ordinal)).ShouldBe(before.Where(r => !r.StartsWith("files", StringComparison.Ordinal)));
        records.Read(db => db.Facts.Count(f => f.Data.Contains("Тестов"))).ShouldBe(0);
        Should.Throw<ConflictException>(() => records.Write(db => Records.Record(db, new Fact.ImportUndone(import, records.Camp))));
    }

    [Fact]
    public void once_somebody_was_seen_or_merged_it_stays()
    {
        records.Write(Commit(3).Write);
        var first = records.Read(db => db.Registrations.OrderBy(r => r.Number).First());
        var merge = records.Merge(records.Person("Тестов"), first.PersonId);
        records.Read(db => ImportQuery.Read(db, import))!.Merged.ShouldBe(1);
        Should.Throw<ConflictException>(() => records.Write(db => Records.Record(db, new Fact.ImportUndone(import, records.Camp))));
        records.Undo(merge, records.Read(db => db.Merges.Single().KeptId), first.PersonId);
        records.Read(db => ImportQuery.Read(db, import))!.Merged.ShouldBe(0);
        records.Write(db => Records.Record(db, new Fact.RegistrationMoved(first.Id, records.Camp, first.PersonId, RegistrationStatus.Confirmed, RegistrationStatus.Attended, MoveReason.CheckedIn)));
        Should.Throw<ConflictException>(() => records.Write(db => Records.Record(db, new Fact.ImportUndone(import, records.Camp))));
    }

    [Fact]
    public void a_verified_number_that_stood_in_the_list_is_proposed_and_joins_nobody_by_itself()
    {
        records.Write(Commit(3).Write);
        records.Person("", "+77020000001");
        var pair = records.Read(db => PeopleQuery.Likely(db, 0)).Pair.ShouldNotBeNull();
        pair.Reason.ShouldBe(Domain.People.LikenessReason.ListedPhone);
        (pair.First.Phone, pair.Second.Phone).ShouldBe(("+77020000001", "+77020000001"));
        records.Read(db => db.People.Count()).ShouldBe(4);
    }

    [Fact]
    public void five_thousand_people_are_written_and_ten_thousand_compared_within_two_seconds()
    {
        var commit = Commit(5000);
        var writes = Took(() => records.Write(commit.Write));
        records.Write(db =>
        {
            var (people, rows) = (new List<PersonRow>(), new List<RegistrationRow>());
            foreach (var row in db.Registrations.AsNoTracking().ToList())
            {
                var person = new PersonRow { Id = new(Ids.New(Records.Now.AddDays(1))), CreatedAt = Records.Now.AddDays(1) };
                people.Add(person);
                (row.Id, row.PersonId, row.EventId, row.Surname, row.ImportId) = (new(Ids.New(Records.Now)), person.Id, records.Open, row.Number % 1000 == 0 ? row.Surname : "Сынақов" + row.Number, null);
                rows.Add(row);
            }
            db.InsertMany(people);
            db.InsertMany(rows);
        });
        var found = records.Read(db => PeopleQuery.Likely(db, 0));
        var compares = Took(() => found = records.Read(db => PeopleQuery.Likely(db, 0)));
        var undoes = Took(() => records.Write(db => Records.Record(db, new Fact.ImportUndone(import, records.Camp))));
        TestContext.Current.TestOutputHelper?.WriteLine($"written in {writes.TotalMilliseconds:0} ms, 10,000 compared in {compares.TotalMilliseconds:0} ms, taken back in {undoes.TotalMilliseconds:0} ms");
        found.People.ShouldBe(10_000);
        foreach (var took in new[] { writes, compares, undoes }) took.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private ImportCommit Commit(int people, EventId? of = null, string birth = "2000-01-01", int queued = 0)
    {
        var id = of ?? records.Camp;
        var rows = Enumerable.Range(1, people).Select(i => (new ImportedRow(i + 1, new Dictionary<string, string>
        {
            ["surname"] = "Тестов" + i, ["given"] = "Асан", ["birth"] = birth, ["phone"] = $"+77020{i:000000}", ["gender"] = "male", ["territory"] = "aktau", ["place_study_other"] = "№ 3 мектеп",
        }), (string?)null, i > people - queued)).ToList();
        var ticket = 0;
        var (first, mark) = records.Read(db => ((db.Registrations.Where(r => r.EventId == id).Max(r => (int?)r.Number) ?? 0) + 1, ImportCommit.Registered(db, id)));
        return ImportCommit.Of(new(import, id, list.Id, ConsentBasis.Import, "форма", Guardians: false, people, "kk"), rows,
            new(null, ChannelKind.Telegram, Records.Now, new DateOnly(2026, 3, 21), mark, first, "reg_person", "1", () => $"{++ticket:000000}"));
    }

    /// <summary>What is found after a kill at this moment: in a copy of the files; on a server, which the kill does not reach, what others see.</summary>
    private (int People, int Registrations, int Consents, int Facts, int Files) Left(string name)
    {
        if (records.Database is not SqliteFile file) return Found(records.Database.Engine);
        var copy = Path.Combine(Path.GetDirectoryName(file.Path)!, name + ".db");
        foreach (var part in new[] { "", "-wal" })
        {
            using var from = new FileStream(file.Path + part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(copy + part);
            from.CopyTo(to);
        }
        return Found(new SqliteEngine($"Data Source={copy};Pooling=False", "OFF"));
    }

    private static (int People, int Registrations, int Consents, int Facts, int Files) Found(IEngine engine)
    {
        using var db = new GrantBotDb(engine.Options);
        return (db.People.Count(), db.Registrations.Count(), db.Consents.Count(), db.Facts.Count(), db.Files.Count());
    }

    /// <summary>Processor time of this thread rather than the clock's, since other tests use the machine too.</summary>
    private static TimeSpan Took(Action act)
    {
        var began = OnProcessor();
        act();
        return OnProcessor() - began;
    }

    private static TimeSpan OnProcessor()
    {
        const string Statistics = "/proc/thread-self/schedstat"; // nanoseconds first
        Assert.SkipUnless(File.Exists(Statistics), "only Linux tells a thread's time");
        return TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Statistics).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 1000);
    }
}

public sealed class ImportOnSqliteTests() : ImportTests(Product.Sqlite);

public sealed class ImportOnPostgresTests() : ImportTests(Product.Postgres);
