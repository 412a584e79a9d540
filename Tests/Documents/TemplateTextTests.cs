using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Documents;

/// <summary>What becomes of the texts of a template: filled, fitted, stacked.</summary>
public sealed class TemplateTextTests
{
    private static readonly string Longest = string.Join(' ', new string('Ш', 60), new string('ә', 60), new string('Ж', 60));

    [Theory]
    [InlineData("Ли Ян", 40, 1)]
    [InlineData("Ғалымбекова Әсел Құдайбергенқызы", 28, 1)]
    [InlineData("Нұрмұхамбетова-Сейітжаппарқызы Гүлмаржанбибі Әбдіғаппарқызы", 24, 2)]
    public void a_long_name_becomes_smaller_and_then_two_lines(string name, double atLeast, int lines)
    {
        var text = Filled("<text x='300' y='50' font-size='40' data-width='600'>{name}</text>", name);
        Size(text).ShouldBeGreaterThanOrEqualTo(atLeast);
        Lines(text).Count.ShouldBe(lines);
        Lines(text).ShouldAllBe(l => TextWidth.Of(l, Size(text)) <= 600);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void the_longest_name_fits_whatever_it_takes(int lines)
    {
        var text = Filled($"<text x='300' y='50' font-size='40' data-width='600' data-lines='{lines}'>{{name}}</text>", Longest);
        Lines(text).Count.ShouldBeLessThanOrEqualTo(lines);
        Lines(text).ShouldAllBe(l => TextWidth.Of(l, Size(text)) <= 600.5);
        string.Concat(Lines(text)).Replace(" ", "").ShouldBe(Longest.Replace(" ", ""));
    }

    [Fact]
    public void lines_of_a_broken_text_are_about_equal_and_stand_about_its_place()
    {
        var text = Filled("<text x='300' y='50' font-size='20' data-width='300' data-min='20'>{event}</text>", "бір екі үш төрт бес алты жеті сегіз тоғыз он бір");
        var widths = Lines(text).Select(l => TextWidth.Of(l, 20)).ToList();
        widths.Count.ShouldBe(2);
        (widths.Min() / widths.Max()).ShouldBeGreaterThan(0.7);
        text.Elements().Select(e => (e.Attribute("x")!.Value, Number(e, "dy"))).ShouldBe([("300", -12.2), ("300", 24.4)]);
    }

    [Fact]
    public void a_bold_or_spaced_text_is_given_more_room()
    {
        const string Words = "Ғалымбекова Әсел Құдайбергенқызы";
        var plain = Size(Filled("<text font-size='40' data-width='600' data-lines='1'>{name}</text>", Words));
        Size(Filled("<text font-size='40' data-width='600' data-lines='1' font-weight='bold'>{name}</text>", Words)).ShouldBeLessThan(plain);
        Size(Filled("<text style='font-weight:700;font-size:40px' data-width='600' data-lines='1'>{name}</text>", Words)).ShouldBeLessThan(plain);
        Size(Filled("<text font-size='40' letter-spacing='5' data-width='600' data-lines='1'>{name}</text>", Words)).ShouldBeLessThan(plain);
    }

    [Fact]
    public void a_text_as_inkscape_writes_it_is_fitted_too()
    {
        var text = Filled("<text style='font-size:40px;fill:#000' x='300' y='50' data-width='600'><tspan x='300' y='50' style='font-size:40px'>{name}</tspan></text>", Longest);
        var inner = text.Elements().ShouldHaveSingleItem();
        inner.Elements().Count().ShouldBe(2);
        Size(inner).ShouldBeLessThan(20);
        inner.Attribute("style")!.Value.ShouldNotContain("font-size");
    }

    [Theory]
    [InlineData("</text><script>alert(1)</script>")]
    [InlineData("{event}{qr}{name}")]
    [InlineData("&lt;&#0;&xxe; ]]> <!--")]
    [InlineData("' onload='alert(1)")]
    public void hostile_values_stay_text(string hostile)
    {
        var drawing = Draw("<text data-width='900'>{name}</text><text>{event}</text>", new() { ["name"] = hostile, ["event"] = "лига" });
        drawing.Descendants().Count().ShouldBe(2);
        drawing.Elements().First().Value.ShouldBe(hostile);
        drawing.Descendants().SelectMany(e => e.Attributes()).ShouldNotContain(a => a.Name.LocalName == "onload");
    }

    [Fact]
    public void control_characters_half_letters_and_turned_writing_are_left_out() =>
        Filled("<text>{name}</text>", "Әсел\u0000\u0007 \u202E\uD800Ғали\u200F\n\t Айша\uFEFF").Value.ShouldBe("Әсел Ғали Айша");

    [Fact]
    public void a_value_without_end_is_cut() => Filled("<text>{name}</text>", new string('а', 100_000)).Value.ShouldBe(new string('а', TemplateUse.LongestValue) + "…");

    [Theory]
    [InlineData("Қыран", "Ақтау", "Қыран · Ақтау")]
    [InlineData("", "Ақтау", "Ақтау")]
    [InlineData("Қыран", "", "Қыран")]
    public void a_dot_between_two_values_goes_with_the_empty_one(string team, string territory, string expected) =>
        Draw("<text>{team} · {territory}</text>", new() { ["team"] = team, ["territory"] = territory }).Elements().Single().Value.ShouldBe(expected);

    [Fact]
    public void a_text_with_nothing_to_say_is_left_out() => Draw("<text>№ {number}</text><text>тұрақты</text>", []).Elements().Single().Value.ShouldBe("тұрақты");

    [Fact]
    public void stacked_texts_never_overlap_nor_leave_their_room()
    {
        const string Stack = "<g data-top='100' data-bottom='300'><text x='5' font-size='40' data-width='300'>{name}</text><g data-height='10' data-gap='5'/><text x='5' font-size='30' data-gap='20' data-width='300' data-lines='4' data-min='28'>{event}</text><text x='5' font-size='20' data-gap='10'>{place}</text></g>";
        foreach (var (name, @event, place) in new[] { ("Ли", "Лига", ""), ("Ли", "Лига", "Ақтау"), (Longest, string.Join(' ', Enumerable.Repeat("чемпионат", 14)), "Ақтау") })
        {
            var stack = Draw(Stack, new() { ["name"] = name, ["event"] = @event, ["place"] = place }).Elements().Single();
            var bottom = 100.0;
            foreach (var text in stack.Elements().Where(e => e.Name.LocalName == "text"))
            {
                (Number(text, "y") - (Size(text) * 0.9)).ShouldBeGreaterThanOrEqualTo(bottom);
                bottom = Number(text, "y") + ((Math.Max(1, text.Elements().Count()) - 1) * TemplateText.Leading * Size(text)) + (Size(text) * 0.22);
            }
            bottom.ShouldBeLessThanOrEqualTo(300.1);
        }
    }

    [Fact]
    public void the_qr_code_takes_the_middle_of_its_rectangle_and_its_transformation()
    {
        var drawing = Draw("<rect id='qr' x='10' y='20' width='200' height='100' transform='translate(5 5)'/>", [], new QrMark("https://t.me/x"));
        var qr = drawing.Elements().Single(e => e.Attribute("id")?.Value == "qr");
        qr.Attribute("transform")!.Value.ShouldBe("translate(5 5)");
        qr.Elements().Single().Attribute("transform")!.Value.ShouldStartWith("translate(60 20)");
        QrReader.Read(qr).ShouldBe("https://t.me/x");
    }

    [Fact]
    public void several_qr_codes_stand_side_by_side_with_what_they_lead_to()
    {
        var drawing = Draw("<rect id='qr' x='10' y='20' width='310' height='200'/>", [], new QrMark("https://t.me/x", "Telegram"), new QrMark("https://wa.me/7", "WhatsApp"));
        var parts = drawing.Elements().Single(e => e.Attribute("id")?.Value == "qr").Elements().ToList();
        parts.Take(2).Select(QrReader.Read).ShouldBe(["https://t.me/x", "https://wa.me/7"]);
        parts.Take(2).Select(p => p.Attribute("transform")!.Value.Split(')')[0]).ShouldBe(["translate(10 23", "translate(170 23"]); // 150 each, 10 between; 44 below for the labels
        parts.Skip(2).Select(p => (p.Value, p.Attribute("x")!.Value)).ShouldBe([("Telegram", "85"), ("WhatsApp", "245")]);
    }

    [Fact]
    public void without_a_link_the_rectangle_goes() => Draw("<rect id='qr' width='9' height='9'/>", []).Elements().ShouldBeEmpty();

    private static XElement Filled(string text, string value) =>
        Draw(text, new() { ["name"] = value, ["event"] = value }).Elements().Single();

    /// <summary>What becomes of a body; the name that every template needs is put away again.</summary>
    private static XElement Draw(string body, Dictionary<string, string> values, params IReadOnlyList<QrMark> qr)
    {
        var file = $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 900 400'>{body}<text id='last' data-width='9'>{{name}}</text></svg>";
        var template = CertificateTemplate.Read(Encoding.UTF8.GetBytes(file), TemplateUse.Certificate).Template.ShouldNotBeNull();
        var drawing = XElement.Load(new MemoryStream(template.Fill(values, qr)));
        drawing.Elements().SingleOrDefault(e => e.Attribute("id")?.Value == "last")?.Remove();
        return drawing;
    }

    private static List<string> Lines(XElement text) => text.HasElements ? [.. text.Elements().Select(e => e.Value)] : [text.Value];

    private static double Size(XElement text) => TemplateText.Size(text);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
