using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;
using GrantBot.Tests.Registration.Import;

namespace GrantBot.Tests.People;

/// <summary>Rows with problems come back as a workbook that can be mended and sent.</summary>
public sealed class ProblemBookTests
{
    private const string List = "| ФИО | ИИН | Телефон | Дата рождения |\n| Сана | 040305650123 | 222-33 | 05.03.2004 |\n| Әлиева Сана | 040305650124 | 87012223301 | 05.03.2004 |\n| Бекова Айша | 040305650125 | 87012223302 | 31.02.2005 |";

    [Fact]
    public void it_holds_the_rows_with_problems_and_what_to_mend_but_no_iin()
    {
        var sheet = Book();
        sheet.Rows[0].Cells.Select(c => c.Text).ShouldBe(["ФИО", "Телефон", "Дата рождения", "Что исправить"]);
        sheet.Rows.Count.ShouldBe(3);
        sheet.Rows[1].Cells[^1].Text.ShouldContain("Строка 2");
        sheet.Rows.SelectMany(r => r.Cells).ShouldAllBe(c => !c.Text.Contains("0403056501", StringComparison.Ordinal));
    }

    [Fact]
    public void sent_again_it_is_read_like_any_list()
    {
        var again = Domain.Registration.Import.ImportReader.Read(Book(), Imported.Form, Imported.Today);
        again.HasNames.ShouldBeTrue();
        again.Problems.Select(p => p.Key).ShouldBe(["import.fullname", "import.phone", "import.date"]);
    }

    private static Sheet Book()
    {
        var sheet = MarkdownSheets.Read(List).Sheets[0];
        var bytes = ProblemBook.Of(Domain.Registration.Import.ImportReader.Read(sheet, Imported.Form, Imported.Today), sheet, "ru", Locales.Shipped).ShouldNotBeNull();
        return ((WorkbookReading.Read)ImportFile.Read(bytes, "problems.xlsx")).Sheets.Sheets[0];
    }
}
