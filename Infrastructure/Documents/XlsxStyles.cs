using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GrantBot.Infrastructure.Documents;

/// <summary>The few looks a sheet has; each number is the place of its format in the stylesheet.</summary>
internal static class XlsxStyles
{
    public const uint Heading = 1, Note = 2, Header = 3, Text = 4, InertText = 5, Number = 6, Date = 7, PlainNumber = 8, Moment = 9, Group = 10;

    private const uint DateFormat = 164;
    private const uint MomentFormat = 165;
    private const uint TextFormat = 49;
    private const uint GroupedFormat = 3;

    public static Stylesheet Make() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd.mm.yyyy" },
            new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "dd.mm.yyyy hh:mm" })
        { Count = 2 },
        new Fonts(Font(11, bold: false), Font(14, bold: true), Font(11, bold: true)) { Count = 3 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(new Border(), Frame()) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            Format(font: 1, framed: false, wrap: true),
            Format(font: 0, framed: false, wrap: true),
            Format(font: 2, framed: true, wrap: true, fill: 2, centred: true),
            Format(font: 0, framed: true, wrap: true, number: TextFormat),
            Quoted(Format(font: 0, framed: true, wrap: true, number: TextFormat)),
            Format(font: 0, framed: true, wrap: false, number: GroupedFormat, centred: true),
            Format(font: 0, framed: true, wrap: false, number: DateFormat, centred: true),
            Format(font: 0, framed: true, wrap: false, centred: true),
            Format(font: 0, framed: true, wrap: false, number: MomentFormat, centred: true),
            Format(font: 2, framed: true, wrap: true, fill: 2))
        { Count = 11 });

    private static Font Font(double size, bool bold)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Calibri" });
        return font;
    }

    private static Border Frame() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static CellFormat Format(uint font, bool framed, bool wrap, uint number = 0, uint fill = 0, bool centred = false) =>
        new(new Alignment
        {
            WrapText = wrap,
            Vertical = VerticalAlignmentValues.Center,
            Horizontal = centred ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Left,
            Indent = framed && !centred ? 1U : 0U,
        })
        {
            FontId = font,
            FillId = fill,
            BorderId = framed ? 1U : 0U,
            NumberFormatId = number,
            ApplyAlignment = true,
            ApplyBorder = framed,
            ApplyFill = fill != 0,
            ApplyFont = true,
            ApplyNumberFormat = number != 0,
        };

    private static CellFormat Quoted(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }
}
