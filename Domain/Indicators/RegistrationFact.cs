using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>What counting needs to know about one registration.</summary>
/// <param name="Person">Who, as a key that joins several registrations of one person.</param>
/// <param name="Codes">What it is told apart from others by.</param>
/// <param name="RegisteredAt">When.</param>
public readonly record struct RegistrationFact(PersonId Person, RegistrationCodes Codes, DateTimeOffset RegisteredAt)
{
    /// <summary>The registration itself; empty where only counts were read.</summary>
    public RegistrationId Id { get; init; }

    /// <summary>Day of registering, in the deployment's zone.</summary>
    public DateOnly RegisteredOn { get; init; }

    /// <summary>Day of the first check-in, in the deployment's zone; null when there was none.</summary>
    public DateOnly? VisitDay { get; init; }

    /// <summary>For what.</summary>
    public EventId Event => Codes.Event;

    /// <summary>Where it stands now.</summary>
    public RegistrationStatus Status => Codes.Status;
}
