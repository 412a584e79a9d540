using GrantBot.Domain;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A role of a chat that belongs to a staff member.</summary>
internal sealed class StaffRow
{
    public ChatId ChatId { get; set; }

    /// <summary>Name of the StaffRole.</summary>
    public string Role { get; set; } = "";

    /// <summary>For what it holds, as StaffScope writes it; "" = everything.</summary>
    public string Scope { get; set; } = "";

    public ChatId? InvitedBy { get; set; }
    public DateTimeOffset Since { get; set; }
}

/// <summary>A one-time code: a staff invitation, a guardian's link or a link to a desk page. Only its hash is kept.</summary>
internal sealed class CodeRow
{
    /// <summary>SHA-256 of the code, hex.</summary>
    public string Hash { get; set; } = "";

    /// <summary>"staff", "guardian", "desk" or "group".</summary>
    public string Purpose { get; set; } = "";

    /// <summary>The role offered with a colon and its scope, the registration or the event concerned, the language of a staff group.</summary>
    public string Subject { get; set; } = "";

    public ChatId? MadeBy { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
