using System.Xml.Linq;

namespace GrantBot.Infrastructure.Documents;

/// <summary>One QR code of a drawing.</summary>
/// <param name="Text">What a camera reads.</param>
/// <param name="Label">What stands below it where several share a place: the channel it leads to.</param>
internal sealed record QrMark(string Text, string Label = "");

/// <summary>QR codes in the place of a template's rectangle: one as large as it goes, in the middle; several side by side, each with its label below.</summary>
internal static class QrRow
{
    /// <summary>Room between two codes, which bring a quiet zone of their own; letters of a label; what it takes below a code. In units of the drawing.</summary>
    private const double Gap = 10, Letters = 27, LabelRoom = 44;

    /// <summary>Puts the codes in the rectangle's place; it goes when there are none.</summary>
    public static void Put(XElement box, IReadOnlyList<QrMark> marks)
    {
        if (marks.Count == 0)
        {
            box.Remove();
            return;
        }
        var (left, top, width, height) = (Number(box, "x"), Number(box, "y"), Number(box, "width"), Number(box, "height"));
        var below = marks.Count > 1 ? LabelRoom : 0;
        var size = Math.Min((width - (Gap * (marks.Count - 1))) / marks.Count, height - below);
        var x = left + ((width - (size * marks.Count) - (Gap * (marks.Count - 1))) / 2);
        var y = top + ((height - size - below) / 2);
        var row = marks.Select((mark, i) => (Mark: mark, X: x + (i * (size + Gap)))).ToList();
        var letters = marks.Min(m => TextFit.Fit(m.Label, Letters, size, 1, Letters, wider: 1.2).Size);
        box.ReplaceWith(new XElement(TemplateXml.Svg + "g", new XAttribute("id", CertificateTemplate.QrId), box.Attribute("transform"),
            row.Select(r => Qr.Fragment(r.Mark.Text, r.X, y, size)),
            marks.Count == 1 ? null : row.Select(r => Label(r.Mark.Label, r.X + (size / 2), y + size + Letters, letters))));
    }

    private static XElement Label(string words, double x, double y, double letters) => new(
        TemplateXml.Svg + "text", new XAttribute("x", TemplateText.N(x)), new XAttribute("y", TemplateText.N(y)), new XAttribute("font-size", TemplateText.N(letters)),
        new XAttribute("font-weight", "bold"), new XAttribute("text-anchor", "middle"), new XAttribute("fill", "#14505C"), words);

    private static double Number(XElement box, string attribute) => TemplateXml.Number(box, attribute) ?? 0;
}
