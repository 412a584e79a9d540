namespace GrantBot.Infrastructure.Documents;

/// <summary>What a template is for: which placeholders it may hold in braces, and which it must.</summary>
/// <param name="Known">Names without braces, in the order an author reads them.</param>
/// <param name="Required">Those without which the document makes no sense.</param>
/// <param name="Long">Those whose text may be long, so that its text element needs a width.</param>
internal sealed record TemplateUse(IReadOnlyList<string> Known, IReadOnlyList<string> Required, IReadOnlyList<string> Long)
{
    /// <summary>Certificates, diplomas, letters of thanks; the words are those of CertificateWords.</summary>
    public static readonly TemplateUse Certificate = new(
        ["name", "event", "date", "place", "number", "organisation", "kind", "award", "team", "territory", "signer", "intro", "before", "after", "signature", "stamp", "check"],
        ["name"],
        ["name", "event", "organisation", "after", "signer"]);

    /// <summary>Tickets and posters; the words are those of TicketWords.</summary>
    public static readonly TemplateUse Ticket = new(
        ["title", "event", "date", "time", "place", "name", "organisation", "hint", "codelabel", "code", "spaced"],
        ["event"],
        ["name", "event", "place", "organisation"]);

    /// <summary>Longest text put in place of a placeholder; what is longer is cut with an ellipsis.</summary>
    public const int LongestValue = 400;
}
