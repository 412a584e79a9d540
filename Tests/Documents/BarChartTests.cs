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

    [Fact]
    public void a_small_chart_is_one_page() => BarChart.Pages(Small).ShouldHaveSingleItem().ShouldBe(BarChart.Draw(Small));

    private static XElement Parse(ChartData chart) => XElement.Load(new MemoryStream(BarChart.Draw(chart)));

    private static List<XElement> Bars(ChartData chart) => [.. Parse(chart).Descendants().Where(e => e.Name.LocalName == "rect").Skip(1)];

    private static IEnumerable<string> Words(ChartData chart) => Parse(chart).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);

    private static double Width(XElement bar) => double.Parse(bar.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
