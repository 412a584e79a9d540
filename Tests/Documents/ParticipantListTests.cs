using DocumentFormat.OpenXml.Spreadsheet;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Indicators;

using GrantBot.Tests.Given;

namespace GrantBot.Tests.Documents;

public sealed class ParticipantListTests
{
    private static readonly Texts Texts = Locales.Shipped;
    private static readonly TimeSpan Aqtau = TimeSpan.FromHours(5);
    private static readonly ListHeading Heading = new("Премьер лига", new(2026, 11, 21, 10, 0, 0, Aqtau), "Ақтау қаласы", new(2026, 11, 20, 18, 30, 0, Aqtau));

    private static readonly ListedPerson[] People =
    [
        new("Үсенова Дана", "+77000000003", "№3 мектеп"),
        new("Әлиева Сана", "+77000000001", "№1 мектеп"),
        new("Усенов Алан", "+77000000002", ""),
        new("Абаев Арман", "", "=1+1"),
    ];

    [Fact]
    public void people_stand_in_the_kazakh_alphabet_with_numbers_and_room_to_sign()
    {
        using var list = new OpenedSheet(ParticipantList.Workbook(Heading, People, "kk", Texts));
        Enumerable.Range(8, 4).Select(r => $"{list.Text($"A{r}")} {list.Text($"B{r}")}").ShouldBe(["1 Абаев Арман", "2 Әлиева Сана", "3 Усенов Алан", "4 Үсенова Дана"]);
        list.Text("E8").ShouldBe("");
        list.Sheet.Descendants<Row>().Where(r => r.RowIndex! >= 8).ShouldAllBe(r => r.Height! >= 28);
    }

    [Theory]
    [InlineData("kk", "№|Аты-жөні|Байланыс нөмірі|Оқу орны|Қолы", "Іс-шара: Премьер лига|Өткізілу күні: 2026 жылғы 21 қараша, 10:00|Өткізілу орны: Ақтау қаласы|20.11.2026 18:30 жағдай бойынша, расталғандар саны – 4")]
    [InlineData("ru", "№|Ф.И.О.|Контактный номер|Место учёбы|Подпись", "Мероприятие: Премьер лига|Дата проведения: 21 ноября 2026 г., 10:00|Место проведения: Ақтау қаласы|По состоянию на 20.11.2026 18:30, подтверждённых – 4")]
    [InlineData("en", "No.|Full name|Phone number|Place of study|Signature", "Event: Премьер лига|Date: 21 November 2026, 10:00|Place: Ақтау қаласы|As of 20.11.2026 18:30, confirmed: 4")]
    public void headings_are_those_of_the_report_in_three_languages(string language, string columns, string title)
    {
        using var list = new OpenedSheet(ParticipantList.Workbook(Heading, People, language, Texts));
        string.Join('|', "ABCDE".Select(c => list.Text($"{c}7"))).ShouldBe(columns);
        string.Join('|', Enumerable.Range(2, 4).Select(r => list.Text($"A{r}"))).ShouldBe(title);
    }

    [Fact]
    public void an_empty_list_is_still_a_list()
    {
        using var list = new OpenedSheet(ParticipantList.Workbook(Heading with { Place = "" }, [], "kk", Texts));
        list.Text("A4").ShouldBe("Өткізілу орны: ____________________");
        list.Sheet.Descendants<Row>().Count().ShouldBe(6);
    }
}
