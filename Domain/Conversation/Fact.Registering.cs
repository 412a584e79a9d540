using System.Text.Json.Serialization;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>Registrations: made, and every move after that with who (the chat of the fact), when and why.</summary>
[JsonDerivedType(typeof(RegistrationMade), nameof(RegistrationMade))]
[JsonDerivedType(typeof(RegistrationChanged), nameof(RegistrationChanged))]
[JsonDerivedType(typeof(RegistrationMoved), nameof(RegistrationMoved))]
[JsonDerivedType(typeof(HumanReviewAsked), nameof(HumanReviewAsked))]
[JsonDerivedType(typeof(HumanReviewDecided), nameof(HumanReviewDecided))]
[JsonDerivedType(typeof(GuardianPaperShown), nameof(GuardianPaperShown))]
[JsonDerivedType(typeof(ComingAnswered), nameof(ComingAnswered))]
public abstract partial record Fact
{
    /// <summary>A registration (тіркелу, запись) was made.</summary>
    public sealed record RegistrationMade(RegistrationId Registration, EventId Event, PersonId Person, int Number) : Fact
    {
        /// <summary>Confirmed, waiting for a guardian (then the person is in no list), waitlisted, or offered for a promoted team's member until the team is confirmed.</summary>
        public RegistrationStatus Status { get; init; } = RegistrationStatus.Confirmed;

        /// <summary>There was no seat: they stand in the queue, now or once the guardian has agreed.</summary>
        public bool Queued { get; init; }

        /// <summary>Code of the quota they fall into; null where the event has none.</summary>
        public string? Quota { get; init; }

        /// <summary>The team they are a member of, which holds the seats; null = they came by themselves.</summary>
        public TeamId? Team { get; init; }

        /// <summary>Which of the named members they are, from 1.</summary>
        public int? Member { get; init; }

        /// <summary>Code of the source whose link the conversation came by first; null = none.</summary>
        public string? Source { get; init; }

        /// <summary>Six letters and digits that stand for the registration at the door.</summary>
        public required string Ticket { get; init; }

        /// <summary>The person's chat where somebody else's turn makes the registration; null = the chat of the turn.</summary>
        public ChatId? Chat { get; init; }

        /// <summary>How consent was given.</summary>
        public ConsentBasis Basis { get; init; }

        /// <summary>The form, for the reader of the answers.</summary>
        public required string FormId { get; init; }

        /// <summary>Its version.</summary>
        public required string FormVersion { get; init; }

        /// <summary>Answers by question name.</summary>
        public required IReadOnlyDictionary<string, string> Answers { get; init; }

        /// <summary>Full years on the day of the event; null when no birth date was asked.</summary>
        public int? Age { get; init; }
    }

    /// <summary>A person corrected what they answered when they registered.</summary>
    public sealed record RegistrationChanged(RegistrationId Registration, EventId Event, PersonId Person) : Fact
    {
        /// <summary>Code of the quota they fall into now; null where that does not change.</summary>
        public string? Quota { get; init; }

        /// <summary>The form, for the reader of the answers.</summary>
        public required string FormId { get; init; }

        /// <summary>Its version.</summary>
        public required string FormVersion { get; init; }

        /// <summary>All answers, by question name.</summary>
        public required IReadOnlyDictionary<string, string> Answers { get; init; }

        /// <summary>Full years on the day of the event; null when no birth date was asked.</summary>
        public int? Age { get; init; }
    }

    /// <summary>A registration went from one status to another.</summary>
    /// <param name="Registration">Which.</param>
    /// <param name="Event">The event.</param>
    /// <param name="Person">Whose.</param>
    /// <param name="From">The status before; when it is another by now, the move is decided again.</param>
    /// <param name="To">The status after.</param>
    /// <param name="Why">Why.</param>
    public sealed record RegistrationMoved(RegistrationId Registration, EventId Event, PersonId Person, RegistrationStatus From, RegistrationStatus To, MoveReason Why) : Fact
    {
        /// <summary>Until when an offered seat is held.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>The reason staff gave.</summary>
        public string? Note { get; init; }
    }

    /// <summary>A person asks that a human looks at an automatic decision (Law No. 94-V art. 19-1); due in three working days.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Person">Who asks.</param>
    /// <param name="About">What refused them.</param>
    /// <param name="Detail">What the program saw: an age, the code of a territory; never a name.</param>
    public sealed record HumanReviewAsked(EventId Event, PersonId Person, RefusalKind About, string Detail) : Fact;

    /// <summary>A member of staff decided in the place of the program.</summary>
    public sealed record HumanReviewDecided(long Review, EventId Event, PersonId Person, RefusalKind About, bool Admitted) : Fact;

    /// <summary>Staff saw a guardian's signed consent on paper; the chat of the fact is theirs.</summary>
    public sealed record GuardianPaperShown(RegistrationId Registration, PersonId Person, string TextVersion, string Language) : Fact;

    /// <summary>The participant says they will be there.</summary>
    public sealed record ComingAnswered(RegistrationId Registration, EventId Event, PersonId Person) : Fact;
}
