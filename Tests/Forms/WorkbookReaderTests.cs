using System.Text;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

public sealed class WorkbookReaderTests
{
    private static readonly byte[] Plain = Workbooks.Of("survey", ["type", "name", "label"], ["text", "a", "A"]);
    private static readonly byte[] OldFormat = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void what_excel_makes_of_plain_values_is_undone()
    {
        var cells = Row(Workbooks.WithCells("survey", """<c r="A1"><v>1.0</v></c><c r="B1"><v>4.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" s="1"><v>46101</v></c><c r="E1" s="1"><v>46101.5</v></c><c r="F1" t="str"><v>text</v></c>"""));
        cells.Select(c => c.Text).ShouldBe(["1", "4.5", "true", "2026-03-20", "2026-03-20T12:00:00", "text"]);
    }

    [Fact]
    public void rows_keep_the_numbers_a_spreadsheet_shows()
    {
        var sheet = Sheet(Workbooks.WithSheetXml("survey", """<row r="1"><c r="A1" t="str"><v>type</v></c></row><row r="5"><c r="A5" t="str"><v>text</v></c></row>"""));
        sheet.Rows.Select(r => r.Number).ShouldBe([1, 5]);
    }

    [Fact]
    public void a_failed_formula_is_an_error_cell() =>
        Row(Workbooks.WithCells("survey", """<c r="A1" t="str"><v>x</v></c><c r="B1" t="str"><v>#REF!</v></c>"""))[1].Kind.ShouldBe(CellKind.Error);

    [Fact]
    public void an_empty_file_is_no_workbook() => Code([]).ShouldBe("workbook-not");

    [Fact]
    public void text_named_as_a_workbook_is_no_workbook() => Code(Encoding.UTF8.GetBytes("type,name,label\ntext,a,A")).ShouldBe("workbook-not");

    [Fact]
    public void another_zip_is_no_workbook() => Code(Workbooks.Zip(("word/document.xml", "<a/>"u8.ToArray()))).ShouldBe("workbook-not");

    [Fact]
    public void a_truncated_workbook_is_broken() => Code(Plain[..(Plain.Length / 2)]).ShouldBe("workbook-broken");

    [Fact]
    public void damaged_xml_is_broken() => Code(Workbooks.WithSheetXml("survey", "<row><c><v>1</c></row>")).ShouldBe("workbook-broken");

    [Fact]
    public void macros_are_refused() => Code(Workbooks.WithSheetXml("survey", "", "", ("xl/vbaProject.bin", [1, 2, 3]))).ShouldBe("workbook-macros");

    [Fact]
    public void a_password_is_told_from_damage() => Code([.. OldFormat, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]]).ShouldBe("workbook-locked");

    [Fact]
    public void macros_in_an_old_workbook_are_refused() => Code([.. OldFormat, .. new byte[512], .. Encoding.Unicode.GetBytes("_VBA_PROJECT"), .. new byte[512]]).ShouldBe("workbook-macros");

    [Fact]
    public void a_damaged_old_workbook_is_broken() => Code([.. OldFormat, .. new byte[2000]]).ShouldBe("workbook-broken");

    [Fact]
    public void a_part_that_unpacks_without_end_is_refused() => Code(Workbooks.WithSheetXml("survey", "", "", ("xl/media/big.bin", new byte[20 * 1024 * 1024]))).ShouldBe("workbook-bomb");

    [Fact]
    public void many_parts_are_refused() =>
        Code(Workbooks.WithSheetXml("survey", "", "", [.. Enumerable.Range(0, 1200).Select(i => ($"xl/media/{i}.bin", Array.Empty<byte>()))])).ShouldBe("workbook-bomb");

    [Fact]
    public void entities_are_not_expanded() =>
        Code(Workbooks.WithSheetXml("survey", "<row r=\"1\"><c t=\"str\"><v>&b;</v></c></row>", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>")).ShouldBe("workbook-broken");

    [Fact]
    public void a_large_file_is_not_even_looked_at() => Code(new byte[11 * 1024 * 1024]).ShouldBe("workbook-large");

    [Theory]
    [InlineData("workbook-rows")]
    [InlineData("workbook-columns")]
    [InlineData("workbook-cell")]
    public void size_is_limited_sheet_by_sheet(string code)
    {
        var bytes = Workbooks.Of("survey", ["a", "b", "c"], ["d", "e", "f"], ["a long cell", "", ""]);
        var limits = code switch
        {
            "workbook-rows" => new WorkbookLimits { Rows = 2 },
            "workbook-columns" => new WorkbookLimits { Columns = 2 },
            _ => new WorkbookLimits { CellLength = 10 },
        };
        WorkbookReader.Read(bytes, limits).ShouldBeOfType<WorkbookReading.Refused>().Problem.Code.ShouldBe(code);
    }

    [Fact]
    public void random_damage_never_throws()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var bytes = (byte[])Plain.Clone();
            for (var hit = 0; hit < 8; hit++) bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            Should.NotThrow(() => WorkbookReader.Read(bytes));
        }
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void every_refusal_has_words(string language)
    {
        string[] codes = ["workbook-large", "workbook-not", "workbook-broken", "workbook-locked", "workbook-macros", "workbook-bomb", "workbook-sheets", "workbook-rows", "workbook-columns", "workbook-cell"];
        foreach (var code in codes) new FormProblem(1, true, code, "", 0, "", "5", "").Say(Locales.Shipped, language).ShouldStartWith("1. ");
    }

    private static Sheet Sheet(byte[] bytes) => WorkbookReader.Read(bytes).ShouldBeOfType<WorkbookReading.Read>().Sheets.Sheets.ShouldHaveSingleItem();

    private static IReadOnlyList<Cell> Row(byte[] bytes) => Sheet(bytes).Rows.ShouldHaveSingleItem().Cells;

    private static string Code(byte[] bytes) => WorkbookReader.Read(bytes).ShouldBeOfType<WorkbookReading.Refused>().Problem.Code;
}
