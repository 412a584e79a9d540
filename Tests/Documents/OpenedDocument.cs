using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GrantBot.Tests.Documents;

/// <summary>A written text document, opened again to look inside.</summary>
internal sealed class OpenedDocument(byte[] file) : IDisposable
{
    public WordprocessingDocument Document { get; } = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    public Body Body => Document.MainDocumentPart!.Document.Body!;

    public Table Table => Body.GetFirstChild<Table>()!;

    /// <summary>Lines above the table.</summary>
    public List<string> Title => [.. Body.Elements<Paragraph>().Select(p => p.InnerText).TakeWhile(t => t.Length > 0)];

    /// <summary>Rows of the table as a person sees them, cells between bars.</summary>
    public List<string> Rows => [.. Table.Elements<TableRow>().Select(r => string.Join(" | ", r.Elements<TableCell>().Select(c => c.InnerText)))];

    public List<string> Problems => [.. new OpenXmlValidator(FileFormatVersions.Office2013).Validate(Document).Select(e => $"{e.Path?.XPath}: {e.Description}")];

    public void Dispose() => Document.Dispose();
}
