using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>What counting needs to know about one registration.</summary>
/// <param name="Person">Who, as a key that joins several registrations of one person.</param>
/// <param name="At">For what.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="Codes">Who it is, as far as counts tell.</param>
/// <param name="RegisteredAt">When.</param>
public readonly record struct RegistrationFact(PersonId Person, CountedEvent At, RegistrationStatus Status, RegistrationCodes Codes, DateTimeOffset RegisteredAt)
{
    /// <summary>The registration itself; empty where only counts were read.</summary>
    public RegistrationId Id { get; init; }

    /// <summary>Day of registering, in the deployment's zone.</summary>
    public DateOnly RegisteredOn { get; init; }

    /// <summary>Day of the first check-in, in the deployment's zone; null when there was none.</summary>
    public DateOnly? VisitDay { get; init; }

    /// <summary>The event.</summary>
    public EventId Event => At.Id;
}

/// <summary>What counting needs to know about an event. All its registrations share one object.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">Kind of the event (form new_event); "" or null when nobody said.</param>
/// <param name="Day">Day it begins, in the deployment's zone.</param>
public sealed record CountedEvent(EventId Id, string? Kind = null, DateOnly Day = default);
