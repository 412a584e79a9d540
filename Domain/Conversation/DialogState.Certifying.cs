using GrantBot.Domain.Certifying;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Conversation;

/// <summary>What goes on about certificates and awards.</summary>
public abstract partial record DialogState
{
    /// <summary>Staff: the certificates of an event.</summary>
    public sealed record Certifying(EventId Event) : DialogState;

    /// <summary>Staff: a template of their own.</summary>
    /// <param name="Event">For which event.</param>
    /// <param name="Kind">Certificate, or Diploma, which is meant for nominations too; null = not chosen yet.</param>
    /// <param name="For">The language; "" = all, null = not chosen yet.</param>
    /// <param name="File">Where a good drawing is kept for the moment; null = none was sent yet.</param>
    public sealed record Templating(EventId Event, CertificateKind? Kind = null, string? For = null, string? File = null) : DialogState;

    /// <summary>Staff: the awards of an event.</summary>
    /// <param name="Event">Of which event.</param>
    /// <param name="Step">What is asked.</param>
    /// <param name="Registration">Who gets it, once that is known.</param>
    /// <param name="Team">The team that gets it, once that is known.</param>
    public sealed record Awarding(EventId Event, AwardStep Step, RegistrationId? Registration = null, TeamId? Team = null) : DialogState;

    /// <summary>The person's own certificates.</summary>
    public sealed record MyCertificates : DialogState;

    /// <summary>The person writes their name anew, as it shall stand on the certificate.</summary>
    /// <param name="Registration">Whose documents are made anew.</param>
    /// <param name="Names">Surname, given name and patronymic, as far as they were typed; "" = has none.</param>
    public sealed record Correcting(RegistrationId Registration, IReadOnlyList<string> Names) : DialogState;
}
