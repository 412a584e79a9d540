using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Consultations;

/// <summary>Kept answers are found by the words of a question, whatever its endings, and nothing people type is taken for a search language.</summary>
public abstract class CannedAnswerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;

    protected CannedAnswerTests(Product product)
    {
        database = TestDatabase.Ready(product);
        Keep("Клуб ашу үшін жетекші мұғалім мен он оқушы керек.", "Чтобы открыть клуб, нужны учитель и десять учеников.");
        Keep("Сертификат іс-шарадан кейін бір аптада келеді.", "Сертификат приходит через неделю после мероприятия.");
    }

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("Мектепте пікірсайыс клубтарын қалай ашамыз?", "Клуб")]
    [InlineData("Клубтарымызды қайтсек ашар едік?", "Клуб")]
    [InlineData("СЕРТИФИКАТЫМ ҚАЙДА", "Сертификат")]
    [InlineData("Когда мне придут сертификаты?", "Сертификат")]
    [InlineData("Сколько учителей нужно?", "Клуб")]
    public void a_question_finds_the_answer_that_shares_its_words(string question, string begins) => Find(question)[0].In("kk").ShouldStartWith(begins);

    [Theory]
    [InlineData("")]
    [InlineData("не?")]
    [InlineData("Жатақхана бар ма?")]
    [InlineData("\"* OR NEAR(")]
    [InlineData("words: AND NOT ^^^ (\"")]
    public void what_shares_no_words_finds_nothing(string question) => Find(question).ShouldBeEmpty();

    [Fact]
    public void a_dropped_answer_is_found_no_more()
    {
        var id = Find("Сертификат")[0].Id;
        Do(new Fact.AnswerDropped(id));
        Find("Сертификат").ShouldBeEmpty();
    }

    private void Keep(string kk, string ru) => Do(new Fact.AnswerKept { Texts = new Dictionary<string, string> { ["kk"] = kk, ["ru"] = ru } });

    private IReadOnlyList<KnownAnswer> Find(string question)
    {
        using var db = database.Db();
        return (IReadOnlyList<KnownAnswer>)ConsultationQuery.Read(db, new Need.FittingAnswers(question), default)!;
    }

    private void Do(Fact fact)
    {
        using var db = database.Db();
        Projection.Apply(db, fact, new FactSource(new ChatId(Ids.New(Now)), ChannelKind.Web, "kk", Now));
    }
}

public sealed class CannedAnswerOnSqliteTests() : CannedAnswerTests(Product.Sqlite);

public sealed class CannedAnswerOnPostgresTests() : CannedAnswerTests(Product.Postgres);

public sealed class CannedWordTests
{
    [Fact]
    public void a_long_question_makes_a_short_search() => AnswerWords.Sought(string.Join(' ', Enumerable.Range(0, 500).Select(i => $"{i}сөздерімізді{i}"))).Count.ShouldBeInRange(20, 100);
}
