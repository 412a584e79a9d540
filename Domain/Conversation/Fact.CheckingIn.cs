using System.Text.Json.Serialization;
using GrantBot.Domain.CheckIn;

namespace GrantBot.Domain.Conversation;

/// <summary>The door: who came, tickets, posters, desk pages.</summary>
[JsonDerivedType(typeof(CheckedIn), nameof(CheckedIn))]
[JsonDerivedType(typeof(CheckInUndone), nameof(CheckInUndone))]
[JsonDerivedType(typeof(TicketAsked), nameof(TicketAsked))]
[JsonDerivedType(typeof(TicketDue), nameof(TicketDue))]
[JsonDerivedType(typeof(PosterAsked), nameof(PosterAsked))]
[JsonDerivedType(typeof(DeskInvited), nameof(DeskInvited))]
public abstract partial record Fact
{
    /// <summary>Somebody came (келгені белгіленді, отметка о приходе).</summary>
    /// <param name="Registration">Whose seat.</param>
    /// <param name="Event">Where.</param>
    /// <param name="Person">Who.</param>
    /// <param name="Session">Code of the day or session; "" where the event is one.</param>
    /// <param name="How">By ticket, from the list, by the day's code, as a walk-in.</param>
    /// <param name="At">When they were seen: earlier than the record where a desk had no network.</param>
    public sealed record CheckedIn(RegistrationId Registration, EventId Event, PersonId Person, string Session, CheckInWay How, DateTimeOffset At) : Fact
    {
        /// <summary>Id the desk page gave the scan, so that a scan that is sent again is known; null = made in a chat.</summary>
        public Guid? Scan { get; init; }
    }

    /// <summary>A check-in was a mistake.</summary>
    public sealed record CheckInUndone(RegistrationId Registration, EventId Event, PersonId Person, string Session) : Fact
    {
        /// <summary>Id of the scan that was taken back on a desk page, so that it does not count when it is sent again; null = made in a chat.</summary>
        public Guid? Scan { get; init; }
    }

    /// <summary>The ticket of a registration is to be sent as a picture: to the chat of the fact, or where it has none to the one that registered.</summary>
    public sealed record TicketAsked(RegistrationId Registration, PersonId Person, string Language) : Fact;

    /// <summary>The ticket of a registration goes with a reminder, to the chat of the fact. There may be hundreds: they are drawn one after another, behind whatever people ask for.</summary>
    public sealed record TicketDue(RegistrationId Registration, PersonId Person, string Language) : Fact;

    /// <summary>Staff want the poster of the day's code, to be printed.</summary>
    public sealed record PosterAsked(EventId Event, string Session, DateOnly Day, string Language) : Fact;

    /// <summary>Staff were given a one-time link to the desk page of an event.</summary>
    public sealed record DeskInvited(EventId Event, string CodeHash, DateTimeOffset ExpiresAt) : Fact;
}
