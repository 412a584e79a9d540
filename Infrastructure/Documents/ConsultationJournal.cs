using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Documents;

/// <summary>A row of the journal, in the reader's words.</summary>
internal sealed record JournalEntry(long Number, DateOnly Day, string Name, string Phone, string Place, string Topic, string Advice, string Adviser);

/// <summary>
/// The journal of consultations in the columns of contract 001 (6-forms.md 6.5): № | Күні | Кеңес алушының аты-жөні | Байланыс нөмірі | Оқу орны |
/// Сұрақ тақырыбы | Қандай кеңес берілді | Маман | Қолы, the last one empty to sign by hand.
/// </summary>
internal static class ConsultationJournal
{
    private const double SignedRow = 28; // points, about a centimetre

    private static readonly (string Key, double Characters, double Millimetres, Func<JournalEntry, string> Value)[] Columns =
    [
        ("no", 5, 10, e => $"{e.Number}"), ("date", 12, 20, e => Dates.Short(e.Day)), ("name", 28, 38, e => e.Name), ("phone", 17, 29, e => e.Phone), ("place", 24, 36, e => e.Place),
        ("topic", 22, 32, e => e.Topic), ("advice", 44, 56, e => e.Advice), ("adviser", 22, 30, e => e.Adviser), ("signature", 14, 20, _ => ""),
    ];

    /// <summary>The journal as a workbook.</summary>
    public static byte[] Workbook(IReadOnlyList<JournalEntry> entries, string language, Texts texts, string asOf) =>
        Xlsx.Write(new XlsxSheet(texts["c.journal.sheet", language], [.. Columns.Select(c => new XlsxColumn(texts["c.col." + c.Key, language], c.Characters))], entries.Select(e => Row(e)))
        {
            Title = [texts["c.journal.title", language], asOf], RowHeight = SignedRow, Landscape = true,
            Footer = "&R" + texts.Say("list.page", language, ("page", "&P"), ("pages", "&N")),
        });

    /// <summary>The journal as a text document.</summary>
    public static byte[] Document(IReadOnlyList<JournalEntry> entries, string language, Texts texts, string asOf) =>
        Docx.Write(new DocxTable([.. Columns.Select(c => new DocxColumn(texts["c.col." + c.Key, language], c.Millimetres, c.Key == "no"))], entries.Select(e => new DocxRow.Cells([.. Columns.Select(c => c.Value(e))])))
        {
            Title = [texts["c.journal.title", language], asOf], RowHeight = SignedRow, Landscape = true, Language = language, Footer = texts["list.page", language],
        });

    private static IReadOnlyList<XlsxCell> Row(JournalEntry e) =>
        [new XlsxCell.Whole(e.Number), new XlsxCell.Day(e.Day), .. Columns.Skip(2).SkipLast(1).Select(c => new XlsxCell.Text(c.Value(e))), new XlsxCell.Blank()];
}
