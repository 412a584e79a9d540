using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Consultations;

/// <summary>Requests for advice in the database: one owner, one number each, words for a week, numbers for ever.</summary>
public abstract class ConsultationStorageTests : IDisposable
{
    private const string Question = "Клубты қалай ашамыз?", Answer = "Алдымен жетекші \"мұғалім\" керек.";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly PersonId sana = new(Ids.New(Now)), aidas = new(Ids.New(Now));
    private readonly ChatId sanas = new(Ids.New(Now)), aibek = new(Ids.New(Now)), aida = new(Ids.New(Now));

    protected ConsultationStorageTests(Product product)
    {
        database = TestDatabase.Ready(product);
        using var db = database.Db();
        foreach (var chat in new[] { sanas, aibek, aida }) db.Chats.Add(new ChatRow { Id = chat, Channel = ChannelKind.Web, State = DomainJson.Write(new ChatState()), LastHeardAt = Now, CreatedAt = Now, PersonId = chat == sanas ? sana : null });
        foreach (var chat in new[] { aibek, aida }) db.Staff.Add(new StaffRow { ChatId = chat, Role = nameof(StaffRole.Consultant), Since = Now });
        db.People.Add(new PersonRow { Id = sana, CreatedAt = Now });
        db.SaveChanges();
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void whoever_comes_second_cannot_take_it()
    {
        Ask(1);
        Do(aibek, new Fact.ConsultationTaken(1));
        Should.Throw<ConflictException>(() => Do(aida, new Fact.ConsultationTaken(1)));
        Read(new Need.Consultation(1)).Owner.ShouldBe(aibek);
    }

    [Fact]
    public void a_number_is_given_once()
    {
        Ask(1);
        Should.Throw<DbUpdateException>(() => Ask(1));
        Read(new Need.NextConsultation()).ShouldBe(2);
    }

    [Fact]
    public void nobody_but_the_owner_speaks_for_staff()
    {
        Ask(1);
        Do(aibek, new Fact.ConsultationTaken(1));
        Should.Throw<ConflictException>(() => Do(aida, new Fact.ConsultationSaid(1, ByPerson: false) { Text = Answer }));
        Should.Throw<ConflictException>(() => Do(aida, new Fact.ConsultationClosed(1)));
    }

    [Fact]
    public void an_owner_who_leaves_gives_back_what_they_had()
    {
        Ask(1);
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(aibek, new Fact.StaffLeft());
        Read(new Need.Consultation(1)).ShouldSatisfyAllConditions(c => c.Owner.ShouldBeNull(), c => c.Status.ShouldBe(ConsultationStatus.Waiting));
    }

    [Fact]
    public void an_owner_who_keeps_another_role_gives_back_what_they_had_too()
    {
        using (var db = database.Db())
        {
            db.Staff.Add(new StaffRow { ChatId = aibek, Role = nameof(StaffRole.Desk), Since = Now });
            db.Staff.Add(new StaffRow { ChatId = sanas, Role = nameof(StaffRole.Owner), Since = Now });
            db.SaveChanges();
        }
        Ask(1);
        Do(aibek, new Fact.AdviserNamed { Name = "Үлгіов Айбек" });
        Do(aibek, new Fact.ConsultationTaken(1));
        PutAside(aibek, 1);
        Do(sanas, new Fact.StaffRemoved(aibek, StaffRole.Consultant, StaffScope.All));
        (Read(new Need.Consultation(1)).Status, Closings(aibek)).ShouldBe((ConsultationStatus.Waiting, 0));
        using (var db = database.Db()) db.Advisers.Single().Name.ShouldBe("Үлгіов Айбек", "colleagues call them so still");
    }

    [Fact]
    public void whoever_gives_it_back_is_not_reminded_of_it()
    {
        Ask(1);
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(aibek, new Fact.ConsultationPutOff(1, Now.AddHours(1)));
        Do(aibek, new Fact.ConsultationReturned(1));
        using var db = database.Db();
        db.Due.Count(d => d.Kind == "consult.putoff").ShouldBe(0);
        db.Due.Single(d => d.Kind == "consult.waits" && d.Subject != "1").Subject.ShouldBe($"1:{aibek.Value:N}", "the others are shown its card");
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(7, 0)]
    public void a_closing_put_aside_stays_seven_days(int days, int left)
    {
        Ask(1);
        Do(aibek, new Fact.ConsultationTaken(1));
        PutAside(aibek, 1);
        using (var db = database.Db())
        {
            KeptClosings.ForgetOld(db, Now.AddDays(days));
            db.SaveChanges();
        }
        Closings(aibek).ShouldBe(left);
    }

    [Fact]
    public void a_closing_goes_with_the_person_it_is_about_and_leaves_the_others()
    {
        Ask(1);
        Ask(2, aidas);
        PutAside(aibek, 1, 2);
        using (var db = database.Db())
        {
            db.WebMessages.Add(new WebMessageRow { ChatId = aibek, FromBot = false, Payload = "{\"text\":\"Ашу тәртібі\"}", At = Now });
            db.SaveChanges();
            Eraser.Erase(db, sana, sanas, Now);
            db.SaveChanges();
            db.WebMessages.ShouldBeEmpty("the advice was typed there");
        }
        Closings(aibek).ShouldBe(1);
    }

    [Fact]
    public void words_go_a_week_after_the_closing_and_the_journal_stays()
    {
        Advise();
        Keep(Now.AddDays(6));
        Read(new Need.ConsultationLines(1)).Count.ShouldBe(2);
        Keep(Now.AddDays(8));
        Read(new Need.ConsultationLines(1)).ShouldBeEmpty();
        using var db = database.Db();
        db.WebMessages.ShouldBeEmpty();
        var (row, sheet) = ConsultationQuery.Journal(db).ShouldHaveSingleItem();
        (sheet[ConsultationSheet.Question], sheet[ConsultationSheet.Advice], sheet[ConsultationSheet.FullName], row.Adviser).ShouldBe((null, "Ашу тәртібі түсіндірілді", "Әлиева Сана", "Үлгіов Айбек"));
    }

    [Fact]
    public void an_erased_person_stays_in_the_numbers_alone()
    {
        Advise();
        Do(sanas, new Fact.ConsultationRated(1, 4));
        using var db = database.Db();
        Eraser.Erase(db, sana, sanas, Now);
        db.SaveChanges();
        var (row, sheet) = ConsultationQuery.Journal(db).ShouldHaveSingleItem();
        (row.Id, row.PersonId, row.Adviser, sheet.Answers.Count, sheet[ConsultationSheet.Topic]).ShouldBe((1, null, null, 1, "club"));
        (db.WebMessages.Count(), db.ConsultationLines.Count()).ShouldBe((0, 0));
        Read(new Need.JournalCounts()).ShouldSatisfyAllConditions(c => (c.People, c.Entries, c.Asked, c.InTime, c.Rated, c.Sum).ShouldBe((1, 1, 1, 1, 1, 4)), c => c.Topics.ShouldBe([("club", 1)]));
    }

    [Fact]
    public void a_request_nobody_answered_in_time_counts_as_not_answered_in_time()
    {
        Ask(1);
        Ask(2);
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = Answer });
        Read(new Need.JournalCounts()).ShouldSatisfyAllConditions(c => (c.Asked, c.InTime).ShouldBe((1, 1), "the other one is not due yet"));
        Read<ConsultationCounts>(new Need.JournalCounts(), Now.AddHours(9)).ShouldSatisfyAllConditions(c => (c.Asked, c.InTime).ShouldBe((2, 1)));
    }

    [Fact]
    public void an_open_request_of_an_erased_person_is_nobodys_any_more()
    {
        Ask(1);
        using var db = database.Db();
        Eraser.Erase(db, sana, sanas, Now);
        db.SaveChanges();
        Read(new Need.Consultation(1)).Status.ShouldBe(ConsultationStatus.Erased);
        Read(new Need.OpenConsultations(aibek)).ShouldBeEmpty();
    }

    [Fact]
    public void an_answered_request_of_an_erased_person_counts_as_advice_and_its_owner_is_told()
    {
        Ask(1);
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = Answer });
        using var db = database.Db();
        Eraser.Erase(db, sana, sanas, Now);
        db.SaveChanges();
        Read(new Need.Consultation(1)).ShouldSatisfyAllConditions(c => (c.Status, c.Owner, c.IsErased).ShouldBe((ConsultationStatus.Closed, aibek, true)), c => c.Sheet.Answers.ShouldBeEmpty());
        Read(new Need.JournalCounts()).ShouldSatisfyAllConditions(c => (c.People, c.Entries, c.Asked, c.InTime).ShouldBe((1, 1, 1, 1)));
        db.Due.Count(d => d.Kind == "consult.erased" && d.Subject == "1").ShouldBe(1);
    }

    /// <summary>Advice was typed to close requests, and put aside.</summary>
    private void PutAside(ChatId owner, params long[] numbers)
    {
        using var db = database.Db();
        var row = db.Chats.Single(c => c.Id == owner);
        var form = new FormProgress { FormId = ConsultationSheet.FormId, FormVersion = "1", Seed = 0, StartedAt = Now, Answers = new Dictionary<string, string> { ["/consult/advice"] = "Ашу тәртібі" }, Asked = ["/consult/advice"] };
        row.State = DomainJson.Write(StateUpcaster.Read(row.State) with { Closings = [.. numbers.Select(n => new KeptClosing(new(form, FillingStep.Checking, Closes: n), Now))] });
        db.SaveChanges();
    }

    private int Closings(ChatId owner)
    {
        using var db = database.Db();
        return StateUpcaster.Read(db.Chats.Single(c => c.Id == owner).State).Closings?.Count ?? 0;
    }

    private void Ask(long number) => Ask(number, sana);

    private void Ask(long number, PersonId person) => Do(sanas, new Fact.ConsultationAsked(number, person, ConsultationWay.Chat, Now.AddHours(8)) { Sheet = Sheet() });

    /// <summary>A request asked, taken, talked about and closed; staff saw it in the web chat.</summary>
    private void Advise()
    {
        Ask(1);
        Do(aibek, new Fact.AdviserNamed { Name = "Үлгіов Айбек" });
        Do(aibek, new Fact.ConsultationTaken(1));
        Do(aibek, new Fact.ConsultationSaid(1, ByPerson: false) { Text = Answer });
        Do(sanas, new Fact.ConsultationSaid(1, ByPerson: true) { Text = "Рақмет" });
        using (var db = database.Db())
        {
            foreach (var text in new[] { Question, Answer.Replace("\"", "\\\"", StringComparison.Ordinal), "Рақмет" }) db.WebMessages.Add(new WebMessageRow { ChatId = aibek, FromBot = true, Payload = $"{{\"text\":\"№ 1: {text}\"}}", At = Now });
            db.SaveChanges();
        }
        Do(aibek, new Fact.ConsultationClosed(1) { Sheet = new(new Dictionary<string, string>(Sheet().Answers) { [ConsultationSheet.Advice] = "Ашу тәртібі түсіндірілді" }) });
    }

    private static ConsultationSheet Sheet() => new(new Dictionary<string, string> { [ConsultationSheet.Topic] = "club", [ConsultationSheet.Question] = Question, [ConsultationSheet.FullName] = "Әлиева Сана", [ConsultationSheet.Phone] = "+77000000001" });

    private void Do(ChatId by, Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(by, ChannelKind.Web, "kk", Now));
        db.SaveChanges();
    }

    private void Keep(DateTimeOffset now)
    {
        using var db = database.Db();
        ConsultationWordsKept.ForgetOld(db, now);
        db.SaveChanges();
    }

    private KnownConsultation Read(Need.Consultation need) => Read<KnownConsultation>(need);
    private IReadOnlyList<KnownLine> Read(Need.ConsultationLines need) => Read<IReadOnlyList<KnownLine>>(need);
    private IReadOnlyList<KnownConsultation> Read(Need.OpenConsultations need) => Read<IReadOnlyList<KnownConsultation>>(need);
    private ConsultationCounts Read(Need.JournalCounts need) => Read<ConsultationCounts>(need);
    private long Read(Need.NextConsultation need) => Read<long>(need);

    private T Read<T>(Need.OfConsultations need, DateTimeOffset? at = null)
    {
        using var db = database.Db();
        return (T)ConsultationQuery.Read(db, need, at ?? Now)!;
    }
}

public sealed class ConsultationStorageOnSqliteTests() : ConsultationStorageTests(Product.Sqlite);

public sealed class ConsultationStorageOnPostgresTests() : ConsultationStorageTests(Product.Postgres);
