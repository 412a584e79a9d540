using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Writes sheets as an .xlsx file. Texts come from people: none is ever a formula, in Excel as in LibreOffice.</summary>
internal static partial class Xlsx
{
    /// <summary>MIME type of what is written.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestText = 32_767;
    private const int LongestName = 31;
    private const double LineHeight = 15;
    private const double TallestRow = 400; // Excel allows 409 points
    private const uint A4 = 9;

    /// <summary>The file's bytes. Rows are taken one after another, so that they need never all be in memory as cells.</summary>
    public static byte[] Write(params IReadOnlyList<XlsxSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Make();
            var tabs = new Sheets();
            var headers = new DefinedNames();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WriteSheet(part, sheet);
                var number = (uint)names.Count;
                var name = Unique(SheetName(sheet.Name), names);
                var header = HeaderRow(sheet);
                tabs.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number + 1, Name = name });
                headers.Append(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${header}:${header}") { Name = "_xlnm.Print_Titles", LocalSheetId = number });
            }
            workbook.Workbook = new Workbook(tabs, headers);
        }
        return stream.ToArray();
    }

    private static uint HeaderRow(XlsxSheet sheet) => sheet.Title.Count == 0 ? 1 : (uint)sheet.Title.Count + 2;

    private static void WriteSheet(WorksheetPart part, XlsxSheet sheet)
    {
        var header = HeaderRow(sheet);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(Frozen(sheet, header)) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var merged = new List<uint>();
        foreach (var row in Rows(sheet, header, merged)) writer.WriteElement(row);
        writer.WriteEndElement();
        var last = ColumnName(sheet.Columns.Count - 1);
        if (merged.Count > 0) writer.WriteElement(new MergeCells(merged.Select(row => new MergeCell { Reference = $"A{row}:{last}{row}" })));
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = A4, Orientation = sheet.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        if (sheet.Footer is { } footer) writer.WriteElement(new HeaderFooter(new OddFooter(footer)));
        writer.WriteEndElement();
    }

    private static Pane Frozen(XlsxSheet sheet, uint header)
    {
        var pane = new Pane { VerticalSplit = header, TopLeftCell = $"A{header + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        if (!sheet.FreezesFirstColumn) return pane;
        (pane.HorizontalSplit, pane.TopLeftCell, pane.ActivePane) = (1, $"B{header + 1}", PaneValues.BottomRight);
        return pane;
    }

    private static IEnumerable<Row> Rows(XlsxSheet sheet, uint header, List<uint> merged)
    {
        var width = sheet.Columns.Sum(c => c.Width);
        for (var i = 0; i < sheet.Title.Count; i++)
        {
            var (style, line) = i == 0 ? (XlsxStyles.Heading, LineHeight * 1.4) : (XlsxStyles.Note, LineHeight);
            merged.Add((uint)i + 1);
            yield return Row((uint)i + 1, Lines(sheet.Title[i], i == 0 ? width * 0.75 : width) * line, [Of(sheet.Title[i], (uint)i + 1, 0, style)]);
        }
        var headings = sheet.Columns.Select((c, i) => Of(c.Heading, header, i, XlsxStyles.Header));
        yield return Row(header, LineHeight * (sheet.Columns.Max(c => Lines(c.Heading, c.Width * 0.9)) + 0.5), headings);
        var number = header;
        foreach (var cells in sheet.Rows)
        {
            number++;
            if (cells is [XlsxCell.Across group])
            {
                merged.Add(number);
                yield return GroupRow(group.Value, number, sheet.Columns.Count, width);
                continue;
            }
            var lines = cells.Zip(sheet.Columns, (cell, column) => cell is XlsxCell.Text t ? Lines(t.Value, column.Width) : 1).DefaultIfEmpty(1).Max();
            var at = number;
            yield return Row(at, Math.Max(sheet.RowHeight, lines * LineHeight), cells.Select((c, column) => Body(c, at, column)));
        }
        foreach (var note in sheet.Notes)
        {
            merged.Add(++number);
            yield return Row(number, (Lines(note, width) + 0.5) * LineHeight, [Of(note, number, 0, XlsxStyles.Note)]);
        }
    }

    /// <summary>Every cell of a merged row keeps its frame, or the table's right edge would be missing.</summary>
    private static Row GroupRow(string text, uint number, int columns, double width) => Row(number, (Lines(text, width * 0.9) + 0.5) * LineHeight,
        Enumerable.Range(0, columns).Select(i => i == 0 ? Of(text, number, 0, XlsxStyles.Group) : new Cell { CellReference = Reference(number, i), StyleIndex = XlsxStyles.Group }));

    private static Row Row(uint number, double height, IEnumerable<Cell> cells) =>
        new(cells) { RowIndex = number, Height = Math.Min(height, TallestRow), CustomHeight = true };

    private static Cell Body(XlsxCell cell, uint row, int column) => cell switch
    {
        XlsxCell.Text text => Of(text.Value, row, column, LooksLikeFormula(text.Value) ? XlsxStyles.InertText : XlsxStyles.Text),
        XlsxCell.Whole whole => Typed(whole.Value.ToString(CultureInfo.InvariantCulture), row, column, XlsxStyles.Number),
        XlsxCell.Number number => Typed(number.Value.ToString(CultureInfo.InvariantCulture), row, column, XlsxStyles.PlainNumber),
        XlsxCell.Moment moment => Typed(moment.Value.ToOADate().ToString(CultureInfo.InvariantCulture), row, column, XlsxStyles.Moment),
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
        var cut = allowed.Length > LongestName ? allowed[..LongestName].TrimEnd(' ', '\'') : allowed;
        return cut.Length == 0 ? "1" : cut;
    }

    /// <summary>Excel wants each sheet under a name of its own, however it is written.</summary>
    private static string Unique(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            var end = " " + number.ToString(CultureInfo.InvariantCulture);
            free = name[..Math.Min(name.Length, LongestName - end.Length)] + end;
        }
        return free;
    }
}
