using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.Digests;

/// <summary>What a digest counts of registrations; events without any are left out.</summary>
/// <param name="New">Registrations made since its beginning and not cancelled.</param>
/// <param name="Standing">All registrations by where they stand.</param>
/// <param name="Signed">Events of which a signed list was kept.</param>
public sealed record KnownDigest(IReadOnlyDictionary<EventId, int> New, IReadOnlyDictionary<(EventId Event, RegistrationStatus Status), int> Standing, IReadOnlySet<EventId> Signed)
{
    /// <summary>How many registrations of an event stand at any of these.</summary>
    public int Count(EventId id, params ReadOnlySpan<RegistrationStatus> statuses)
    {
        var sum = 0;
        foreach (var status in statuses) sum += Standing.GetValueOrDefault((id, status));
        return sum;
    }
}
