using GrantBot.Domain;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>One person's registration for one event. What counts read is frozen here at the time of registering.</summary>
internal sealed class RegistrationRow
{
    public RegistrationId Id { get; set; }
    public EventId EventId { get; set; }
    public PersonId PersonId { get; set; }
    public ChatId? ChatId { get; set; }
    public int Number { get; set; }
    public RegistrationStatus Status { get; set; }
    public ChannelKind Channel { get; set; }
    public string Language { get; set; } = "";
    public string FormId { get; set; } = "";
    public string FormVersion { get; set; } = "";
    public DateTimeOffset RegisteredAt { get; set; }

    [Personal] public string? Surname { get; set; }
    [Personal] public string? Given { get; set; }
    [Personal] public string? Patronymic { get; set; }
    [Personal] public string? Phone { get; set; }
    /// <summary>Place of study or work: the name of a choice of the form, or what the person typed.</summary>
    [Personal] public string? Institution { get; set; }

    /// <summary>ISO date.</summary>
    [Personal] public string? BirthDate { get; set; }

    /// <summary>All answers by question name, as JSON.</summary>
    [Personal] public string? Answers { get; set; }

    // Coarse codes for counting; they name nobody and stay after erasure.

    /// <summary>Full years on the day of the event.</summary>
    public int? Age { get; set; }

    /// <summary>"male" or "female".</summary>
    public string? Gender { get; set; }

    /// <summary>Territory code such as "aktau".</summary>
    public string? Territory { get; set; }

    /// <summary>Occupation code such as "pupil" (6-forms.md, list status).</summary>
    public string? Occupation { get; set; }

    public bool? Disability { get; set; }
    public bool? Vulnerable { get; set; }
}

/// <summary>Where a registration stands. Numbers are stored: never renumber.</summary>
internal enum RegistrationStatus { WaitingConsent = 1, Confirmed = 2, Cancelled = 3 }
