using GrantBot.Domain;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using GrantBot.Tests.Indicators.Asking;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Surveys;

/// <summary>What surveys tell when staff ask for a number, and who is missing from it.</summary>
public abstract class SurveyCountingTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(5));
    private readonly TestDatabase database = TestDatabase.Ready(product);

    public void Dispose() => database.Dispose();

    [Fact]
    public void a_share_stands_with_its_mean_and_with_all_who_are_missing()
    {
        Survey(invited: 20, answered: 14, [.. Marks("overall", 4, "5"), .. Marks("overall", 4, "4"), .. Marks("overall", 4, "3"), .. Marks("content", 1, "5")]);
        var answer = Count(Measure.Satisfaction);
        (answer.Number, answer.Of, answer.Mean, answer.Silence).ShouldBe((8, 12, 4m, new Silence(Invited: 6, Kept: 1, Skipped: 1)));
        var said = Said(Measure.Satisfaction);
        said.ShouldStartWith("Удовлетворённость: 66,7\u00A0% (8/12).");
        foreach (var line in new[] { "Средний балл: 4,00 (n = 12)", "Приглашены и не ответили: 6.", "Ответы, которые пока закрыты или не хранятся: 1.", "Пропустили этот вопрос: 1." }) said.ShouldContain(line);
    }

    [Fact]
    public void fewer_than_ten_marks_have_neither_percentage_nor_mean()
    {
        Survey(invited: 9, answered: 9, Marks("overall", 9, "5"));
        Count(Measure.Satisfaction).Mean.ShouldBeNull();
        Said(Measure.Satisfaction).ShouldStartWith("Удовлетворённость: 9/9 (при числе меньше десяти процент не даётся)");
    }

    [Fact]
    public void a_form_with_yes_and_no_gives_no_net_promoters_but_the_share_who_would_recommend()
    {
        Survey(invited: 12, answered: 12, [.. Marks("recommend", 9, "yes"), .. Marks("recommend", 3, "no")]);
        var answer = Count(Measure.NetPromoter);
        (answer.Number, answer.Of, answer.Instead).ShouldBe((9, 12, Measure.Recommend));
        Said(Measure.NetPromoter).ShouldContain("Для индекса NPS нужна шкала от 0 до 10.");
        Count(Measure.Recommend).Instead.ShouldBeNull();
    }

    [Fact]
    public void a_form_that_asks_from_0_to_10_gives_net_promoters()
    {
        Survey(invited: 12, answered: 12, [.. Marks("recommend", 6, "10"), .. Marks("recommend", 3, "8"), .. Marks("recommend", 3, "5")]);
        var answer = Count(Measure.NetPromoter);
        (answer.Number, answer.Against, answer.Of, answer.Instead).ShouldBe((6, 3, 12, null));
        Said(Measure.NetPromoter).ShouldStartWith("Индекс NPS: +25,0 (9–10: 6/12, 0–6: 3/12).");
        Count(Measure.Recommend).Instead.ShouldBe(Measure.NetPromoter);
    }

    [Fact]
    public void answers_by_link_are_no_response_to_an_invitation()
    {
        Survey(invited: 20, answered: 14, Marks("overall", 14, "5"));
        Survey(invited: 0, answered: 5, Marks("overall", 5, "5"), SurveyAudience.Link);
        (Count(Measure.ResponseRate).Number, Count(Measure.ResponseRate).Of).ShouldBe((14, 20));
        (Count(Measure.SurveyAnswers).Number, Count(Measure.SurveyAnswers).Of).ShouldBe((19, null));
        Count(Measure.Satisfaction).Of.ShouldBe(19);
    }

    [Fact]
    public void a_rate_that_cannot_be_narrowed_says_so()
    {
        Survey(invited: 20, answered: 14, Marks("overall", 14, "5"));
        Said(new CountQuestion { Measure = Measure.ResponseRate, Gender = "female" }).ShouldContain("Это число – обо всех");
        Said(Measure.ResponseRate).ShouldNotContain("Это число – обо всех");
    }

    [Fact]
    public void answers_stand_in_the_month_of_their_event_and_part_by_two_things()
    {
        Survey(invited: 20, answered: 14, [.. Marks("overall", 12, "5"), .. Marks("overall", 2, "3")], gender: "female");
        Survey(invited: 20, answered: 11, Marks("overall", 11, "4"), of: 1, gender: "male");
        var (first, second) = (Month(0), Month(1));
        first.ShouldNotBe(second);
        var table = Count(new CountQuestion { Measure = Measure.Satisfaction, By = [Dimension.Month, Dimension.Gender] })!.Table!;
        table.Columns.ShouldBe(["female", "male"]);
        table.Rows.OrderBy(r => r.Code).Select(r => (r.Code, r.Cell.Number, r.Cell.Of, string.Join(' ', r.Cells.Select(c => $"{c.Number}/{c.Of}"))))
            .ShouldBe(new[] { (first, 12, (int?)14, "12/14 0/0"), (second, 11, (int?)11, "0/0 11/11") }.OrderBy(r => r.Item1));
    }

    private static string Month(int of) => $"{GoldLeague.Events[of].StartsAt:yyyy-MM}";

    private static IReadOnlyList<Dictionary<string, string>> Marks(string question, int count, string mark) => [.. Enumerable.Range(0, count).Select(_ => new Dictionary<string, string> { [question] = mark })];

    private CountAnswer Count(Measure measure) => Count(new CountQuestion { Measure = measure }).ShouldNotBeNull();

    private CountAnswer? Count(CountQuestion question)
    {
        using var db = database.Db();
        return SurveyCounting.Count(db, question, GoldTests.World, TimeZoneInfo.Utc);
    }

    private string Said(Measure measure) => Said(new CountQuestion { Measure = measure });

    private string Said(CountQuestion question) => new CountReport(new CountWords(Locales.Shipped, "ru", GoldTests.World), Locales.Shipped, new StatsRequest("ru", Now)).Of(question, Count(question)!).Blocks[0];

    /// <summary>A survey that is over; of fewer answers than were given not all are kept.</summary>
    private void Survey(int invited, int answered, IReadOnlyList<Dictionary<string, string>> marks, SurveyAudience audience = SurveyAudience.Attended, int of = 0, string? gender = null)
    {
        using var db = database.Db();
        var id = new SurveyId(Ids.New(Now));
        db.Surveys.Add(new SurveyRow
        {
            Id = id, Code = id.Value.ToString("N"), FormId = SurveyTimes.SatisfactionForm, EventId = GoldLeague.Events[of].Id, Audience = audience, Anonymous = true, OpensAt = Now.AddDays(-9), ClosesAt = Now.AddDays(-2), ClosedAt = Now.AddDays(-2),
            Settled = true, Answered = answered, Counts = DomainJson.Write(new SurveyCounts(invited, invited, 0, 0, answered, answered)),
        });
        db.SurveyAnswers.AddRange(marks.Select((m, i) => new SurveyAnswerRow { Key = $"{id.Value:N}{i}", SurveyId = id, Marks = DomainJson.Write(m), Gender = gender }));
        db.SaveChanges();
    }
}

public sealed class SurveyCountingOnSqliteTests() : SurveyCountingTests(Product.Sqlite);

public sealed class SurveyCountingOnPostgresTests() : SurveyCountingTests(Product.Postgres);
