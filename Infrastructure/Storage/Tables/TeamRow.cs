using System.Security.Cryptography;
using System.Text;
using GrantBot.Domain;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A team registered for an event. It holds its members' seats, waits and is offered seats as a whole.</summary>
internal sealed class TeamRow
{
    public TeamId Id { get; set; }
    public EventId EventId { get; set; }
    public int Number { get; set; }
    public string Name { get; set; } = "";

    /// <summary>The name folded, by which two teams of one event are told apart (<see cref="KeyOf"/>).</summary>
    public string NameKey { get; set; } = "";

    /// <summary>A folded name as the index takes it: of a long one the beginning and a hash of the whole, since an entry of PostgreSQL's has at most 2,704 bytes.</summary>
    public static string KeyOf(string folded) => folded.Length <= LongKey ? folded : folded[..LongKey] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));

    private const int LongKey = 200;

    /// <summary>Six letters and digits by which members join.</summary>
    public string Code { get; set; } = "";

    /// <summary>Draft while members are missing.</summary>
    public RegistrationStatus Status { get; set; }

    /// <summary>Named members: seats they need together.</summary>
    public int Seats { get; set; }

    public bool Queued { get; set; }
    public string? Quota { get; set; }
    public long? PlaceInQueue { get; set; }
    public DateTimeOffset? OfferedUntil { get; set; }
    public int OffersMissed { get; set; }
    public string? Territory { get; set; }

    /// <summary>The name of a choice of the form, or what was typed.</summary>
    public string? Institution { get; set; }

    public string? Category { get; set; }
    [Personal] public string? Coach { get; set; }
    [Personal] public string? CoachPhone { get; set; }

    /// <summary>The chat of the captain or coach who registered it.</summary>
    [Personal] public ChatId? MadeBy { get; set; }

    /// <summary>The captain or coach.</summary>
    [Personal] public PersonId? PersonId { get; set; }

    /// <summary>The team of the stage before that was promoted to this one.</summary>
    public TeamId? FromTeam { get; set; }

    /// <summary>Names of members who have not confirmed are erased then.</summary>
    public DateTimeOffset ConfirmBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>A member as the captain named them; once they have confirmed, their own registration says who they are.</summary>
internal sealed class TeamMemberRow
{
    public long Id { get; set; }
    public TeamId TeamId { get; set; }

    /// <summary>From 1.</summary>
    public int Place { get; set; }

    [Personal] public string? Surname { get; set; }
    [Personal] public string? Given { get; set; }
    [Personal] public string? Phone { get; set; }
    public bool Captain { get; set; }
    public RegistrationId? RegistrationId { get; set; }
    public DateTimeOffset NamedAt { get; set; }
}

/// <summary>A refusal of the program that somebody asked a human to look at (Law No. 94-V art. 19-1).</summary>
internal sealed class ReviewRow
{
    public long Id { get; set; }
    public EventId EventId { get; set; }
    [Personal] public PersonId? PersonId { get; set; }
    [Personal] public ChatId? ChatId { get; set; }
    public RefusalKind About { get; set; }

    /// <summary>What the program saw: an age, the code of a territory.</summary>
    public string Detail { get; set; } = "";

    public DateTimeOffset AskedAt { get; set; }
    public bool? Admitted { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
}
