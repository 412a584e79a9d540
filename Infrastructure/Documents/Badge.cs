namespace GrantBot.Infrastructure.Documents;

/// <summary>What a badge says the person is at the event.</summary>
internal enum BadgeRole { Participant, Coach, Judge, Staff }

/// <summary>One person's badge.</summary>
/// <param name="Name">The name as it is to be read from two metres: surname and given name.</param>
/// <param name="Role">What the person is.</param>
internal sealed record Badge(string Name, BadgeRole Role)
{
    /// <summary>The team, empty when none.</summary>
    public string Team { get; init; } = "";

    /// <summary>Place of study or work, empty when unknown.</summary>
    public string Institution { get; init; } = "";

    /// <summary>City or district in the badges' language, empty when unknown.</summary>
    public string Territory { get; init; } = "";

    /// <summary>A QR code as PNG, at least 200 pixels wide to be read well from 17 mm; null = none.</summary>
    public byte[]? Qr { get; init; }
}
