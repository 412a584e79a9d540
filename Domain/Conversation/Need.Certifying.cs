using GrantBot.Domain.Certifying;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Conversation;

/// <summary>What turns about certificates have to know.</summary>
public abstract partial record Need
{
    /// <summary>Where the certificates of an event stand.</summary>
    public sealed record Certificates(EventId Event) : Need, IFor<CertificateStanding>;

    /// <summary>The documents of a person, newest first.</summary>
    public sealed record CertificatesOf(PersonId Id) : Need, IFor<IReadOnlyList<KnownCertificate>>;

    /// <summary>The awards of an event, places first.</summary>
    public sealed record Awards(EventId Event) : Need, IFor<IReadOnlyList<KnownAward>>;

    /// <summary>Registrations and teams of an event by number or part of a name.</summary>
    public sealed record Recipients(EventId Event, string Query) : Need, IFor<IReadOnlyList<KnownRecipient>>;

    /// <summary>One who may be given an award; null = gone.</summary>
    public sealed record Recipient(EventId Event, RegistrationId? Who, TeamId? Group) : Need, IFor<KnownRecipient?>;

    /// <summary>How a certificate of an event looks in a language, with an invented name: the file of a picture; null = none can be drawn here.</summary>
    public sealed record CertificateSample(EventId Event, string Language) : Need, IFor<string?>;

    /// <summary>A drawing somebody sent, fetched, checked and tried.</summary>
    /// <param name="Handle">The channel's id of the file.</param>
    /// <param name="Bytes">Its size, where the channel told.</param>
    /// <param name="Event">For which event.</param>
    /// <param name="Kind">For which documents.</param>
    /// <param name="Language">Language of the sample.</param>
    public sealed record Template(string Handle, long? Bytes, EventId Event, CertificateKind Kind, string Language) : Need, IFor<CheckedTemplate>;
}
