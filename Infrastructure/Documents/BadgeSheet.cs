using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// Badges of 90 x 55 mm, eight to a page of A4, dotted lines to cut along. A .docx and not a drawing: one file holds any number of pages (rsvg-convert
/// takes one page from its input and may not be installed), rows of exact height print true to size, and staff mend a name by hand before printing.
/// Print at 100 %, without "fit to page".
/// </summary>
internal static class BadgeSheet
{
    /// <summary>Badges on a page.</summary>
    public const int OnPage = Across * Down;

    private const int Across = 2, Down = 4;
    private const double Width = 90, Height = 55, Inset = 3.5, Inner = Width - (2 * Inset), QrSize = 17;

    // Heights of the four bands in millimetres; with the inset above and below they fill the badge.
    private const double EventBand = 9.5, NameBand = 18, DetailBand = 18, RoleBand = 6;

    private const double LargestName = 22, SmallestName = 9, Small = 8, Detail = 9, Smallest = 6.5;
    private const double LineHeight = 1.15; // of the size of the letters, set exactly: fonts' own heights differ by a third
    private const int MostLines = 2;
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>The document.</summary>
    /// <param name="eventTitle">The event's title in the badges' language.</param>
    /// <param name="day">Its day.</param>
    /// <param name="badges">Who gets one, in this order.</param>
    /// <param name="language">Language of the badges.</param>
    /// <param name="texts">Words of the program.</param>
    /// <exception cref="ArgumentException">A QR code is no PNG: a mistake of ours.</exception>
    public static byte[] Document(string eventTitle, DateOnly day, IReadOnlyList<Badge> badges, string language, Texts texts)
    {
        var ids = new Dictionary<int, string>();
        var section = Docx.Section(landscape: false, Docx.Twips((210 - (Across * Width)) / 2), Docx.Twips((297 - (Down * Height)) / 2 - 1));
        var heading = (Title: eventTitle, Day: Dates.Long(day, language));
        return Docx.Write(Contents(), section, language, AddPictures);

        IEnumerable<OpenXmlElement> Contents()
        {
            yield return Docx.Line("", 1, bold: false); // LibreOffice leaves out what stands first in a table inside the first cell of a document
            yield return Page([.. badges.Index().Chunk(Across).Select(two => Row([.. two.Select(b => Cell(b.Item, heading, texts["badge." + Key(b.Item.Role), language], Picture(b.Index)))]))]);
            yield return Docx.Line("", 1, bold: false);
        }

        OpenXmlElement? Picture(int index) => ids.TryGetValue(index, out var id) ? DocxPicture.Inline(id, (uint)index + 1, QrSize) : null;

        void AddPictures(MainDocumentPart main)
        {
            foreach (var (index, badge) in badges.Index().Where(b => b.Item.Qr is not null)) ids[index] = DocxPicture.Add(main, badge.Qr!);
        }
    }

    private static Table Page(IEnumerable<TableRow> rows) => new(
    [
        new TableProperties(
            new TableWidth { Width = Twips(Across * Width), Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            Docx.Frame(BorderValues.Dotted, 4, "808080"),
            new TableLayout { Type = TableLayoutValues.Fixed },
            NoMargins()),
        new TableGrid(Enumerable.Range(0, Across).Select(_ => new GridColumn { Width = Twips(Width) })),
        .. rows,
    ]);

    private static TableRow Row(List<TableCell> cells)
    {
        while (cells.Count < Across) cells.Add(new TableCell(new TableCellProperties(new TableCellWidth { Width = Twips(Width), Type = TableWidthUnitValues.Dxa }), Docx.Line("", 1, bold: false)));
        return new TableRow([new TableRowProperties(new CantSplit(), Exactly(Height)), .. cells]);
    }

    private static TableCell Cell(Badge badge, (string Title, string Day) heading, string role, OpenXmlElement? picture)
    {
        var side = Inner - (picture is null ? 0 : QrSize + 2);
        var details = new[] { badge.Team, badge.Institution, badge.Territory }.Where(d => d.Length > 0).SelectMany((d, i) => Fitted(d, Detail - i * 0.5, side, bold: i == 0 && badge.Team.Length > 0, Smallest)).ToList();
        var name = Fitted(badge.Name, LargestName, Inner, bold: true, SmallestName);
        var bands = new Table(
            new TableProperties(
                new TableWidth { Width = Twips(Inner), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed },
                NoMargins()),
            new TableGrid(new GridColumn { Width = Twips(side) }, new GridColumn { Width = Twips(Inner - side) }),
            Band(EventBand, Part(Inner, [.. Fitted(heading.Title, Small, Inner, bold: true, Smallest), .. Fitted(heading.Day, Small, Inner, bold: false, Smallest)], span: 2)),
            Band(NameBand, Part(Inner, name, span: 2)),
            Band(DetailBand, picture is null ? [Part(side, details, span: 2)] : [Part(side, details), Part(Inner - side, [new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Right }), new Run(picture))])]),
            Band(RoleBand, Part(Inner, [Docx.Line(role, 10, bold: true, JustificationValues.Center, "FFFFFF")], span: 2, Colour(badge.Role))));
        return new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = Twips(Width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            bands, Docx.Line("", 1, bold: false));
    }

    private static TableRow Band(double height, params TableCell[] parts) => new([new TableRowProperties(Exactly(height)), .. parts]);

    private static TableCell Part(double width, IReadOnlyList<Paragraph> lines, int span = 1, string? fill = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1) properties.Append(new GridSpan { Val = span });
        if (fill is not null) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell([properties, .. lines.DefaultIfEmpty(Docx.Line("", 1, bold: false))]);
    }

    /// <summary>
    /// The text in at most two lines, in the largest size at which no word is broken; at the smallest size what is too long ends with an ellipsis.
    /// Bold letters are a tenth wider than the guess of <see cref="TextWidth"/>.
    /// </summary>
    private static List<Paragraph> Fitted(string text, double size, double millimetres, bool bold, double smallest)
    {
        var width = millimetres * PointsPerMillimetre / (bold ? 1.1 : 1);
        var widest = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("").MaxBy(w => TextWidth.Of(w, 1))!;
        while (size > smallest && (TextWidth.Of(widest, size) > width || TextWidth.Wrap(text, size, width).Count > MostLines)) size -= 0.5;
        var lines = TextWidth.Wrap(text, size, width);
        return [.. lines.Take(MostLines).Select((l, i) => Docx.Line(i == MostLines - 1 && lines.Count > MostLines ? l[..^1] + "…" : l, size, bold, lineHeight: LineHeight))];
    }

    /// <summary>The key of a role's words.</summary>
    private static string Key(BadgeRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Colours dark enough to stay apart from the paper, and from each other, on a printer without colour.</summary>
    private static string Colour(BadgeRole role) => role switch
    {
        BadgeRole.Participant => "1F5FA8",
        BadgeRole.Coach => "2E7D32",
        BadgeRole.Judge => "9C2740",
        _ => "262626",
    };

    private static TableRowHeight Exactly(double millimetres) => new() { Val = (uint)Docx.Twips(millimetres), HeightType = HeightRuleValues.Exact };

    private static TableCellMarginDefault NoMargins() => new(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa });

    private static string Twips(double millimetres) => Docx.Twips(millimetres).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
