using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GrantBot.Tests.Documents;

/// <summary>A written workbook, opened again to look inside; its first sheet unless another is named.</summary>
internal sealed class OpenedSheet(byte[] file) : IDisposable
{
    public SpreadsheetDocument Document { get; } = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    public List<string> Names => [.. Document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!)];

    public Worksheet Sheet => Of(Names[0]);

    public Cell Cell(string reference, string? sheet = null) => Of(sheet ?? Names[0]).Descendants<Cell>().Single(c => c.CellReference == reference);

    public string Text(string reference) => Cell(reference).InnerText;

    /// <summary>Rows of a sheet as a person sees them, cells between bars.</summary>
    public List<string> Rows(string? sheet = null) => [.. Of(sheet ?? Names[0]).Descendants<Row>().Select(r => string.Join(" | ", r.Elements<Cell>().Select(Shown)))];

    public string Row(int number, string? sheet = null) => Rows(sheet)[number - 1];

    public CellFormat Format(Cell cell) => Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    public void Dispose() => Document.Dispose();

    private Worksheet Of(string name) =>
        ((WorksheetPart)Document.WorkbookPart!.GetPartById(Document.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == name).Id!)).Worksheet;

    private string Shown(Cell cell) => cell.CellValue is null || Format(cell).NumberFormatId?.Value is not (164 or 165) ? cell.InnerText
        : DateTime.FromOADate(double.Parse(cell.CellValue.Text, CultureInfo.InvariantCulture)).ToString(Format(cell).NumberFormatId!.Value == 164 ? "dd.MM.yyyy" : "dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}
