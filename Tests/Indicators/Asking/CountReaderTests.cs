using FsCheck;
using FsCheck.Fluent;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>What the gold questions do not show: limits, slips, hostile texts.</summary>
public sealed class CountReaderTests
{
    [Theory]
    [InlineData("сколько тыркелген")] // тіркелген is near, and nothing else
    [InlineData("канша тиркелген")]
    public void a_slip_is_forgiven_where_one_word_alone_is_near(string text) => Understood(text).Measure.ShouldBe(Measure.Registered);

    [Theory]
    [InlineData("тіркелмегендер қанша")]
    [InlineData("сколько не зарегистрировано")]
    [InlineData("how many not registered")]
    [InlineData("расталмағандар қанша")]
    [InlineData("сколько незарегистрированных")]
    [InlineData("how many unregistered")]
    public void a_denial_is_never_taken_for_its_opposite(string text) => CountReader.Read(text, GoldTests.World).ShouldBeOfType<CountReading.Unclear>();

    [Fact]
    public void two_words_equally_near_are_asked_back_about_with_both_readings()
    {
        var unclear = CountReader.Read("сколько пршло", GoldTests.World).ShouldBeOfType<CountReading.Unclear>();
        unclear.Words.ShouldBe(["пршло"]);
        unclear.Choices.ShouldContain(c => c.Question.Measure == Measure.Attended);
    }

    [Fact]
    public void a_month_is_the_latest_that_has_begun()
    {
        Understood("сколько пришло в ноябре").From.ShouldBe(new DateOnly(2026, 11, 1));
        Understood("сколько пришло в декабре").From.ShouldBe(new DateOnly(2025, 12, 1));
    }

    [Fact]
    public void a_leap_day_without_a_year_is_no_fault() => CountReader.Read("сколько пришло 29.02", GoldTests.World).ShouldBeOfType<CountReading.Understood>();

    [Fact]
    public void a_new_territory_of_the_form_needs_no_code() =>
        GoldTests.World.Territories.Select(t => t.Code).Where(code => !Understood("сколько из " + code).Territories.SequenceEqual([code])).ShouldBeEmpty();

    [Fact]
    public void a_long_text_is_no_question() => CountReader.Read("сколько " + new string('а', Tokens.LongestText), GoldTests.World).ShouldBeOfType<CountReading.NotACount>();

    [Fact]
    public void no_text_makes_it_fall()
    {
        var words = new[] { "сколько", "14-17", "с", "по", "до", "октября", "2026", "31", "30.02", "0", "999", "бойынша", "жас", "-", "«", "»", "🙂", "\ud800", "школа", "№", "и", "by", "ей", "төтті", "чемпионат", "%", "from", "летних", "+" };
        var texts = Gen.Elements(words).ListOf().Select(l => string.Join(' ', l));
        Prop.ForAll(texts.ToArbitrary(), text => CountReader.Read(text, GoldTests.World) is not null).QuickCheckThrowOnFailure();
        Prop.ForAll<string>(text => CountReader.Read(text ?? "", GoldTests.World) is not null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void what_follows_changes_only_what_it_says()
    {
        var last = Understood("сколько девушек пришло из Актау в октябре");
        var next = CountReader.Read("а в Бейнеу через телеграм?", GoldTests.World, last).ShouldBeOfType<CountReading.Understood>().Question;
        (next.Measure, next.Gender, next.From).ShouldBe((Measure.Attended, "female", new DateOnly(2026, 10, 1)));
        next.Territories.ShouldBe(["beineu"]);
        next.Channels.ShouldBe([ChannelKind.Telegram]);
    }

    private static CountQuestion Understood(string text) => CountReader.Read(text, GoldTests.World).ShouldBeOfType<CountReading.Understood>(text).Question;
}
