namespace GrantBot.Domain.Programme;

/// <summary>What a person is given on paper. A closed family.</summary>
public enum CertificateKind
{
    /// <summary>Сертификат: the person attended.</summary>
    Certificate,

    /// <summary>Диплом: a place from 1 to 3.</summary>
    Diploma,

    /// <summary>Аталым, номинация: best at something, outside the places.</summary>
    Nomination,

    /// <summary>Алғыс хат, благодарственное письмо: thanks to a judge, a coach, a partner.</summary>
    ThankYou,
}

/// <summary>All that stands on one certificate, diploma or letter of thanks, already in the recipient's language.</summary>
public sealed record Certificate
{
    /// <summary>What it is.</summary>
    public required CertificateKind Kind { get; init; }

    /// <summary>Its number.</summary>
    public required CertificateNumber Number { get; init; }

    /// <summary>The recipient's name, exactly as registered.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the event, without quotation marks around it.</summary>
    public required string Event { get; init; }

    /// <summary>First day of the event, where it takes place.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Last day; null when it is one day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Where the event took place.</summary>
    public required string Place { get; init; }

    /// <summary>Who gives it.</summary>
    public required string Organisation { get; init; }

    /// <summary>The place taken, 1 to 3: for diplomas only.</summary>
    public int? Rank { get; init; }

    /// <summary>Name of the nomination: for nominations only.</summary>
    public string Nomination { get; init; } = "";

    /// <summary>The recipient's team; "" = none.</summary>
    public string Team { get; init; } = "";

    /// <summary>The recipient's district or city; "" = not said.</summary>
    public string Territory { get; init; } = "";

    /// <summary>Name and post of who signs; "" = a line to write it on.</summary>
    public string Signer { get; init; } = "";
}
