using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Documents;

public sealed class XlsxTests
{
    private static readonly XlsxSheet Sheet = new("Тізім", [new("№", 5), new("Аты-жөні", 30)], [[new XlsxCell.Whole(1), new XlsxCell.Text("Әлиева Сана")]]);

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+77000000000")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    public void what_looks_like_a_formula_stays_text_with_an_apostrophe(string hostile)
    {
        using var opened = Open(Sheet with { Rows = [[new XlsxCell.Whole(1), new XlsxCell.Text(hostile)]] });
        var cell = opened.Cell("B2");
        cell.CellFormula.ShouldBeNull();
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        opened.Format(cell).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Fact]
    public void a_plain_name_has_no_apostrophe()
    {
        using var opened = Open(Sheet);
        opened.Cell("B2").InlineString!.InnerText.ShouldBe("Әлиева Сана");
        opened.Format(opened.Cell("B2")).QuotePrefix.ShouldBeNull();
    }

    [Theory]
    [InlineData("a\u0000b\u0008c", "abc")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("<&>\"'", "<&>\"'")]
    public void text_that_xml_or_excel_would_twist_is_kept_whole(string text, string stored)
    {
        using var opened = Open(Sheet with { Rows = [[new XlsxCell.Whole(1), new XlsxCell.Text(text)]] });
        opened.Cell("B2").InlineString!.InnerText.ShouldBe(stored);
    }

    [Fact]
    public void half_an_emoji_is_left_out() => XmlText.Clean("\uD800x\uDC00\uD83D\uDE00").ShouldBe("x\uD83D\uDE00");

    [Fact]
    public void text_longer_than_a_cell_is_cut_between_letters()
    {
        using var opened = Open(Sheet with { Rows = [[new XlsxCell.Whole(1), new XlsxCell.Text(new string('ә', 32_766) + "\uD83D\uDE00")]] });
        opened.Cell("B2").InlineString!.InnerText.ShouldBe(new string('ә', 32_766));
    }

    [Fact]
    public void numbers_and_days_are_typed()
    {
        using var opened = Open(Sheet with { Rows = [[new XlsxCell.Whole(10_019), new XlsxCell.Day(new DateOnly(2026, 11, 21))]] });
        opened.Cell("A2").CellValue!.Text.ShouldBe("10019");
        opened.Cell("B2").CellValue!.Text.ShouldBe("46347"); // days since 30.12.1899
        opened.Cell("B2").DataType.ShouldBeNull();
        opened.Format(opened.Cell("B2")).NumberFormatId!.Value.ShouldBe(164U);
    }

    [Fact]
    public void the_header_is_frozen_and_repeated_on_every_printed_page()
    {
        using var opened = Open(Sheet with { Title = ["Қатысушылар тізімі", "Іс-шара: …"], Landscape = true });
        opened.Sheet.Descendants<Pane>().Single().TopLeftCell!.Value.ShouldBe("A5");
        opened.Document.WorkbookPart!.Workbook.DefinedNames!.GetFirstChild<DefinedName>()!.Text.ShouldBe("'Тізім'!$4:$4");
        var page = opened.Sheet.Descendants<PageSetup>().Single();
        (page.PaperSize!.Value, page.Orientation!.Value).ShouldBe((9U, OrientationValues.Landscape));
    }

    [Theory]
    [InlineData("a/b:c*d?[e]\\", "a b c d  e")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("", "1")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567890")]
    public void a_sheet_name_is_made_one_that_excel_takes(string name, string taken)
    {
        using var opened = Open(Sheet with { Name = name });
        opened.Document.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name!.Value.ShouldBe(taken);
    }

    [Fact]
    public void sheets_of_one_name_are_told_apart_by_numbers()
    {
        using var opened = new OpenedSheet(Xlsx.Write(Sheet, Sheet with { Name = "тізім" }, Sheet with { Name = new string('a', 40) }, Sheet with { Name = new string('a', 31) }));
        opened.Names.ShouldBe(["Тізім", "тізім 2", new string('a', 31), new string('a', 29) + " 2"]);
    }

    [Fact]
    public void notes_stand_below_the_rows_over_the_whole_width()
    {
        using var opened = Open(Sheet with { Notes = ["Тағы біреу"], FreezesFirstColumn = true });
        opened.Text("A3").ShouldBe("Тағы біреу");
        opened.Sheet.Descendants<MergeCell>().Single().Reference!.Value.ShouldBe("A3:B3");
        opened.Sheet.Descendants<Pane>().Single().TopLeftCell!.Value.ShouldBe("B2");
    }

    [Fact]
    public void the_file_keeps_to_the_schema_of_office()
    {
        using var opened = Open(Sheet with { Title = ["Қатысушылар тізімі"], Footer = "&R&P", Rows = [[new XlsxCell.Whole(1), new XlsxCell.Text("=1")], [new XlsxCell.Blank(), new XlsxCell.Day(new DateOnly(2026, 1, 1))]] });
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(opened.Document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    private static OpenedSheet Open(XlsxSheet sheet) => new(Xlsx.Write(sheet));
}
