using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Documents;

/// <summary>The certificates, diplomas, tickets and posters that ship. Those that draw need rsvg-convert and are skipped without it.</summary>
public sealed partial class ShippedDrawingTests
{
    private const string Link = "https://bot.example.kz/c/001-premier-014/3QhJrMupTW9GWCLJ";

    private static readonly ShippedTemplates Shipped = ShippedTemplates.Read(Path.Combine(ContentLoader.Folder, "Certificates"), Locales.Shipped);
    private static readonly EventSheet Sheet = new("Премьер лига", new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(5)), "Ақтау, Жастар орталығы", "«Жағалау» қоғамдық бірлестігі");

    private readonly Rsvg installed = Rsvg.Find(TimeProvider.System, Environment.GetEnvironmentVariable("PATH"));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<CertificateKind, string> Papers => [.. from kind in Enum.GetValues<CertificateKind>() from language in Texts.Languages select (kind, language)];

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Papers))]
    public void every_paper_speaks_its_language_and_leaves_no_placeholder(CertificateKind kind, string language)
    {
        var drawing = XElement.Load(new MemoryStream(Fill(kind, language)));
        var said = string.Join('\n', drawing.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        said.ShouldNotContain("{");
        said.ShouldContain("Ғалымбекова Әсел");
        said.ShouldContain("№ 001-premier-014");
        said.ShouldContain(Dates.Long(new(2026, 11, 21), language));
        said.ShouldContain(Locales.Shipped[kind == CertificateKind.ThankYou ? "cert.kind.thanks" : $"cert.kind.{kind.ToString().ToLowerInvariant()}", language]);
        QrReader.Read(drawing.Descendants().Single(e => e.Attribute("id")?.Value == "qr")).ShouldBe(Link);
    }

    [Theory]
    [InlineData("kk", "Осы сертификаттың иесі|Ғалымбекова Әсел|«Қыран» командасы · Жаңаөзен қаласы|«Премьер лига»|іс-шарасына қатысты")]
    [InlineData("ru", "Настоящий сертификат подтверждает, что|Ғалымбекова Әсел|команда «Қыран» · Жаңаөзен қаласы|является участником мероприятия|«Премьер лига»")]
    [InlineData("en", "This is to certify that|Ғалымбекова Әсел|team “Қыран” · Жаңаөзен қаласы|took part in|“Премьер лига”")]
    public void a_certificate_reads_as_one_sentence(string language, string sentence) =>
        string.Join('|', XElement.Load(new MemoryStream(Fill(CertificateKind.Certificate, language))).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)).ShouldContain(sentence);

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task a_paper_is_one_page_of_a4_lying(CertificateKind kind, string language)
    {
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        ShouldBePage(await MakeAsync(Fill(kind, language), RsvgFormat.Pdf), 841.89, 595.28);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task posters_are_one_page_of_a4_standing(string language)
    {
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        ShouldBePage(await MakeAsync(Shipped.Poster.Fill(TicketWords.CheckInPoster(Sheet, "481305", several: false, Locales.Shipped, language), [new(Link)]), RsvgFormat.Pdf), 595.28, 841.89);
        ShouldBePage(await MakeAsync(Shipped.Poster.Fill(TicketWords.RegistrationPoster(Sheet, Locales.Shipped, language), [new(Link)]), RsvgFormat.Pdf), 595.28, 841.89);
        var survey = TicketWords.SurveyPoster("Жастар саясаты: қала тұрғындарының пікірі", Sheet.Organisation, Sheet.StartsAt, anonymous: true, Locales.Shipped, language);
        ShouldBePage(await MakeAsync(Shipped.Survey.Fill(survey, [new(Link)]), RsvgFormat.Pdf), 595.28, 841.89);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task a_poster_for_several_channels_has_a_code_of_each(string language)
    {
        QrMark[] marks =
        [
            new("https://t.me/grantbot_example_bot?start=ev_open2026-oneruiizhanaozen", "Telegram"), new("https://wa.me/77000000000?text=%2Fstart%20ev_open2026-oneruiizhanaozen", "WhatsApp"),
            new("https://bot.example.kz/#ev_open2026-oneruiizhanaozen", LinkWords.Channel(Locales.Shipped, ChannelKind.Web, language)),
        ];
        foreach (var count in new[] { 2, 3 })
        {
            (string, byte[])[] posters =
            [
                ("register", Shipped.Poster.Fill(TicketWords.RegistrationPoster(Sheet, Locales.Shipped, language), marks[..count])),
                ("checkin", Shipped.Poster.Fill(TicketWords.CheckInPoster(Sheet, "K7PQ3M", several: true, Locales.Shipped, language), marks[..count])),
                ("survey", Shipped.Survey.Fill(TicketWords.SurveyPoster("Жастар саясаты: қала тұрғындарының пікірі", Sheet.Organisation, Sheet.StartsAt, anonymous: true, Locales.Shipped, language), marks[..count])),
            ];
            foreach (var (name, svg) in posters)
            {
                var parts = XElement.Load(new MemoryStream(svg)).Descendants().Single(e => e.Attribute("id")?.Value == "qr").Elements().ToList();
                parts.Take(count).Select(QrReader.Read).ShouldBe(marks[..count].Select(m => m.Text));
                parts.Skip(count).Select(p => p.Value).ShouldBe(marks[..count].Select(m => m.Label));
                if (!installed.Available) continue;
                var pdf = await MakeAsync(svg, RsvgFormat.Pdf);
                ShouldBePage(pdf, 595.28, 841.89);
                if (Environment.GetEnvironmentVariable("GRANTBOT_PICTURES") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{count}-{language}.pdf"), pdf, cancel);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task a_ticket_fills_a_phones_screen_with_code_and_qr(string language)
    {
        var svg = Shipped.Ticket.Fill(TicketWords.Ticket(Sheet, "K7PQ3M", "", Locales.Shipped, language), [new("https://t.me/grantbot_example_bot?start=t_K7PQ3M")]);
        var drawing = XElement.Load(new MemoryStream(svg));
        drawing.Descendants().Select(e => e.Value).ShouldContain("K7P Q3M");
        QrReader.Read(drawing.Descendants().Single(e => e.Attribute("id")?.Value == "qr")).ShouldBe("https://t.me/grantbot_example_bot?start=t_K7PQ3M");
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        var png = await MakeAsync(svg, RsvgFormat.Png);
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))).ShouldBe((720, 960));
    }

    [Fact]
    public void a_diploma_needs_its_place() =>
        Should.Throw<ArgumentException>(() => CertificateWords.Of(Paper(CertificateKind.Diploma) with { Rank = 4 }, Locales.Shipped, "kk"));

    [Fact]
    public void a_title_in_quotation_marks_gets_no_second_pair() =>
        CertificateWords.Of(Paper(CertificateKind.Certificate) with { Event = "«Премьер лига»" }, Locales.Shipped, "ru")["event"].ShouldBe("«Премьер лига»");

    [Fact]
    public void words_and_templates_know_the_same_placeholders()
    {
        CertificateWords.Of(Paper(CertificateKind.Certificate), Locales.Shipped, "kk").Keys.Order().ShouldBe(TemplateUse.Certificate.Known.Order());
        TicketWords.RegistrationPoster(Sheet, Locales.Shipped, "kk").Keys.Order().ShouldBe(TemplateUse.Ticket.Known.Order());
    }

    private static byte[] Fill(CertificateKind kind, string language) => Shipped.For(kind).Fill(CertificateWords.Of(Paper(kind), Locales.Shipped, language), [new(Link)]);

    private static Certificate Paper(CertificateKind kind) => new()
    {
        Kind = kind, Number = CertificateNumber.Of("001", "premier", 14), Name = "Ғалымбекова Әсел", Event = "Премьер лига", Date = new(2026, 11, 21),
        Place = "Ақтау", Organisation = "«Жағалау» қоғамдық бірлестігі", Team = "Қыран", Territory = "Жаңаөзен қаласы", Nomination = "Үздік спикер",
        Rank = kind == CertificateKind.Diploma ? 2 : null,
    };

    private async Task<byte[]> MakeAsync(byte[] svg, RsvgFormat format) => (await installed.ConvertAsync(svg, format, cancel)).ShouldBeOfType<Rendering.Made>().Bytes;

    private static void ShouldBePage(byte[] pdf, double width, double height)
    {
        var text = Encoding.Latin1.GetString(pdf);
        PageTree().Match(text).Groups[1].Value.ShouldBe("1");
        var box = MediaBox().Match(text);
        double.Parse(box.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(width, 0.5);
        double.Parse(box.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(height, 0.5);
    }

    [GeneratedRegex(@"/Count (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex PageTree();

    [GeneratedRegex(@"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", RegexOptions.NonBacktracking)]
    private static partial Regex MediaBox();
}
