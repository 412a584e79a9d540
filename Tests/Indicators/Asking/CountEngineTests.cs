using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>Rules of counting that a reader of a report relies on.</summary>
public sealed class CountEngineTests
{
    private static readonly DateOnly Day = new(2026, 10, 10);

    [Fact]
    public void who_came_twice_is_two_visits_and_one_person()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1, RegistrationStatus.Attended), Fact(1, 2, RegistrationStatus.Attended), Fact(2, 1, RegistrationStatus.Attended)]);
        Count(set, new() { Measure = Measure.Attended }).ShouldBe((3, 3));
        Count(set, new() { Measure = Measure.UniqueAttended }).Number.ShouldBe(2);
    }

    [Fact]
    public void a_table_of_people_by_event_says_that_its_rows_overlap()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1), Fact(1, 2), Fact(2, 1)]);
        var answer = CountEngine.Count(new() { Measure = Measure.UniquePeople, By = [Dimension.Event] }, set);
        answer.Table!.Overlaps.ShouldBeTrue();
        answer.Table.Rows.Select(r => r.Cell.Number).ShouldBe([2, 1]);
    }

    [Fact]
    public void what_is_not_known_is_missing_and_not_counted()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1), Fact(2, 1).With(c => c with { Gender = null }), Fact(3, 1).With(c => c with { Gender = "male" })]);
        var answer = CountEngine.Count(new() { Measure = Measure.Registered, Gender = "female" }, set);
        (answer.Number, answer.Of, answer.Missing).ShouldBe((1, 3, 1));
    }

    [Fact]
    public void what_fails_another_test_is_not_called_missing()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1).With(c => c with { Gender = null, Territory = "beineu" })]);
        CountEngine.Count(new() { Measure = Measure.Registered, Gender = "female", Territories = ["aktau"] }, set).Missing.ShouldBe(0);
    }

    [Fact]
    public void a_visit_belongs_to_its_own_day_and_a_registration_to_its()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1, RegistrationStatus.Attended) with { RegisteredOn = Day.AddDays(-40), VisitDay = Day.AddDays(1) }]);
        Count(set, new() { Measure = Measure.Attended, From = Day.AddDays(1), To = Day.AddDays(1) }).Number.ShouldBe(1);
        Count(set, new() { Measure = Measure.Attended, From = Day, To = Day }).Number.ShouldBe(0);
        Count(set, new() { Measure = Measure.Registered, From = Day, To = Day.AddDays(9) }).Number.ShouldBe(0);
    }

    [Fact]
    public void who_registered_again_did_not_cancel()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1, RegistrationStatus.Cancelled), Fact(1, 1), Fact(2, 1, RegistrationStatus.Cancelled)]);
        Count(set, new() { Measure = Measure.Cancelled }).ShouldBe((1, 2));
    }

    [Theory, InlineData(Product.Sqlite), InlineData(Product.Postgres)]
    public async Task a_place_of_study_typed_by_hand_is_the_one_of_the_list_and_no_typed_word_leaves_the_query(Product product)
    {
        using var stored = new StoredRegistrations(product);
        var (listed, typed, other) = (stored.Row(1, 1), stored.Row(2, 1), stored.Row(3, 1));
        (listed.Institution, typed.Institution, other.Institution) = ("aktau_school_7", "СШ №7", "Үйдегі мектеп");
        await stored.Save(listed, typed, other);
        await using var db = stored.Db();
        var facts = new CountQuery(db, GoldTests.World, TimeZoneInfo.Utc).Read(new() { Measure = Measure.Registered, By = [Dimension.Institution] }, TestContext.Current.CancellationToken);
        facts.Select(f => f.Codes.Institution).Order(StringComparer.Ordinal).ShouldBe(["aktau_school_7", "aktau_school_7", "other"]);
    }

    [Fact]
    public void what_is_not_known_of_the_missing_is_told_by_its_name()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1), Fact(2, 1).With(c => c with { Age = null }), Fact(3, 1).With(c => c with { Gender = null, Age = null }), Fact(4, 1).With(c => c with { Gender = "male", Age = null })]);
        var answer = CountEngine.Count(new() { Measure = Measure.Registered, Gender = "female", AgeFrom = 14 }, set);
        (answer.Number, answer.Missing).ShouldBe((1, 2));
        answer.Unstated.ShouldBe([new Unstated(Trait.Gender, 1), new Unstated(Trait.Age, 2)]);
    }

    [Fact]
    public void who_is_not_marked_yet_is_missing_from_attendance_only()
    {
        var set = RegistrationSet.InOrder([Fact(1, 1), Fact(2, 1, RegistrationStatus.Attended), Fact(3, 1, RegistrationStatus.NoShow)]);
        CountEngine.Count(new() { Measure = Measure.AttendedShare }, set).Unmarked.ShouldBe(1);
        CountEngine.Count(new() { Measure = Measure.Confirmed }, set).Unmarked.ShouldBe(0);
    }

    private static (int Number, int? Of) Count(IEnumerable<RegistrationFact> set, CountQuestion question) => CountEngine.Count(question, set) is var answer ? (answer.Number, answer.Of) : default;

    private static RegistrationFact Fact(int person, int @event, RegistrationStatus status = RegistrationStatus.Confirmed) =>
        new(Given.Person(person), new(Given.Event(@event), Day: Day.AddDays(@event - 1)), status, new(ChannelKind.Web, "female", 16, "aktau", "pupil", null, null), new DateTimeOffset(2026, 9, 1, 10, @event, 0, TimeSpan.Zero))
        {
            RegisteredOn = new(2026, 9, 1),
        };
}
