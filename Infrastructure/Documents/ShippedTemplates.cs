using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Infrastructure.Documents;

/// <summary>The drawings that ship with the program. One drawing serves all languages: every word in it is a placeholder.</summary>
/// <param name="Certificate">Certificates and letters of thanks, A4 landscape.</param>
/// <param name="Diploma">Diplomas for places and nominations, A4 landscape.</param>
/// <param name="Ticket">A ticket for a phone's screen, 720 x 960.</param>
/// <param name="Poster">A poster for the desk or to invite people, A4 portrait.</param>
/// <param name="Survey">A poster with the QR code of a survey, A4 portrait.</param>
internal sealed record ShippedTemplates(CertificateTemplate Certificate, CertificateTemplate Diploma, CertificateTemplate Ticket, CertificateTemplate Poster, CertificateTemplate Survey)
{
    /// <summary>Reads Content/Certificates.</summary>
    /// <exception cref="InvalidDataException">A drawing has a problem; the message names file, line and the fix of each.</exception>
    public static ShippedTemplates Read(string folder, Texts texts) => new(
        One(folder, "certificate.svg", TemplateUse.Certificate, texts), One(folder, "diploma.svg", TemplateUse.Certificate, texts),
        One(folder, "ticket.svg", TemplateUse.Ticket, texts), One(folder, "poster.svg", TemplateUse.Ticket, texts), One(folder, "survey.svg", TemplateUse.Ticket, texts));

    /// <summary>The template of a kind, unless an event has one of its own.</summary>
    public CertificateTemplate For(CertificateKind kind) => kind is CertificateKind.Diploma or CertificateKind.Nomination ? Diploma : Certificate;

    private static CertificateTemplate One(string folder, string name, TemplateUse use, Texts texts)
    {
        var reading = CertificateTemplate.Read(File.ReadAllBytes(Path.Combine(folder, name)), use);
        return reading.Problems.Count == 0 && reading.Template is { } template ? template
            : throw new InvalidDataException($"{name}:\n{string.Join('\n', reading.Problems.Select(p => p.Say(texts, "en")))}");
    }
}
