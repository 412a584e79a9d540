using GrantBot.Domain;
using GrantBot.Domain.CheckIn;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>Somebody came to a session. Stays as a count when they are erased.</summary>
internal sealed class AttendanceRow
{
    public long Id { get; set; }
    public EventId EventId { get; set; }

    /// <summary>Code of the day or session; "" where the event is one.</summary>
    public string Session { get; set; } = "";

    public RegistrationId RegistrationId { get; set; }

    /// <summary>When they were seen.</summary>
    public DateTimeOffset At { get; set; }

    public CheckInWay How { get; set; }

    /// <summary>The chat that did it: a member of staff, or the participant.</summary>
    public ChatId? ByChat { get; set; }

    /// <summary>Id the desk page gave the scan, 32 hex digits.</summary>
    public string? ScanId { get; set; }
}

/// <summary>A desk page somebody opened. Only the hash of its token is kept.</summary>
internal sealed class DeskSessionRow
{
    /// <summary>SHA-256 of the token, hex.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The member of staff; the page ends with their role.</summary>
    public ChatId ChatId { get; set; }

    public EventId EventId { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
