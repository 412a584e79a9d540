using GrantBot.Domain;
using GrantBot.Domain.Programme;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A certificate or diploma. It holds no name: that is read from the registration whenever the document is drawn.</summary>
internal sealed class CertificateRow
{
    public long Id { get; set; }

    /// <summary>As it is printed; it stays taken for good, also when the person is erased.</summary>
    public string Number { get; set; } = "";

    public EventId EventId { get; set; }

    /// <summary>Running number within the event.</summary>
    public int Serial { get; set; }

    public RegistrationId RegistrationId { get; set; }
    [Personal] public PersonId? PersonId { get; set; }
    public CertificateKind Kind { get; set; }

    /// <summary>The award it is for; null = a certificate.</summary>
    public long? AwardId { get; set; }

    public int? Rank { get; set; }
    public string? Nomination { get; set; }
    public string Language { get; set; } = "";

    /// <summary>Key of the drawn document; null = it is still to be drawn.</summary>
    public string? FileId { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    /// <summary>When it was last drawn anew because the name was corrected.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public int Corrections { get; set; }

    /// <summary>When it went to the person's chat, or to staff for those without one.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When its award was taken back: it is genuine no more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>A place or nomination of a person or a team.</summary>
internal sealed class AwardRow
{
    public long Id { get; set; }
    public EventId EventId { get; set; }
    public RegistrationId? RegistrationId { get; set; }
    public TeamId? TeamId { get; set; }
    public int? Rank { get; set; }
    public string? Nomination { get; set; }

    /// <summary>The staff member's chat.</summary>
    public ChatId MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>A template staff sent for an event.</summary>
internal sealed class CertificateTemplateRow
{
    public EventId EventId { get; set; }

    /// <summary>Certificate, or Diploma, which is meant for nominations too.</summary>
    public CertificateKind Kind { get; set; }

    /// <summary>"" = all languages that have none of their own.</summary>
    public string Language { get; set; } = "";

    public byte[] Svg { get; set; } = [];

    /// <summary>The staff member's chat.</summary>
    public ChatId MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}
