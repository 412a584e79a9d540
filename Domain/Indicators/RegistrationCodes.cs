using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>
/// What counts tell registrations apart by: coarse codes as they were frozen when the person registered, no name and no phone. Many registrations share one
/// object, since they are read by the million.
/// </summary>
/// <param name="Event">For what.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="Channel">Where the person registered.</param>
/// <param name="Gender">"male" or "female"; null when not stated.</param>
/// <param name="Age">Full years on the day of the event; null when not stated.</param>
/// <param name="Territory">Territory code such as "aktau"; null when not stated.</param>
/// <param name="Occupation">Occupation code such as "pupil" (6-forms.md, list status); null when not stated.</param>
/// <param name="Disability">Null when not asked or not answered.</param>
/// <param name="Vulnerable">Belongs to a socially vulnerable group (Housing Relations Law, art. 68); null when not asked or not answered.</param>
public sealed record RegistrationCodes(EventId Event, RegistrationStatus Status, ChannelKind Channel, string? Gender, int? Age, string? Territory, string? Occupation, bool? Disability, bool? Vulnerable)
{
    /// <summary>Code of the place of study; "other" when one was typed that no list has; null when not asked.</summary>
    public string? Institution { get; init; }

    /// <summary>Language of the chat, "kk", "ru" or "en"; null when not known.</summary>
    public string? Language { get; init; }

    /// <summary>Kind of the event (form new_event); "" or null when nobody said.</summary>
    public string? Kind { get; init; }

    /// <summary>Day the event begins, in the deployment's zone.</summary>
    public DateOnly EventDay { get; init; }
}
