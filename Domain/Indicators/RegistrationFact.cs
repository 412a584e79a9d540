using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>What counting needs to know about one registration: coarse codes as they were frozen when the person registered, no name and no phone.</summary>
/// <param name="Person">Who, as a key that joins several registrations of one person.</param>
/// <param name="Event">For what.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="Channel">Where the person registered.</param>
/// <param name="Gender">"male" or "female"; null when not stated.</param>
/// <param name="Age">Full years on the day of the event; null when not stated.</param>
/// <param name="Territory">Territory code such as "aktau"; null when not stated.</param>
/// <param name="Occupation">Occupation code such as "pupil" (6-forms.md, list status); null when not stated.</param>
/// <param name="Disability">Null when not asked or not answered.</param>
/// <param name="Vulnerable">Belongs to a socially vulnerable group (Housing Relations Law, art. 68); null when not asked or not answered.</param>
/// <param name="RegisteredAt">When.</param>
public readonly record struct RegistrationFact(
    PersonId Person,
    EventId Event,
    RegistrationStatus Status,
    ChannelKind Channel,
    string? Gender,
    int? Age,
    string? Territory,
    string? Occupation,
    bool? Disability,
    bool? Vulnerable,
    DateTimeOffset RegisteredAt)
{
    /// <summary>The registration itself; empty where only counts were read.</summary>
    public RegistrationId Id { get; init; }

    /// <summary>Code of the place of study; "other" when one was typed that no list has; null when not asked.</summary>
    public string? Institution { get; init; }

    /// <summary>Language of the chat, "kk", "ru" or "en"; null when not known.</summary>
    public string? Language { get; init; }

    /// <summary>Kind of the event (form new_event); "" or null when nobody said.</summary>
    public string? Kind { get; init; }

    /// <summary>Day of registering, in the deployment's zone.</summary>
    public DateOnly RegisteredOn { get; init; }

    /// <summary>Day the event begins, in the deployment's zone.</summary>
    public DateOnly EventDay { get; init; }

    /// <summary>Day of the first check-in, in the deployment's zone; null when there was none.</summary>
    public DateOnly? VisitDay { get; init; }
}
