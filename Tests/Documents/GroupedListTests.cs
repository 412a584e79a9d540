using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;
using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Documents;

/// <summary>Lists for signatures by team and by territory, as .xlsx and as .docx.</summary>
public sealed class GroupedListTests
{
    private static readonly Texts Texts = Locales.Shipped;
    private static readonly TimeSpan Aqtau = TimeSpan.FromHours(5);
    private static readonly ListHeading Heading = new("Премьер лига", new(2026, 11, 21, 10, 0, 0, Aqtau), "Ақтау қаласы", new(2026, 11, 20, 18, 30, 0, Aqtau));
    private static readonly ListedTeam Falcon = new("Сұңқар", "№22 мектеп", "Әлиева Сана"), Eagle = new("Бүркіт");

    private static readonly ListedPerson[] People =
    [
        new("Үсенова Дана", "+77000000003", "№22 мектеп", Falcon, "Жаңаөзен қаласы"),
        new("Әлиева Айым", "+77000000001", "№22 мектеп", Falcon, "Жаңаөзен қаласы"),
        new("Усенов Алан", "+77000000002", "№3 мектеп", Eagle, "Ақтау қаласы"),
        new("Абаев Арман", "+77000000004", "=1+1"),
    ];

    private static readonly string[] ByTeam =
    [
        "«Бүркіт» командасы – 1 адам", "1 | Усенов Алан | +77000000002 | №3 мектеп | ",
        "«Сұңқар» командасы – 2 адам; №22 мектеп; жетекшісі: Әлиева Сана", "2 | Әлиева Айым | +77000000001 | №22 мектеп | ", "3 | Үсенова Дана | +77000000003 | №22 мектеп | ",
        "Командасы жоқтар – 1 адам", "4 | Абаев Арман | +77000000004 | =1+1 | ",
    ];

    [Fact]
    public void teams_stand_together_in_a_document_and_numbers_run_through()
    {
        using var list = new OpenedDocument(ParticipantList.Document(Heading, People, "kk", Texts, ListGrouping.Team));
        list.Rows.Skip(1).ShouldBe(ByTeam);
        list.Title[0].ShouldBe("Командалар тізімі");
        list.Title[^1].ShouldBe("20.11.2026 18:30 жағдай бойынша, расталғандар саны – 4; командалар саны – 2");
    }

    [Fact]
    public void teams_stand_together_in_a_workbook_and_numbers_run_through()
    {
        using var list = new OpenedSheet(ParticipantList.Workbook(Heading, People, "kk", Texts, ListGrouping.Team));
        list.Rows().Skip(6).Select(r => r.Replace(" |  |  |  | ", "", StringComparison.Ordinal)).ShouldBe(ByTeam);
        list.Sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value).ShouldContain("A8:E8");
    }

    [Fact]
    public void by_territory_a_column_says_the_team_and_the_paper_lies_down()
    {
        using var list = new OpenedDocument(ParticipantList.Document(Heading, People, "ru", Texts, ListGrouping.Territory));
        list.Rows[0].ShouldBe("№ | Ф.И.О. | Контактный номер | Место учёбы | Команда | Подпись");
        list.Rows[1].ShouldBe("Ақтау қаласы – 1 чел.");
        list.Rows[2].ShouldBe("1 | Усенов Алан | +77000000002 | №3 мектеп | Бүркіт | ");
        list.Rows[^2].ShouldBe("Территория не указана – 1 чел.");
        list.Body.Descendants<PageSize>().Single().Orient!.Value.ShouldBe(PageOrientationValues.Landscape);
        using var sheet = new OpenedSheet(ParticipantList.Workbook(Heading, People, "ru", Texts, ListGrouping.Territory));
        sheet.Sheet.Descendants<PageSetup>().Single().Orientation!.Value.ShouldBe(OrientationValues.Landscape);
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void a_document_is_valid_and_reads_as_the_workbook_does(string language)
    {
        using var list = new OpenedDocument(ParticipantList.Document(Heading, People, language, Texts));
        using var sheet = new OpenedSheet(ParticipantList.Workbook(Heading, People, language, Texts));
        list.Problems.ShouldBeEmpty();
        list.Title.ShouldBe(sheet.Rows().Take(5));
        list.Rows.ShouldBe(sheet.Rows().Skip(5));
    }

    [Fact]
    public void the_header_returns_on_every_page_and_no_row_is_parted()
    {
        using var list = new OpenedDocument(ParticipantList.Document(Heading, People, "kk", Texts, ListGrouping.Team));
        list.Table.Elements<TableRow>().Select(r => r.Descendants<TableHeader>().Any()).ShouldBe([true, .. Enumerable.Repeat(false, 7)]);
        list.Table.Elements<TableRow>().ShouldAllBe(r => r.Descendants<CantSplit>().Any());
        list.Table.Elements<TableRow>().ElementAt(1).Descendants<KeepNext>().Any().ShouldBeTrue();
    }

    [Theory]
    [InlineData("kk", " PAGE -бет, барлығы  NUMPAGES ")]
    [InlineData("ru", "Страница  PAGE  из  NUMPAGES ")]
    public void the_foot_counts_the_pages(string language, string foot)
    {
        using var list = new OpenedDocument(ParticipantList.Document(Heading, People, language, Texts));
        var line = list.Document.MainDocumentPart!.FooterParts.Single().Footer.GetFirstChild<Paragraph>()!;
        string.Concat(line.ChildElements.Select(e => e is SimpleField field ? field.Instruction!.Value : e.InnerText)).ShouldBe(foot);
    }

    [Fact]
    public void hostile_names_are_text_alone()
    {
        using var list = new OpenedDocument(ParticipantList.Document(Heading, [new("<w:p/>\u0000\uD83D {page} =1+1\nx", new string('я', 5000), "")], "kk", Texts));
        list.Problems.ShouldBeEmpty();
        list.Rows[1].ShouldStartWith("1 | <w:p/> {page} =1+1 x | яя");
        list.Rows[1].Length.ShouldBeLessThan(2100);
    }

    [Fact]
    public void an_empty_document_is_still_a_list()
    {
        using var list = new OpenedDocument(ParticipantList.Document(Heading with { Place = "" }, [], "kk", Texts, ListGrouping.Team));
        list.Problems.ShouldBeEmpty();
        list.Rows.Count.ShouldBe(1);
    }
}
