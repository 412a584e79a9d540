using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using GrantBot.Domain.Programme;

namespace GrantBot.Infrastructure.Documents;

/// <summary>What reading a template gave.</summary>
/// <param name="Template">The template; null when there is an error.</param>
/// <param name="Problems">Everything found, errors first.</param>
internal sealed record TemplateReading(CertificateTemplate? Template, IReadOnlyList<TemplateProblem> Problems);

/// <summary>
/// An SVG drawing with {placeholders} in its texts and a rectangle with id="qr". It was checked once; filling it cannot fail and brings
/// no more than text into it. A text with data-width="600" (units of the drawing) is made smaller, and then broken into lines, until it fits; see
/// <see cref="TemplateText"/>. A group with data-top and data-bottom stacks its texts; see <see cref="TemplateStack"/>.
/// </summary>
internal sealed class CertificateTemplate
{
    /// <summary>Largest file taken, in bytes.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>The rectangle or group a QR code takes the place of.</summary>
    public const string QrId = "qr";

    private readonly XElement drawing;

    private CertificateTemplate(XElement drawing) => this.drawing = drawing;

    /// <summary>Whether a QR code has a place in it.</summary>
    public bool HasQr => QrBox(drawing) is not null;

    /// <summary>Reads and checks a file; never throws for what stands in it.</summary>
    public static TemplateReading Read(ReadOnlyMemory<byte> file, TemplateUse use)
    {
        var log = new TemplateLog();
        if (file.Length > LargestFile)
        {
            log.Error("too-large", 0, "", (LargestFile / 1024 / 1024).ToString(CultureInfo.InvariantCulture));
            return new(null, log.All());
        }
        var root = TemplateXml.Load(file, log);
        if (root is not null)
        {
            TemplateSafety.Check(root, log);
            TemplateChecks.Check(root, use, log);
        }
        return new(root is null || log.HasErrors ? null : new(TemplateXml.Tidied(root)), log.All());
    }

    /// <summary>The drawing with its placeholders filled, as UTF-8 bytes of SVG.</summary>
    /// <param name="values">Texts by placeholder; one that is missing is left blank.</param>
    /// <param name="qr">The QR codes that take the place of one; none leaves it out.</param>
    public byte[] Fill(IReadOnlyDictionary<string, string> values, IReadOnlyList<QrMark> qr)
    {
        var filled = new XElement(drawing);
        var texts = TemplateXml.Texts(filled).ToList();
        foreach (var text in texts) TemplateText.Fill(text, values);
        foreach (var stack in filled.Descendants().Where(TemplateStack.Is).ToList()) TemplateStack.Arrange(stack);
        if (QrBox(filled) is { } box) QrRow.Put(box, qr);
        return Bytes(filled);
    }

    /// <summary>The element whose place the QR code takes.</summary>
    internal static XElement? QrBox(XElement root) => root.Descendants().FirstOrDefault(e => e.Attribute("id")?.Value == QrId);

    private static byte[] Bytes(XElement filled)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true })) filled.Save(writer);
        return stream.ToArray();
    }
}
