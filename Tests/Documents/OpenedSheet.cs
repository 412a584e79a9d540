using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GrantBot.Tests.Documents;

/// <summary>A written workbook, opened again to look inside.</summary>
internal sealed class OpenedSheet(byte[] file) : IDisposable
{
    public SpreadsheetDocument Document { get; } = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    public Worksheet Sheet => Document.WorkbookPart!.WorksheetParts.Single().Worksheet;

    public Cell Cell(string reference) => Sheet.Descendants<Cell>().Single(c => c.CellReference == reference);

    public string Text(string reference) => Cell(reference).InnerText;

    public CellFormat Format(Cell cell) => Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    public void Dispose() => Document.Dispose();
}
