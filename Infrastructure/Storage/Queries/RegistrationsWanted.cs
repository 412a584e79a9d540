using GrantBot.Domain;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Which registrations a count reads, and what of them. What is not wanted stays empty: every value read takes its time, a million times.</summary>
internal sealed record RegistrationsWanted
{
    /// <summary>Of these events; null = all.</summary>
    public IReadOnlyCollection<EventId>? Events { get; init; }

    /// <summary>In these states; null = all.</summary>
    public IReadOnlyCollection<RegistrationStatus>? Statuses { get; init; }

    /// <summary>Codes that are wanted beside event and state. Of a place of study it is what is stored: what people typed is personal.</summary>
    public required IReadOnlySet<Dimension> Codes { get; init; }

    /// <summary>Instead of each age the youngest of its class (<see cref="Domain.Indicators.Tables.AgeClasses"/>): fewer kinds of people are counted faster.</summary>
    public bool AgeClasses { get; init; }

    /// <summary>Ids and the moments of registering.</summary>
    public bool Moments { get; init; }

    /// <summary>Days of registering.</summary>
    public bool RegisteredDays { get; init; }

    /// <summary>Days of the first visit.</summary>
    public bool VisitDays { get; init; }

    /// <summary>Kind and day of each event; both are left out of those it does not hold.</summary>
    public IReadOnlyDictionary<EventId, CountedEvent> Known { get; init; } = new Dictionary<EventId, CountedEvent>();
}
