using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Writes a sheet as an .xlsx file. Texts come from people: none is ever a formula, in Excel as in LibreOffice.</summary>
internal static partial class Xlsx
{
    /// <summary>MIME type of what is written.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestText = 32_767;
    private const double LineHeight = 15;
    private const double TallestRow = 400; // Excel allows 409 points
    private const uint A4 = 9;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(XlsxSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Make();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = Worksheet(sheet);
            var name = SheetName(sheet.Name);
            var header = HeaderRow(sheet);
            workbook.Workbook = new Workbook(
                new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = name }),
                new DefinedNames(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${header}:${header}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }
        return stream.ToArray();
    }

    private static uint HeaderRow(XlsxSheet sheet) => sheet.Title.Count == 0 ? 1 : (uint)sheet.Title.Count + 2;

    private static Worksheet Worksheet(XlsxSheet sheet)
    {
        var header = HeaderRow(sheet);
        var lastColumn = ColumnName(sheet.Columns.Count - 1);
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = header, TopLeftCell = $"A{header + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            { WorkbookViewId = 0 }),
            new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })),
            new SheetData(Rows(sheet, header)));
        if (sheet.Title.Count > 0) worksheet.Append(new MergeCells(sheet.Title.Select((_, i) => new MergeCell { Reference = $"A{i + 1}:{lastColumn}{i + 1}" })));
        worksheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = A4, Orientation = sheet.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        if (sheet.Footer is { } footer) worksheet.Append(new HeaderFooter(new OddFooter(footer)));
        return worksheet;
    }

    private static IEnumerable<Row> Rows(XlsxSheet sheet, uint header)
    {
        var width = sheet.Columns.Sum(c => c.Width);
        for (var i = 0; i < sheet.Title.Count; i++)
        {
            var (style, line) = i == 0 ? (XlsxStyles.Heading, LineHeight * 1.4) : (XlsxStyles.Note, LineHeight);
            yield return Row((uint)i + 1, Lines(sheet.Title[i], i == 0 ? width * 0.75 : width) * line, [Of(sheet.Title[i], (uint)i + 1, 0, style)]);
        }
        var headings = sheet.Columns.Select((c, i) => Of(c.Heading, header, i, XlsxStyles.Header));
        yield return Row(header, LineHeight * (sheet.Columns.Max(c => Lines(c.Heading, c.Width * 0.9)) + 0.5), headings);
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var (cells, number) = (sheet.Rows[i], header + 1 + (uint)i);
            var lines = cells.Zip(sheet.Columns, (cell, column) => cell is XlsxCell.Text t ? Lines(t.Value, column.Width) : 1).DefaultIfEmpty(1).Max();
            yield return Row(number, Math.Max(sheet.RowHeight, lines * LineHeight), cells.Select((c, column) => Body(c, number, column)));
        }
    }

    private static Row Row(uint number, double height, IEnumerable<Cell> cells) =>
        new(cells) { RowIndex = number, Height = Math.Min(height, TallestRow), CustomHeight = true };

    private static Cell Body(XlsxCell cell, uint row, int column) => cell switch
    {
        XlsxCell.Text text => Of(text.Value, row, column, LooksLikeFormula(text.Value) ? XlsxStyles.InertText : XlsxStyles.Text),
        XlsxCell.Whole whole => Typed(whole.Value.ToString(CultureInfo.InvariantCulture), row, column, XlsxStyles.Number),
        XlsxCell.Day day => Typed(day.Value.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), row, column, XlsxStyles.Date),
        XlsxCell.Blank => new Cell { CellReference = Reference(row, column), StyleIndex = XlsxStyles.Text },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Cell Typed(string value, uint row, int column, uint style) =>
        new() { CellReference = Reference(row, column), StyleIndex = style, CellValue = new CellValue(value) };

    private static Cell Of(string text, uint row, int column, uint style) => new(new InlineString(new Text(Storable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Reference(row, column),
        StyleIndex = style,
        DataType = CellValues.InlineString,
    };

    /// <summary>Text that a spreadsheet would calculate if somebody typed it, or edited the cell: it gets the mark of an apostrophe.</summary>
    private static bool LooksLikeFormula(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || text.TrimStart() is ['=' or '+' or '-' or '@', ..]);

    /// <summary>Excel reads "_x0041_" in a text as the letter A, so such a text's first underscore is written as its own code.</summary>
    private static string Storable(string text)
    {
        var clean = ExcelEscape().Replace(XmlText.Clean(text), "_x005F_");
        if (clean.Length <= LongestText) return clean;
        return clean[..(char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExcelEscape();

    private static int Lines(string text, double width) =>
        Math.Min(100, text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * 1.1 / width))));

    private static string Reference(uint row, int column) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    private static string ColumnName(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : ColumnName((column / 26) - 1) + ColumnName(column % 26);

    /// <summary>At most 31 characters, none of []:*?/\, no apostrophe at an end, never empty.</summary>
    private static string SheetName(string name)
    {
        var allowed = string.Concat(XmlText.Clean(name).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim(' ', '\'');
        var cut = allowed.Length > 31 ? allowed[..31].TrimEnd(' ', '\'') : allowed;
        return cut.Length == 0 ? "1" : cut;
    }
}
