using System.Text.Json.Serialization;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Conversation;

/// <summary>Certificates, diplomas and awards.</summary>
[JsonDerivedType(typeof(CertificatesAsked), nameof(CertificatesAsked))]
[JsonDerivedType(typeof(CertificatesMade), nameof(CertificatesMade))]
[JsonDerivedType(typeof(CertificatesRedrawn), nameof(CertificatesRedrawn))]
[JsonDerivedType(typeof(CertificateAskedAgain), nameof(CertificateAskedAgain))]
[JsonDerivedType(typeof(CertificateTemplateSet), nameof(CertificateTemplateSet))]
[JsonDerivedType(typeof(AwardGiven), nameof(AwardGiven))]
[JsonDerivedType(typeof(AwardUndone), nameof(AwardUndone))]
[JsonDerivedType(typeof(NameCorrected), nameof(NameCorrected))]
public abstract partial record Fact
{
    /// <summary>A member of staff had certificates and diplomas made for everybody who lacks one: from this moment they have their numbers.</summary>
    public sealed record CertificatesAsked(EventId Event, string Language) : Fact;

    /// <summary>A batch of documents was drawn. The next one follows this fact, so that a crash between two neither loses nor doubles one.</summary>
    /// <param name="Event">Of which event.</param>
    /// <param name="Language">Language of the member of staff who is told of the progress.</param>
    /// <param name="Made">The documents of this batch.</param>
    /// <param name="Run">How the whole work stands.</param>
    public sealed record CertificatesMade(EventId Event, string Language, IReadOnlyList<MadeCertificate> Made, CertificateRun Run) : Fact;

    /// <summary>Documents of one person were drawn: anew after a correction, or for another chat.</summary>
    public sealed record CertificatesRedrawn(IReadOnlyList<MadeCertificate> Made) : Fact;

    /// <summary>A person wants a document of theirs again.</summary>
    public sealed record CertificateAskedAgain(long Certificate, PersonId Person, string Language) : Fact;

    /// <summary>From now on documents of an event are drawn from this template.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Kind">Certificate, or Diploma, which is meant for nominations too.</param>
    /// <param name="For">The language; "" = all.</param>
    /// <param name="File">Where the drawing was put for the moment; null = again the one that ships with the program, in all languages.</param>
    public sealed record CertificateTemplateSet(EventId Event, CertificateKind Kind, string For, string? File) : Fact;

    /// <summary>A place from 1 to 3 or a nomination was given.</summary>
    /// <param name="Event">Of which event.</param>
    /// <param name="Registration">Who got it; null = a whole team.</param>
    /// <param name="Person">Who that is.</param>
    /// <param name="Team">The team.</param>
    /// <param name="Rank">The place; null = a nomination.</param>
    /// <param name="Nomination">Its name; null = a place.</param>
    public sealed record AwardGiven(EventId Event, RegistrationId? Registration, PersonId? Person, TeamId? Team, int? Rank, string? Nomination) : Fact;

    /// <summary>An award was taken back; its diplomas are genuine no more.</summary>
    public sealed record AwardUndone(EventId Event, long Award) : Fact;

    /// <summary>A participant corrected their name: their documents of the event are made anew under the same numbers.</summary>
    public sealed record NameCorrected(RegistrationId Registration, EventId Event, PersonId Person, string Surname, string Given, string? Patronymic, string Language) : Fact;
}
