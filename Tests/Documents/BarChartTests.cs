using System.Xml.Linq;
using GrantBot.Domain.Indicators;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Documents;

public sealed class BarChartTests
{
    private static readonly ChartData Small = new("Премьер лига", "21.11.2026 14:05 жағдай бойынша, адам саны – 100",
        [new("Жынысы", [new("ер", 25, "25"), new("әйел", 75, "75")]), new("Жасы", [new("13-16", 100, "100"), new("17-22", null, "*")])])
    { Footnote = "* – жасырылған" };

    [Fact]
    public void bars_are_as_long_as_their_numbers_within_a_group()
    {
        var bars = Bars(Small);
        (Width(bars[0]) * 3).ShouldBe(Width(bars[1]), tolerance: 1);
        Width(bars[1]).ShouldBe(Width(bars[2]), tolerance: 1);
    }

    [Fact]
    public void every_label_and_number_is_printed() => Words(Small).ShouldBe(
        ["Премьер лига", "21.11.2026 14:05 жағдай бойынша, адам саны – 100", "Жынысы", "ер", "25", "әйел", "75", "Жасы", "13-16", "100", "17-22", "*", "* – жасырылған"]);

    [Fact]
    public void a_hidden_number_has_no_length_to_measure()
    {
        var more = Bars(Small with { Sections = [new("Жасы", [new("13-16", 100, "100"), new("17-22", null, "*"), new("23-27", null, "*")])] });
        more[1].Attribute("fill")!.Value.ShouldBe("none");
        Width(more[1]).ShouldBe(Width(more[2]));
    }

    [Fact]
    public void a_long_label_is_wrapped_within_its_column()
    {
        var lines = TextWidth.Wrap("қоғамдық ұйым өкілдері және " + new string('Ш', 60), 36, 430);
        lines.Count.ShouldBeGreaterThan(4);
        lines.ShouldAllBe(l => TextWidth.Of(l, 36) <= 430);
        string.Concat(lines).Replace(" ", "").ShouldBe("қоғамдықұйымөкілдеріжәне" + new string('Ш', 60));
    }

    [Fact]
    public void hostile_titles_stay_text()
    {
        var svg = Parse(Small with { Title = "</text><script>alert(1)</script>\u0000\uD800&" });
        svg.Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
        svg.Descendants().First(e => e.Name.LocalName == "text").Value.ShouldContain("</text><script>");
    }

    [Fact]
    public void a_group_of_hidden_or_empty_bars_is_drawn_too()
    {
        Should.NotThrow(() => BarChart.Draw(Small with { Sections = [new("Жасы", [new("13-16", null, "*")]), new("Аумақ", [new("x", 0, "0")]), new("", [])] }));
    }

    [Fact]
    public void a_tall_chart_becomes_pages_of_a_phone_screen_with_every_bar_once()
    {
        var section = new ChartSection("Аумақ", [.. Enumerable.Range(1, 12).Select(i => new ChartBar($"аудан {i}", i, $"{i}"))]);
        var tall = Small with { Sections = [section, section, .. Small.Sections, section with { Bars = [.. section.Bars, .. section.Bars, .. section.Bars] }] };
        var pages = BarChart.Pages(tall).Select(p => XElement.Load(new MemoryStream(p))).ToList();
        pages.Select(p => p.Descendants().Count(e => e.Name.LocalName == "rect") - 1).ShouldBe([24, 4, 36]);
        pages.Select(p => p.Value.Contains("жасырылған", StringComparison.Ordinal)).ShouldBe([false, true, false]);
        pages.Take(2).ShouldAllBe(p => double.Parse(p.Attribute("height")!.Value, System.Globalization.CultureInfo.InvariantCulture) <= 1920);
    }

    private static readonly ChartSection Stacked = new("Аумақ пен жыныс", [new("Ақтау қаласы", 60, "60") { Parts = [new(20, "20"), new(40, "40")] }, new("Бейнеу ауданы", 15, "15") { Parts = [new(0, "0"), new(15, "15")] }])
    { Form = ChartForm.Stacked, Series = ["ер", "әйел"] };

    [Fact]
    public void parts_of_a_stack_add_up_and_each_is_printed_and_hatched()
    {
        var chart = Small with { Sections = [Stacked], Footnote = null };
        Words(chart).ShouldBe(["Премьер лига", "21.11.2026 14:05 жағдай бойынша, адам саны – 100", "Аумақ пен жыныс", "ер", "әйел", "Ақтау қаласы", "60", "20 · 40", "Бейнеу ауданы", "15", "0 · 15"]);
        var bars = Bars(chart).Skip(3).ToList(); // after the legend
        bars.Count(b => b.Attribute("fill")!.Value.StartsWith("url(#h", StringComparison.Ordinal)).ShouldBe(2, "the second part is hatched");
        ((Width(bars[0]) + 3) * 2).ShouldBe(Width(bars[1]) + 3, tolerance: 1);
    }

    [Fact]
    public void before_and_after_stand_one_under_the_other()
    {
        var chart = Small with { Sections = [new("Білім", [new("Рәміздер", null, "") { Parts = [new(50, "50 %"), new(100, "100 %")] }]) { Form = ChartForm.Pairs, Series = ["дейін", "кейін"] }] };
        var bars = Bars(chart).Skip(3).Where(b => !b.Attribute("fill")!.Value.StartsWith("url", StringComparison.Ordinal)).ToList();
        (Width(bars[0]) * 2).ShouldBe(Width(bars[1]), tolerance: 1);
        Words(chart).ShouldContain("100 %");
    }

    [Theory, InlineData(1), InlineData(12), InlineData(90), InlineData(400)]
    public void a_timeline_prints_its_peak_and_its_ends_and_no_two_words_touch(int days)
    {
        var section = new ChartSection("Тіркелу", [.. Enumerable.Range(0, days).Select(i => new ChartBar($"{(i % 28) + 1:00}.03", i == days / 2 ? 250 : i % 7, i == days / 2 ? "250" : $"{i % 7}"))]) { Form = ChartForm.Timeline };
        var svg = Parse(Small with { Sections = [section], Footnote = null });
        var words = svg.Descendants().Where(e => e.Name.LocalName == "text").Skip(3).ToList();
        words.Select(w => w.Value).ShouldContain("250");
        words.Select(w => w.Value).ShouldContain("01.03");
        foreach (var row in words.Where(w => w.Value.Contains('.', StringComparison.Ordinal)).GroupBy(w => w.Attribute("y")!.Value))
        {
            var places = row.Select(w => (From: double.Parse(w.Attribute("x")!.Value, System.Globalization.CultureInfo.InvariantCulture), Wide: TextWidth.Of(w.Value, 32))).OrderBy(p => p.From).ToList();
            places.Zip(places.Skip(1), (a, b) => a.From + a.Wide <= b.From + 0.1).ShouldAllBe(free => free);
        }
        Bars(Small with { Sections = [section], Footnote = null }).ShouldAllBe(b => Width(b) > 0);
    }

    [Fact]
    public void a_small_chart_is_one_page() => BarChart.Pages(Small).ShouldHaveSingleItem().ShouldBe(BarChart.Draw(Small));

    private static XElement Parse(ChartData chart) => XElement.Load(new MemoryStream(BarChart.Draw(chart)));

    private static List<XElement> Bars(ChartData chart) => [.. Parse(chart).Descendants().Where(e => e.Name.LocalName == "rect").Skip(1)];

    private static IEnumerable<string> Words(ChartData chart) => Parse(chart).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);

    private static double Width(XElement bar) => double.Parse(bar.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
