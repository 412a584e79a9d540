using GrantBot.Domain;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A person, one across all channels.</summary>
internal sealed class PersonRow
{
    public PersonId Id { get; set; }

    /// <summary>E.164; only a number a platform vouched for joins two chats into one person.</summary>
    [Personal] public string? VerifiedPhone { get; set; }

    /// <summary>Latest answers to the registration form by question name, as JSON; offered at the next registration.</summary>
    [Personal] public string? Answers { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>The record that goes on for this one, since staff found both to be of one person; all that is read by person stands there.</summary>
    public PersonId? MergedInto { get; set; }
}

/// <summary>A consent given, with what proves it (Law No. 94-V art. 8).</summary>
internal sealed class ConsentRow
{
    public long Id { get; set; }
    public PersonId PersonId { get; set; }

    /// <summary>Who pressed the button; a guardian's chat for a minor.</summary>
    public ChatId ChatId { get; set; }

    /// <summary>First 12 hex digits of the SHA-256 of the full text.</summary>
    public string TextVersion { get; set; } = "";

    public string Language { get; set; } = "";
    public bool ByGuardian { get; set; }

    /// <summary>In the chat, or on paper; then the chat is that of the member of staff who saw it.</summary>
    public ConsentBasis Basis { get; set; }

    public DateTimeOffset GivenAt { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}
