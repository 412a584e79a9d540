using DocumentFormat.OpenXml;
using GrantBot.Domain.Indicators.Tables;

namespace GrantBot.Infrastructure.Documents;

/// <summary>The demographic tables as a document: each a row of headings and a row of numbers, as the report form has them.</summary>
internal static class ReportTableDocument
{
    private const int Margin = 850;

    /// <summary>The file's bytes.</summary>
    /// <param name="title">Above all tables.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="notes">Below them, each a paragraph: how it was counted, when.</param>
    /// <param name="language">Language of the texts.</param>
    public static byte[] Write(string title, IReadOnlyList<PrintedTable> tables, IReadOnlyList<string> notes, string language)
    {
        List<OpenXmlElement> contents = [Docx.Line(title, 13, bold: true)];
        foreach (var table in tables)
        {
            contents.Add(Docx.Line("", 10, bold: false));
            contents.Add(Docx.Line(table.Heading, 11, bold: true, keepsWithNext: true));
            contents.Add(Docx.Line("", 4, bold: false));
            var columns = table.Columns.Select(c => new DocxColumn(c.Label, c.IsTotal ? 26 : 20, Centred: true) { Group = c.Group }).ToList();
            contents.Add(Docx.Table(new DocxTable(columns, [new DocxRow.Cells([.. table.Columns.Select(c => c.Value)])]) { Language = language }, 16838 - (2 * Margin)));
        }
        contents.Add(Docx.Line("", 10, bold: false));
        contents.AddRange(notes.Select(n => Docx.Line(n, 9, bold: false)));
        return Docx.Write(contents, Docx.Section(landscape: true, Margin, Margin), language, _ => { });
    }
}
