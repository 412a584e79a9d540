using GrantBot.Domain.CheckIn;

namespace GrantBot.Domain.Conversation;

/// <summary>What turns at the door have to know.</summary>
public abstract partial record Need
{
    /// <summary>The secret that signs an event's tickets and makes its codes of the day.</summary>
    public sealed record DoorSecret(EventId Event) : Need, IFor<DoorKey>;

    /// <summary>Whose a ticket's six characters are; null = nobody's, or cancelled.</summary>
    public sealed record TicketHolder(EventId Event, string Ticket) : Need, IFor<KnownRegistration?>;

    /// <summary>The check-ins of a registration in the order of their time.</summary>
    public sealed record Attendance(RegistrationId Of) : Need, IFor<IReadOnlyList<KnownAttendance>>;

    /// <summary>Everybody who holds a place at an event, in the order of the Kazakh alphabet, with when they came to a session.</summary>
    public sealed record Guests(EventId Event, string Session) : Need, IFor<IReadOnlyList<KnownGuest>>;
}

/// <summary>One check-in.</summary>
/// <param name="Session">Code of the day or session; "" where the event is one.</param>
/// <param name="At">When the person was seen.</param>
public sealed record KnownAttendance(string Session, DateTimeOffset At);

/// <summary>Somebody who is expected.</summary>
/// <param name="Id">Their registration.</param>
/// <param name="Number">Its number.</param>
/// <param name="FullName">Surname and first name.</param>
/// <param name="Team">The team's name; null = they came by themselves.</param>
/// <param name="Ticket">The six characters of their ticket.</param>
/// <param name="CameAt">When they came to the session asked about; null = not yet.</param>
public sealed record KnownGuest(RegistrationId Id, int Number, string FullName, string? Team, string? Ticket, DateTimeOffset? CameAt);
