using System.Text;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Registration.Import;

public sealed class ImportFileTests
{
    private const string Table = "Аты-жөні;Телефон\r\n\"Әлиева; Сана\";8700\r\n\r\nОмаров Асан;8701\r\n";

    static ImportFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void a_csv_is_read_with_the_row_numbers_a_spreadsheet_shows()
    {
        var sheet = Read(Encoding.UTF8.GetBytes(Table));
        sheet.Rows.Select(r => $"{r.Number}: {string.Join(" | ", r.Cells.Select(c => c.Text))}").ShouldBe(["1: Аты-жөні | Телефон", "2: Әлиева; Сана | 8700", "4: Омаров Асан | 8701"]);
    }

    [Fact]
    public void every_encoding_of_excel_is_known()
    {
        var russian = Table.Replace('ө', 'о').Replace('Ә', 'А').Replace('і', 'i');
        Encoding[] encodings = [new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.GetEncoding(1251)];
        foreach (var encoding in encodings) Read([.. encoding.GetPreamble(), .. encoding.GetBytes(russian)]).Rows[0].Cells.Select(c => c.Text).ShouldBe(["Аты-жонi", "Телефон"], encoding.WebName);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void every_separator_is_found(char separator) =>
        Read(Encoding.UTF8.GetBytes($"\"ФИО, полностью; обязательно\"{separator}Телефон{separator}Город\nӘлиева Сана{separator}8700{separator}Ақтау")).Rows.ShouldAllBe(r => r.Cells.Count == 3);

    [Fact]
    public void a_cell_may_hold_lines_and_quotes() =>
        Read("a,b\n\"x \"\"y\"\"\nz\",=1+1"u8.ToArray()).Rows[1].Cells.Select(c => c.Text).ShouldBe(["x \"y\"\nz", "=1+1"]);

    [Fact]
    public void a_workbook_gives_its_first_filled_sheet_whatever_its_name()
    {
        var book = Workbooks.Of(new SheetSet([new("Бос", []), new("Ответы", [new(1, [Cell.Of("ФИО")]), new(2, [Cell.Of("Әлиева Сана")])])]));
        Read(book, "ответы.xlsx").Name.ShouldBe("Ответы");
        Read(book, "ответы.csv").Name.ShouldBe("Ответы");
    }

    [Fact]
    public void what_is_no_table_is_refused()
    {
        Code("%PDF-1.7"u8.ToArray(), "a.pdf").ShouldBe("import-kind");
        Code(new byte[100], "a.csv").ShouldBe("import-kind");
        Code("ФИО"u8.ToArray(), "a.csv").ShouldBe("import-empty");
        Code([], "a.csv").ShouldBe("import-empty");
        Code(Workbooks.Of("s", ["ФИО"]), "a.xlsx").ShouldBe("import-empty");
        Code(Workbooks.Zip(("word/document.xml", "<a/>"u8.ToArray())), "a.xlsx").ShouldBe("workbook-not");
    }

    [Fact]
    public void what_is_too_much_is_refused()
    {
        Code(Encoding.UTF8.GetBytes("ФИО\n" + string.Concat(Enumerable.Repeat("x\n", 5_020))), "a.csv").ShouldBe("workbook-rows");
        Code(Encoding.UTF8.GetBytes("ФИО\n" + new string(',', 100)), "a.csv").ShouldBe("workbook-columns");
        Code(Encoding.UTF8.GetBytes("ФИО\n\"" + new string('x', 40_000)), "a.csv").ShouldBe("workbook-cell");
        Code(new byte[11 * 1024 * 1024], "a.csv").ShouldBe("workbook-large");
        Code(Workbooks.Of("s", [[.. Enumerable.Repeat("x", 101)], ["y"]]), "a.xlsx").ShouldBe("workbook-columns");
    }

    [Fact]
    public void every_refusal_has_its_words() =>
        new[] { "import-kind", "import-empty" }.ShouldAllBe(c => Locales.Shipped.Has("x." + c));

    private static Sheet Read(byte[] bytes, string name = "a.csv") => ImportFile.Read(bytes, name).ShouldBeOfType<WorkbookReading.Read>().Sheets.Sheets.Single();

    private static string Code(byte[] bytes, string name) => ImportFile.Read(bytes, name).ShouldBeOfType<WorkbookReading.Refused>().Problem.Code;
}
