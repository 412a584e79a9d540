using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.People;

/// <summary>Records that may be of one person.</summary>
/// <param name="Count">How many pairs there are.</param>
/// <param name="People">Among how many people.</param>
/// <param name="Pair">The one asked for; null = there are no more.</param>
public sealed record LikelyDoubles(int Count, int People, LikelyCase? Pair);

/// <summary>A pair as staff see it.</summary>
/// <param name="First">The one met first.</param>
/// <param name="Second">The other.</param>
/// <param name="Reason">What is alike.</param>
public sealed record LikelyCase(RecordedPerson First, RecordedPerson Second, LikenessReason Reason);

/// <summary>What a record says of a person; for organisers only.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Surname, given name, patronymic; empty when they have not registered.</param>
public sealed record RecordedPerson(PersonId Id, string Name)
{
    /// <summary>Birth date.</summary>
    public DateOnly? Birth { get; init; }

    /// <summary>The number a platform vouched for, or the one that was typed; empty when none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>A platform vouched for it.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Place of study or work: the name of a choice, or what was typed.</summary>
    public string Institution { get; init; } = "";

    /// <summary>Territory code; empty when unknown.</summary>
    public string Territory { get; init; } = "";

    /// <summary>Registrations that are not cancelled, by event.</summary>
    public IReadOnlyList<(EventId Event, int Number, RegistrationStatus Status)> Registrations { get; init; } = [];
}

/// <summary>A merge in force.</summary>
/// <param name="Id">The merge.</param>
/// <param name="Number">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Kept">The record that goes on.</param>
/// <param name="Gone">The other.</param>
/// <param name="Names">What both called themselves.</param>
/// <param name="IsNewest">No later merge in force concerns the same people: this is the one that can be taken back.</param>
public sealed record KnownMerge(Guid Id, long Number, DateTimeOffset At, PersonId Kept, PersonId Gone, (string Kept, string Gone) Names, bool IsNewest);
