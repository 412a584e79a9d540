using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Certifying;

/// <summary>A document that was drawn.</summary>
/// <param name="Id">The certificate.</param>
/// <param name="File">Where the file is kept.</param>
/// <param name="Sent">It goes to the person's chat; false = they have none, and it goes to staff.</param>
/// <param name="Corrections">How often the name had been corrected when it was drawn; another number by now, and it is drawn again.</param>
public sealed record MadeCertificate(long Id, string File, bool Sent, int Corrections = 0);

/// <summary>How the making of an event's certificates stands.</summary>
/// <param name="Total">How many were to be made when it began.</param>
/// <param name="Done">How many are.</param>
public sealed record CertificateRun(int Total, int Done)
{
    /// <summary>How many could not be drawn as PDF and went out as SVG.</summary>
    public int Drawings { get; init; }

    /// <summary>How many people without a chat there were whose documents went to staff.</summary>
    public int Printed { get; init; }

    /// <summary>Documents up to this one, of people without a chat, were handed to staff; 0 = none yet.</summary>
    public long HandedTo { get; init; }
}

/// <summary>Where the certificates of an event stand.</summary>
/// <param name="Attended">Registrations of people who were seen there.</param>
/// <param name="Made">Documents there are.</param>
/// <param name="Lacking">Documents that are to be made: for who attended, and for awards.</param>
/// <param name="WithoutChat">How many of these are for people without a chat.</param>
/// <param name="OwnTemplate">Staff sent a template of their own.</param>
public sealed record CertificateStanding(int Attended, int Made, int Lacking, int WithoutChat, bool OwnTemplate);

/// <summary>A document of a person.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Award">The place or nomination it is for.</param>
/// <param name="Event">Of which event.</param>
/// <param name="Registration">For which registration.</param>
/// <param name="Corrections">How often the name was corrected.</param>
public sealed record KnownCertificate(long Id, string Number, CertificateKind Kind, AwardName Award, EventId Event, RegistrationId Registration, int Corrections);

/// <summary>A place, or a nomination; neither for a certificate.</summary>
/// <param name="Rank">From 1 to 3.</param>
/// <param name="Nomination">Its name.</param>
public sealed record AwardName(int? Rank, string? Nomination);

/// <summary>An award of an event.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Award">What it is.</param>
/// <param name="Name">Who has it: a team, or a person by surname and first name; "" = erased.</param>
public sealed record KnownAward(long Id, AwardName Award, string Name);

/// <summary>Who may be given an award.</summary>
/// <param name="Registration">A registration; null = a team.</param>
/// <param name="Person">Its person.</param>
/// <param name="Team">A team; null = a person.</param>
/// <param name="Number">Number of the registration or team.</param>
/// <param name="Name">Their name.</param>
public sealed record KnownRecipient(RegistrationId? Registration, PersonId? Person, TeamId? Team, int Number, string Name);

/// <summary>A drawing somebody sent.</summary>
/// <param name="Problems">Everything found, errors first.</param>
/// <param name="File">Where it is kept for the moment; null = it cannot be used.</param>
/// <param name="Refused">Key of the text that says why it could not even be read, or drawn; null = it could.</param>
/// <param name="Preview">The sample drawn from it; null = there is none.</param>
public sealed record CheckedTemplate(IReadOnlyList<TemplateProblem> Problems, string? File, string? Refused, string? Preview);

/// <summary>What is asked about awards.</summary>
public enum AwardStep
{
    /// <summary>The list is shown.</summary>
    Listing = 0,

    /// <summary>Who gets it.</summary>
    Finding = 1,

    /// <summary>What they get.</summary>
    Naming = 2,

    /// <summary>Which one is taken back.</summary>
    Undoing = 3,
}
