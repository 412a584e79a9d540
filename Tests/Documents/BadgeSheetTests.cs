using DocumentFormat.OpenXml.Wordprocessing;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Documents;

public sealed class BadgeSheetTests
{
    private const int BadgeHeight = 3118; // 55 mm in twips

    private static readonly Texts Texts = Locales.Shipped;
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly Badge Sana = new("Әлиева Сана", BadgeRole.Participant) { Team = "Сұңқар", Institution = "№22 мектеп", Territory = "Жаңаөзен қаласы" };

    [Theory]
    [InlineData("kk", "Премьер лига2026 жылғы 21 қараша | Әлиева Сана | Сұңқар№22 мектепЖаңаөзен қаласы | Қатысушы")]
    [InlineData("ru", "Премьер лига21 ноября 2026 г. | Әлиева Сана | Сұңқар№22 мектепЖаңаөзен қаласы | Участник")]
    public void a_badge_says_event_day_name_team_place_and_role(string language, string badge)
    {
        using var sheet = new OpenedDocument(BadgeSheet.Document("Премьер лига", Day, [Sana], language, Texts));
        string.Join(" | ", sheet.Body.Descendants<Table>().ElementAt(1).Elements<TableRow>().Select(r => string.Concat(r.InnerText))).ShouldBe(badge);
        sheet.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void two_stand_side_by_side_in_rows_of_55_mm()
    {
        using var sheet = new OpenedDocument(BadgeSheet.Document("Премьер лига", Day, [.. Enumerable.Repeat(Sana, 9)], "kk", Texts));
        var rows = sheet.Table.Elements<TableRow>().ToList();
        rows.Count.ShouldBe(5);
        rows.ShouldAllBe(r => r.Elements<TableCell>().Count() == 2);
        rows.Select(r => r.TableRowProperties!.GetFirstChild<TableRowHeight>()!).ShouldAllBe(h => h.Val! == BadgeHeight && h.HeightType! == HeightRuleValues.Exact);
    }

    [Theory]
    [InlineData("Әлиева Сана", 22)]
    [InlineData("Константинопольская-Мұхаммедқалиева Айзада-Гүлжауһар", 12)]
    public void a_long_name_shrinks_until_no_word_is_broken(string name, double largest)
    {
        using var sheet = new OpenedDocument(BadgeSheet.Document("Премьер лига", Day, [Sana with { Name = name }], "kk", Texts));
        var lines = Lines(sheet);
        lines.Count.ShouldBeLessThanOrEqualTo(2);
        string.Join(' ', lines.Select(l => l.InnerText)).ShouldBe(name);
        lines.ShouldAllBe(l => double.Parse(l.Descendants<FontSize>().Last().Val!) / 2 <= largest);
    }

    [Fact]
    public void a_name_without_end_is_cut_at_the_smallest_size()
    {
        using var sheet = new OpenedDocument(BadgeSheet.Document("Премьер лига", Day, [Sana with { Name = new string('Ш', 300) }], "kk", Texts));
        Lines(sheet).Count.ShouldBe(2);
        Lines(sheet)[1].InnerText.ShouldEndWith("…");
    }

    [Fact]
    public void each_code_is_a_picture_of_its_own()
    {
        using var sheet = new OpenedDocument(BadgeSheet.Document("Премьер лига", Day, [Sana with { Qr = Dot }, Sana, Sana with { Qr = Dot, Role = BadgeRole.Judge }], "kk", Texts));
        sheet.Document.MainDocumentPart!.ImageParts.Count().ShouldBe(2);
        sheet.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Drawing>().Count().ShouldBe(2);
        sheet.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void a_code_that_is_no_png_is_our_mistake() =>
        Should.Throw<ArgumentException>(() => BadgeSheet.Document("Премьер лига", Day, [Sana with { Qr = "<svg/>"u8.ToArray() }], "kk", Texts));

    [Fact]
    public void every_role_has_its_words_and_its_colour()
    {
        using var sheet = new OpenedDocument(BadgeSheet.Document("Премьер лига", Day, [.. Enum.GetValues<BadgeRole>().Select(r => Sana with { Role = r })], "kk", Texts));
        sheet.Body.Descendants<Shading>().Select(s => s.Fill!.Value).Distinct().Count().ShouldBe(4);
    }

    private static List<Paragraph> Lines(OpenedDocument sheet) => [.. sheet.Body.Descendants<Table>().ElementAt(1).Elements<TableRow>().ElementAt(1).Descendants<Paragraph>()];
}
