using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.People;

/// <summary>Two records become one and two again, and nothing is lost on either way.</summary>
public abstract class MergingTests : IDisposable
{
    private readonly Records records;
    private readonly PersonId sana, second;
    private readonly RegistrationId late;

    protected MergingTests(Product product)
    {
        records = new(product);
        sana = records.Person("Әлиева", "+77010000001");
        second = records.Person("Алиева", "+77010000002");
        records.Register(sana, records.Open, "Әлиева");
        late = records.Register(second, records.Open, "Алиева");
        records.Register(second, records.Camp, "Алиева");
    }

    public void Dispose() => records.Dispose();

    [Fact]
    public void all_that_was_the_other_s_is_the_kept_one_s_and_unique_people_follow()
    {
        Merge();
        records.Read(db => db.Registrations.Select(r => r.PersonId).Distinct().ToList()).ShouldBe([sana]);
        records.Read(db => (db.Chats.Count(c => c.PersonId == sana), db.Consents.Count(c => c.PersonId == sana), db.FormAnswers.Count(a => a.PersonId == sana))).ShouldBe((2, 2, 2));
        records.Read(db => db.Chats.AsEnumerable().Select(c => StateUpcaster.Read(c.State).Person).Distinct().ToList()).ShouldBe([sana]);
        records.Read(db => db.Registrations.Single(r => r.Id == late).Status).ShouldBe(RegistrationStatus.Cancelled);
        records.Read(db => db.Events.Single(e => e.Id == records.Open).Taken).ShouldBe(1);
    }

    [Fact]
    public void a_number_the_other_verified_leads_to_the_kept_one()
    {
        Merge();
        records.Read(db => db.People.Single(p => p.VerifiedPhone == "+77010000002").MergedInto).ShouldBe(sana);
        Should.NotThrow(() => records.Write(db => Records.Record(db, new Fact.PhoneVerified(sana, "+77010000003"))));
    }

    [Fact]
    public void taking_it_back_restores_exactly()
    {
        var before = records.Everything();
        var merge = Merge();
        records.Everything().ShouldNotBe(before);
        records.Undo(merge, sana, second);
        records.Everything().ShouldBe(before);
    }

    [Fact]
    public void a_seat_is_given_back_even_when_somebody_took_it_meanwhile()
    {
        var merge = Merge();
        records.Register(records.Person("Бекова"), records.Open, "Бекова");
        records.Undo(merge, sana, second);
        records.Read(db => db.Registrations.Single(r => r.Id == late).Status).ShouldBe(RegistrationStatus.Confirmed);
        records.Read(db => db.Events.Single(e => e.Id == records.Open).Taken).ShouldBe(3);
    }

    [Fact]
    public void merges_of_one_person_are_taken_back_from_the_newest_on()
    {
        var third = records.Person("Aliyeva", "+77010000003");
        records.Register(third, records.Camp, "Aliyeva", RegistrationStatus.Waitlisted);
        var before = records.Everything();
        var first = Merge();
        var camp = records.Read(db => db.Registrations.Single(r => r.PersonId == third).Id);
        var next = records.Merge(third, sana, new MergeLoss(camp, RegistrationStatus.Waitlisted));
        records.Read(PeopleQuery.Merges).Select(m => (m.Id, m.IsNewest)).ShouldBe([(next, true), (first, false)]);
        Should.Throw<ConflictException>(() => records.Undo(first, sana, second));
        records.Undo(next, third, sana);
        records.Undo(first, sana, second);
        records.Everything().ShouldBe(before);
    }

    [Fact]
    public void a_record_that_is_gone_is_not_merged_again()
    {
        Merge();
        Should.Throw<ConflictException>(() => records.Merge(second, sana));
        Should.Throw<ConflictException>(() => records.Merge(sana, sana));
    }

    [Fact]
    public void erasing_the_kept_one_erases_both_and_there_is_no_way_back()
    {
        var merge = Merge();
        records.Write(db => Eraser.Erase(db, sana, null, Records.Now));
        string.Join('\n', records.Everything()).ShouldNotContain("лиева");
        records.Read(db => db.People.Count(p => p.VerifiedPhone != null || p.Answers != null || p.ErasedAt == null)).ShouldBe(0);
        records.Read(db => db.Facts.Count(f => f.PersonId != null || f.Data.Contains("лиева"))).ShouldBe(0);
        records.Read(PeopleQuery.Merges).ShouldBeEmpty();
        Should.Throw<ConflictException>(() => records.Undo(merge, sana, second));
    }

    [Fact]
    public void two_people_are_not_proposed_again()
    {
        records.Read(db => PeopleQuery.Likely(db, 0)).Pair.ShouldNotBeNull().First.Id.ShouldBe(sana);
        records.Write(db => Records.Record(db, new Fact.PeopleParted(sana, second)));
        records.Read(db => PeopleQuery.Likely(db, 0)).Count.ShouldBe(0);
    }

    private Guid Merge() => records.Merge(sana, second, new MergeLoss(late, RegistrationStatus.Confirmed));
}

public sealed class MergingOnSqliteTests() : MergingTests(Product.Sqlite);

public sealed class MergingOnPostgresTests() : MergingTests(Product.Postgres);

public sealed class MergedTableTests
{
    [Fact]
    public void every_table_that_knows_a_person_takes_part()
    {
        // a new table with a person's id belongs into Merging, and here
        string[] moved = ["registrations", "chats", "teams", "consents", "reviews", "files", "form_answers", "certificates", "survey_invites", "broadcast_people", "consultations", "consultation_lines"];
        string[] stay = ["people", "facts", "merges", "people_apart", "experts"]; // judges and experts are entered by staff as people of their own and never looked at for doubles
        using var database = TestDatabase.Ready(Product.Sqlite);
        using var db = database.Db();
        var known = db.Model.GetEntityTypes().Where(t => t.GetProperties().Any(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(PersonId)))
            .Select(t => Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(t)!).ToList();
        known.Order(StringComparer.Ordinal).ShouldBe(moved.Concat(stay).Order(StringComparer.Ordinal));
    }
}
