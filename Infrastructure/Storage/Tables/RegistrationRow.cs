using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;

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

    /// <summary>In the queue, or to be in it once the guardian agreed: holds no seat.</summary>
    public bool Queued { get; set; }

    public string? Quota { get; set; }

    /// <summary>Smaller comes first: milliseconds of the moment they joined, or what a move within the queue made of it.</summary>
    public long? PlaceInQueue { get; set; }

    public DateTimeOffset? OfferedUntil { get; set; }
    public int OffersMissed { get; set; }

    /// <summary>The team that holds the seat.</summary>
    public TeamId? TeamId { get; set; }

    /// <summary>Which of the team's named members.</summary>
    public int? Member { get; set; }

    /// <summary>Six letters and digits that stand for it at the door.</summary>
    [Personal] public string? Ticket { get; set; }

    public ConsentBasis Basis { get; set; }

    /// <summary>Code of the source whose link they came by; coarse, so it stays after erasure. Null = none.</summary>
    public string? Source { get; set; }

    /// <summary>What the person answered to the reminder; null = nothing.</summary>
    public bool? Coming { get; set; }

    public bool NoReminders { get; set; }

    /// <summary>The import that brought it, 32 hex digits; null = it was made in the bot.</summary>
    public string? ImportId { get; set; }

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
