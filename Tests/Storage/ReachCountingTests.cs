using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Tests.Indicators.Asking;

namespace GrantBot.Tests.Storage;

/// <summary>Views of what was published: the last reading of each, by event and by time.</summary>
public abstract class ReachCountingTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(5));
    private static readonly EventId School = GoldLeague.Events[0].Id;
    private readonly TestDatabase database = TestDatabase.Ready(product);

    public void Dispose() => database.Dispose();

    [Fact]
    public void the_last_reading_of_each_publication_counts_and_those_without_one_are_told()
    {
        var post = Note(School, new(2026, 10, 11), 800);
        Do(new Fact.ViewsRead(post, 1_204, new(2026, 10, 20)));
        Note(School, new(2026, 11, 2), 300);
        Note(null, new(2026, 11, 3), null);
        var answer = Count(new() { Measure = Measure.Reach, By = [Dimension.Event] })!;
        (answer.Number, answer.Of, answer.Missing, answer.IsWhole).ShouldBe((1_504, null, 1, false));
        answer.Table!.Rows.Select(r => (r.Code, r.Cell.Number)).ShouldBe([(ByEvent.Code(School), 1_504)]);
        Count(new() { Measure = Measure.Reach, By = [Dimension.Month] })!.Table!.Rows.Select(r => (r.Code, r.Cell.Number)).ShouldBe([("2026-10", 1_204), ("2026-11", 300)]);
        Count(new() { Measure = Measure.Reach, From = new(2026, 11, 1) })!.Number.ShouldBe(300);
    }

    [Fact]
    public void nobody_knows_who_looked_so_a_question_about_girls_is_answered_for_all()
    {
        Note(null, new(2026, 11, 3), 40);
        var answer = Count(new() { Measure = Measure.Reach, Gender = "female", By = [Dimension.Territory] })!;
        (answer.Number, answer.IsWhole, answer.Table).ShouldBe((40, true, null));
    }

    [Fact]
    public void a_great_number_does_not_turn_over()
    {
        for (var i = 0; i < 30; i++) Note(null, new(2026, 11, 3), 100_000_000);
        Count(new() { Measure = Measure.Reach })!.Number.ShouldBe(int.MaxValue);
    }

    [Fact]
    public void what_was_taken_off_counts_no_more_and_cannot_be_read_again()
    {
        var post = Note(null, new(2026, 11, 3), 40);
        Do(new Fact.PublicationRemoved(post));
        Count(new() { Measure = Measure.Reach }).ShouldBeNull();
        Should.Throw<ConflictException>(() => Do(new Fact.ViewsRead(post, 50, new(2026, 11, 4))));
    }

    private CountAnswer? Count(CountQuestion question)
    {
        using var db = database.Db();
        return ReachCounting.Count(db, question, GoldTests.World);
    }

    private Guid Note(EventId? about, DateOnly on, int? views)
    {
        var id = Ids.New(Now);
        Do(new Fact.PublicationNoted(id, new(about, "post", "@demo", null, on)));
        if (views is { } read) Do(new Fact.ViewsRead(id, read, on));
        return id;
    }

    private void Do(Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(default, ChannelKind.Web, "kk", Now));
        db.SaveChanges();
    }
}

public sealed class ReachCountingOnSqliteTests() : ReachCountingTests(Product.Sqlite);

public sealed class ReachCountingOnPostgresTests() : ReachCountingTests(Product.Postgres);
