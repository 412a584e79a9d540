using System.Text;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Documents;

/// <summary>What staff may send as a template, and what is said to what they may not.</summary>
public sealed class CertificateTemplateTests
{
    private const string Name = "<text x='1' y='1' data-width='90'>{name}</text>", Box = "<rect id='qr' x='1' y='1' width='9' height='9'/>";

    [Fact]
    public void a_plain_template_has_no_problems() => Codes(Svg(Name + Box)).ShouldBeEmpty();

    [Theory]
    [InlineData("", "not-xml")]
    [InlineData("жай мәтін", "not-xml")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>{name}", "not-xml")]
    [InlineData("<html><body/></html>", "not-svg")]
    [InlineData("<svg viewBox='0 0 9 9'/>", "not-svg")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text data-width='9'>{name}&b;</text></svg>", "dtd")]
    [InlineData("<!DOCTYPE svg [<!ENTITY file SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text data-width='9'>{name}&file;</text></svg>", "dtd")]
    public void what_is_no_drawing_is_refused(string file, string code) => Codes(file).ShouldBe([code]);

    [Theory]
    [InlineData("<script>alert(1)</script>", "forbidden")]
    [InlineData("<SCRIPT/>", "forbidden")]
    [InlineData("<foreignObject/>", "forbidden")]
    [InlineData("<set attributeName='href' to='javascript:alert(1)'/>", "forbidden")]
    [InlineData("<script xmlns='http://www.w3.org/1999/xhtml'/>", "forbidden")]
    [InlineData("<p xmlns='http://www.w3.org/1999/xhtml'/>", "forbidden")]
    [InlineData("<rect onload='alert(1)'/>", "handler")]
    [InlineData("<rect OnClick='alert(1)'/>", "handler")]
    [InlineData("<image href='https://example.kz/a.png'/>", "external")]
    [InlineData("<image href='file:///etc/passwd'/>", "external")]
    [InlineData("<image xlink:href='//example.kz/a.png' xmlns:xlink='http://www.w3.org/1999/xlink'/>", "external")]
    [InlineData("<image href='data:image/svg+xml;base64,AAAA'/>", "external")]
    [InlineData("<image href='data:text/html;base64,AAAA'/>", "external")]
    [InlineData("<use href='other.svg#a'/>", "external")]
    [InlineData("<a href=' javascript:alert(1)'/>", "external")]
    [InlineData("<rect fill='url(https://example.kz/a#b)'/>", "external")]
    [InlineData("<rect style='fill: URL( \"//example.kz/a\" )'/>", "external")]
    [InlineData("<rect style='fill:\\75rl(//example.kz)'/>", "external")]
    [InlineData("<style>@import 'https://example.kz/a.css';</style>", "external")]
    [InlineData("<style>a{fill:url(https://example.kz/a)}</style>", "external")]
    [InlineData("<g xml:base='https://example.kz/'/>", "external")]
    [InlineData("<?xml-stylesheet href='https://example.kz/a.css'?>", "external")]
    public void what_runs_or_fetches_is_refused(string hostile, string code) => Codes(Svg(Name + Box + hostile)).ShouldBe([code]);

    [Theory]
    [InlineData("<image href='data:image/png;base64,iVBORw0KGgo='/>")]
    [InlineData("<image xlink:href='data:image/jpeg;base64,/9j/' xmlns:xlink='http://www.w3.org/1999/xlink'/>")]
    [InlineData("<g id='a'/><use href='#a'/><rect fill='url(#a)' style='stroke:url(\"#a\")'/>")]
    [InlineData("<style>.a{fill:#123456}</style><metadata><x xmlns='urn:drawing-program' href2='https://example.kz'/></metadata><!-- note -->")]
    public void what_a_drawing_program_writes_is_taken(string harmless) => Codes(Svg(Name + Box + harmless)).ShouldBeEmpty();

    [Fact]
    public void drawing_programs_own_notes_do_not_reach_the_document()
    {
        var template = Read(Svg(Name + Box + "<!-- secret --><n:view xmlns:n='urn:n' n:path='/home/somebody'/><g xmlns:n='urn:n' n:label='somebody'/>")).Template!;
        var text = Encoding.UTF8.GetString(template.Fill(new Dictionary<string, string>(), []));
        text.ShouldNotContain("secret");
        text.ShouldNotContain("somebody");
    }

    [Theory]
    [InlineData("<text>Сертификат</text>", "missing", "{name}")]
    [InlineData(Name + "<text>{fullname}</text>", "unknown", "{fullname}")]
    [InlineData(Name + "<text>{qr}</text>", "qr-text", "")]
    [InlineData(Name + "<text data-width='wide'>{event}</text>", "number", "wide")]
    [InlineData(Name + "<text data-width='0'>{event}</text>", "number", "0")]
    [InlineData("<rect/><text>{name}</text>", "room", "{name}")]
    public void placeholders_are_checked(string body, string code, string found) =>
        Read(Svg(body + Box)).Problems.Select(p => (p.Code, p.Found)).ShouldBe([(code, found)]);

    [Fact]
    public void a_template_without_a_place_for_the_qr_code_is_only_warned_about()
    {
        var reading = Read(Svg(Name));
        reading.Template.ShouldNotBeNull().HasQr.ShouldBeFalse();
        reading.Problems.ShouldHaveSingleItem().ShouldBe(new TemplateProblem(1, false, "qr-missing", 0, "", ""));
    }

    [Theory]
    [InlineData("<g id='qr'/>")]
    [InlineData("<rect id='qr' width='9' height='0'/>")]
    [InlineData("<rect id='qr' width='50%' height='9'/>")]
    [InlineData("<rect id='qr' x='left' width='9' height='9'/>")]
    public void the_place_of_the_qr_code_needs_numbers(string box) => Codes(Svg(Name + box)).ShouldBe(["qr-size"]);

    [Fact]
    public void a_drawing_without_a_size_is_refused()
    {
        Codes($"<svg xmlns='http://www.w3.org/2000/svg'>{Name}{Box}</svg>").ShouldBe(["size"]);
        Codes($"<svg xmlns='http://www.w3.org/2000/svg' width='297mm' height='210mm'>{Name}{Box}</svg>").ShouldBeEmpty();
    }

    [Fact]
    public void too_large_too_deep_and_too_many_are_refused_at_once()
    {
        Codes(Svg(Name + Box + new string(' ', CertificateTemplate.LargestFile))).ShouldBe(["too-large"]);
        Codes(Svg(string.Concat(Enumerable.Repeat("<g>", 50_000)) + string.Concat(Enumerable.Repeat("</g>", 50_000)))).ShouldBe(["deep"]);
        Codes(Svg(string.Concat(Enumerable.Repeat("<g/>", 50_000)))).ShouldBe(["deep"]);
    }

    [Fact]
    public void all_problems_are_told_at_once_with_line_and_remedy_in_three_languages()
    {
        var problems = Read("<!DOCTYPE svg>\n<svg xmlns='http://www.w3.org/2000/svg'>\n<script/>\n<text onclick='x()'>{nmae}</text>\n<image href='http://example.kz/'/>\n</svg>").Problems;
        problems.Select(p => (p.Number, p.IsError, p.Line, p.Code)).ShouldBe(
            [(1, true, 0, "dtd"), (2, true, 0, "missing"), (3, true, 2, "size"), (4, true, 3, "forbidden"), (5, true, 4, "handler"), (6, true, 4, "unknown"), (7, true, 5, "external"), (1, false, 0, "qr-missing")]);
        problems[5].Say(Locales.Shipped, "en").ShouldStartWith("6. line 4: there is no placeholder {nmae}. There are: {name}, {event}, {date}");
        foreach (var language in Texts.Languages) problems.ShouldAllBe(p => p.Say(Locales.Shipped, language).Length > 20);
    }

    [Fact]
    public void a_thousand_mistakes_are_not_all_told() => Read(Svg(string.Concat(Enumerable.Range(0, 1000).Select(i => $"<text>{{a{i}}}</text>")))).Problems.Count.ShouldBe(50);

    private static TemplateReading Read(string file) => CertificateTemplate.Read(Encoding.UTF8.GetBytes(file), TemplateUse.Certificate);

    private static List<string> Codes(string file) => [.. Read(file).Problems.Select(p => p.Code)];

    private static string Svg(string body) => $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>{body}</svg>";
}
