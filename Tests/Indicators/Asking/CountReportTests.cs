using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Localisation;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>How a question is said back, and how its answer reads.</summary>
public sealed class CountReportTests
{

    [Theory]
    [InlineData("kk", "пікірсайысқа қазанда Ақтаудан 14-17 жастағы қанша қыз келді мектеп бойынша",
        "Санаймын: келгендер, «Мектеп пікірсайысы», келген күні: 2026 жылғы 1–31 қазан, қыздар мен әйелдер, 14–17 жас, Ақтау қаласы, оқу орны бойынша")]
    [InlineData("ru", "сколько девушек 14-17 лет из Актау пришло на дебаты в октябре по школам",
        "Считаю: пришли, «Школьные дебаты», дата посещения: 1–31 октября 2026 г., девушки и женщины, 14–17 лет, Город Актау, по учебным заведениям")]
    [InlineData("en", "how many girls aged 14-17 from Aktau came to the debates in October by school",
        "Counting: attended, “School Debates”, day of the visit: 1–31 October 2026, girls and women, aged 14–17, Aktau city, by place of study")]
    public void a_question_is_said_back_whole(string language, string asked, string said) => new CountWords(Locales.Shipped, language, GoldTests.World).Sentence(Read(asked)).ShouldBe(said);

    [Fact]
    public void every_measure_can_be_said_and_answered_by_everything()
    {
        foreach (var measure in Enum.GetValues<Measure>())
        {
            foreach (var dimension in Enum.GetValues<Dimension>())
            {
                foreach (var language in Texts.Languages)
                {
                    var question = new CountQuestion { Measure = measure, By = [dimension, Dimension.Gender] };
                    new CountWords(Locales.Shipped, language, GoldTests.World).Sentence(question).ShouldNotContain("{");
                    if (CountEngine.IsOfRegistrations(measure)) Answer(question, language).Blocks.ShouldAllBe(b => !b.Contains('{', StringComparison.Ordinal) && b.Length <= 4096);
                }
            }
        }
    }

    [Fact]
    public void a_number_stands_with_what_it_is_a_part_of_and_the_moment() =>
        Answer(Read("сколько девушек пришло из Актау"), "ru").Blocks[0].ShouldStartWith("Пришли: 20 (всего 200, 10,0\u00A0%). По состоянию на 21.11.2026 10:00");

    [Fact]
    public void no_percentage_is_given_for_fewer_than_ten() => Answer(Read("процент явки из школы 22 Жанаозена"), "ru").Blocks[0].ShouldContain("при числе меньше десяти");

    [Fact]
    public void small_numbers_are_hidden_where_the_deployment_says_so()
    {
        var answer = Answer(Read("сколько записалось на чемпионат по школам"), "ru", hideUnder: 5);
        answer.Blocks[^1].ShouldContain("– *");
        answer.Chart!.Footnote.ShouldNotBeNull();
    }

    [Fact]
    public void a_count_by_day_is_a_timeline_with_its_empty_days()
    {
        var section = Answer(Read("сколько пришло по дням"), "ru").Chart!.Sections.ShouldHaveSingleItem();
        section.Form.ShouldBe(ChartForm.Timeline);
        section.Bars.Select(b => b.Value).ShouldContain(0);
        section.Bars.ShouldAllBe(b => b.Label.Length == 5);
    }

    [Fact]
    public void a_count_by_two_things_is_a_bar_of_parts_for_each_row()
    {
        var section = Answer(Read("сколько пришло по районам и полу"), "ru").Chart!.Sections.ShouldHaveSingleItem();
        section.Form.ShouldBe(ChartForm.Stacked);
        section.Series.Count.ShouldBeGreaterThan(1);
        section.Bars.ShouldAllBe(b => b.Parts.Count == section.Series.Count && b.Parts.Sum(p => p.Value) == b.Value);
    }

    [Fact]
    public void a_table_by_two_things_hides_no_number_that_its_row_would_tell()
    {
        var rows = string.Join('\n', Answer(Read("сколько пришло по районам и возрасту"), "ru", hideUnder: 5).Blocks).Split('\n').Where(l => l.StartsWith('•') && l.Contains('(', StringComparison.Ordinal)).ToList();
        rows.ShouldContain(l => l.Contains('*', StringComparison.Ordinal));
        rows.ShouldAllBe(l => l.Contains("– * (", StringComparison.Ordinal) || l.Count(c => c == '*') != 1);
    }

    private static CountQuestion Read(string text) => CountReader.Read(text, GoldTests.World).ShouldBeOfType<CountReading.Understood>().Question;

    private static StatsAnswer Answer(CountQuestion question, string language, int hideUnder = 0) =>
        new CountReport(new CountWords(Locales.Shipped, language, GoldTests.World), Locales.Shipped, new StatsRequest(language, new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(5)), hideUnder)).Of(question, CountEngine.Count(question, GoldTests.Facts));
}
