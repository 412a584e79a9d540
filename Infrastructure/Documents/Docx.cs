using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Writes .docx files. Texts come from people: they are written as text alone, never as fields or markup.</summary>
internal static partial class Docx
{
    /// <summary>MIME type of what is written.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int LongestText = 2000;
    private const int ShortSide = 11906, LongSide = 16838; // A4 in twips
    private const int Side = 850, End = 850;               // margins of 15 mm
    private const double BodySize = 10, HeadingSize = 14;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(DocxTable table)
    {
        var page = table.Landscape ? LongSide : ShortSide;
        var section = Section(table.Landscape, Side, End);
        return Write([.. table.Title.Select((t, i) => Line(t, i == 0 ? HeadingSize : BodySize, i == 0)), Line("", 4, bold: false), Table(table, page - (2 * Side)), Line("", 1, bold: false)], section, table.Language,
            main => { if (table.Footer.Length > 0) section.PrependChild(Footer(main, table.Footer)); });
    }

    /// <summary>The bytes of a file of these contents; before they are written, parts such as pictures and feet may be added.</summary>
    public static byte[] Write(IEnumerable<OpenXmlElement> contents, SectionProperties section, string language, Action<MainDocumentPart> addParts)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(language);
            addParts(main);
            main.Document = new Document(new Body([.. contents, section]));
        }
        return stream.ToArray();
    }

    /// <summary>A page of A4 with its margins in twips.</summary>
    public static SectionProperties Section(bool landscape, int side, int end) => new(
        landscape ? new PageSize { Width = LongSide, Height = ShortSide, Orient = PageOrientationValues.Landscape } : new PageSize { Width = ShortSide, Height = LongSide },
        new PageMargin { Left = (uint)side, Right = (uint)side, Top = end, Bottom = end, Header = 400, Footer = 400, Gutter = 0 });

    /// <summary>A paragraph of one text. Its lines are as high as the font wants, or exactly <paramref name="lineHeight"/> times the size of its letters.</summary>
    public static Paragraph Line(string text, double size, bool bold, JustificationValues? align = null, string? colour = null, bool keepsWithNext = false, double? lineHeight = null)
    {
        var properties = new ParagraphProperties();
        if (keepsWithNext) properties.Append(new KeepNext());
        properties.Append(lineHeight is { } height
            ? new SpacingBetweenLines { Before = "0", After = "0", Line = Number((int)(size * height * 20)), LineRule = LineSpacingRuleValues.Exact }
            : new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto });
        if (align is { } to) properties.Append(new Justification { Val = to });
        properties.Append(new ParagraphMarkRunProperties(new FontSize { Val = HalfPoints(size) }));
        return text.Length == 0 ? new Paragraph(properties) : new Paragraph(properties, Run(text, size, bold, colour));
    }

    /// <summary>Twips of a length in millimetres.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    private static Run Run(string text, double size, bool bold, string? colour = null)
    {
        var properties = new RunProperties();
        if (bold) properties.Append(new Bold());
        if (colour is not null) properties.Append(new Color { Val = colour });
        properties.Append(new FontSize { Val = HalfPoints(size) });
        var clean = XmlText.Clean(text);
        if (clean.Length > LongestText) clean = clean[..(char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return new Run(properties, new Text(clean.ReplaceLineEndings(" ")) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A table of so many twips. Headings that share a group stand under its name.</summary>
    public static Table Table(DocxTable table, int width)
    {
        var all = table.Columns.Sum(c => c.Millimetres);
        var widths = table.Columns.Select(c => (int)(c.Millimetres / all * width)).ToList();
        return new Table(
        [
            new TableProperties(
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                Frame(BorderValues.Single, 4, "000000"),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = Number(w) })),
            .. Headings(table, widths),
            .. table.Rows.Select(r => Row(r, table, widths)),
        ]);
    }

    private static IEnumerable<TableRow> Headings(DocxTable table, IReadOnlyList<int> widths)
    {
        Paragraph Heading(string text) => Line(text, BodySize, bold: true, JustificationValues.Center);
        var grouped = table.Columns.Any(c => c.Group.Length > 0);
        if (grouped)
        {
            var upper = new TableRow(Rules(table.RowHeight, isHeader: true));
            for (var at = 0; at < widths.Count;)
            {
                var group = table.Columns[at].Group;
                var many = group.Length == 0 ? 1 : table.Columns.Skip(at).TakeWhile(c => c.Group == group).Count();
                var cell = Cell(Heading(group.Length == 0 ? table.Columns[at].Heading : group), widths.Skip(at).Take(many).Sum(), "EDEDED", many);
                if (group.Length == 0) cell.TableCellProperties!.InsertBefore(new VerticalMerge { Val = MergedCellValues.Restart }, cell.TableCellProperties.GetFirstChild<Shading>());
                upper.Append(cell);
                at += many;
            }
            yield return upper;
        }
        yield return new TableRow([Rules(table.RowHeight, isHeader: true), .. table.Columns.Select((c, i) =>
        {
            var under = grouped && c.Group.Length == 0;
            var cell = Cell(Heading(under ? "" : c.Heading), widths[i], "EDEDED");
            if (under) cell.TableCellProperties!.InsertBefore(new VerticalMerge(), cell.TableCellProperties.GetFirstChild<Shading>());
            return cell;
        })]);
    }

    private static TableRow Row(DocxRow row, DocxTable table, IReadOnlyList<int> widths) => row switch
    {
        DocxRow.Group group => new(Rules(18), Cell(Line(group.Title, BodySize, bold: true, keepsWithNext: true), widths.Sum(), "EDEDED", widths.Count)),
        DocxRow.Cells cells => new([Rules(table.RowHeight), .. cells.Texts.Select((t, i) => Cell(Line(t, BodySize, bold: false, table.Columns[i].Centred ? JustificationValues.Center : null), widths[i]))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TableRowProperties Rules(double height, bool isHeader = false)
    {
        var rules = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = (uint)(height * 20), HeightType = HeightRuleValues.AtLeast });
        if (isHeader) rules.Append(new TableHeader());
        return rules;
    }

    private static TableCell Cell(Paragraph text, int width, string? fill = null, int span = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1) properties.Append(new GridSpan { Val = span });
        if (fill is not null) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, text);
    }

    /// <summary>Lines around a table and between its cells; their width is in eighths of a point.</summary>
    public static TableBorders Frame(BorderValues kind, uint eighths, string colour) => new(
        new TopBorder { Val = kind, Size = eighths, Color = colour }, new LeftBorder { Val = kind, Size = eighths, Color = colour },
        new BottomBorder { Val = kind, Size = eighths, Color = colour }, new RightBorder { Val = kind, Size = eighths, Color = colour },
        new InsideHorizontalBorder { Val = kind, Size = eighths, Color = colour }, new InsideVerticalBorder { Val = kind, Size = eighths, Color = colour });

    private static FooterReference Footer(MainDocumentPart main, string footer)
    {
        var part = main.AddNewPart<FooterPart>();
        var line = Line("", 9, bold: false, JustificationValues.Right);
        foreach (var piece in Places().Split(footer).Where(p => p.Length > 0))
            line.Append(piece switch { "{page}" => Field("PAGE"), "{pages}" => Field("NUMPAGES"), _ => Run(piece, 9, bold: false) });
        part.Footer = new Footer(line);
        return new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) };
    }

    private static SimpleField Field(string name) => new(Run("1", 9, bold: false)) { Instruction = $" {name} " };

    private static Styles Styles(string language) => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri", EastAsia = "Calibri" },
            new FontSize { Val = HalfPoints(BodySize) },
            new Languages { Val = language switch { "ru" => "ru-RU", "en" => "en-GB", _ => "kk-KZ" } })),
        new ParagraphPropertiesDefault()));

    private static string HalfPoints(double size) => Number((int)Math.Round(size * 2));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\{page\}|\{pages\})", RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}
