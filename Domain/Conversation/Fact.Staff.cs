using System.Text.Json.Serialization;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Conversation;

/// <summary>The staff: who is one, for what, and what they looked at.</summary>
[JsonDerivedType(typeof(StaffInvited), nameof(StaffInvited))]
[JsonDerivedType(typeof(InvitationWithdrawn), nameof(InvitationWithdrawn))]
[JsonDerivedType(typeof(StaffJoined), nameof(StaffJoined))]
[JsonDerivedType(typeof(StaffGranted), nameof(StaffGranted))]
[JsonDerivedType(typeof(StaffRemoved), nameof(StaffRemoved))]
[JsonDerivedType(typeof(StaffNamed), nameof(StaffNamed))]
[JsonDerivedType(typeof(StaffLeft), nameof(StaffLeft))]
[JsonDerivedType(typeof(PeopleSeen), nameof(PeopleSeen))]
[JsonDerivedType(typeof(StaffLogAsked), nameof(StaffLogAsked))]
public abstract partial record Fact
{
    /// <summary>An owner made an invitation.</summary>
    public sealed record StaffInvited(string CodeHash, StaffRole Role, DateTimeOffset ExpiresAt) : Fact
    {
        /// <summary>For what the role holds.</summary>
        public StaffScope Scope { get; init; }
    }

    /// <summary>An owner took an invitation back before anybody used it.</summary>
    public sealed record InvitationWithdrawn(string CodeHash) : Fact;

    /// <summary>A chat became a staff member's, or got one role more.</summary>
    public sealed record StaffJoined(string CodeHash, StaffRole Role) : Fact
    {
        /// <summary>For what the role holds.</summary>
        public StaffScope Scope { get; init; }
    }

    /// <summary>An owner gave a member one role more.</summary>
    public sealed record StaffGranted(ChatId Member, StaffRole Role, StaffScope Scope) : Fact;

    /// <summary>An owner took a role from a member; the last one taken makes them a stranger.</summary>
    public sealed record StaffRemoved(ChatId Member, StaffRole Role, StaffScope Scope) : Fact;

    /// <summary>An owner said what a member is called.</summary>
    public sealed record StaffNamed(ChatId Member) : Fact
    {
        /// <summary>The name.</summary>
        [JsonIgnore] public string Name { get; init; } = "";
    }

    /// <summary>A staff member gave up their roles; the chat's address goes when it is nobody's.</summary>
    public sealed record StaffLeft : Fact;

    /// <summary>A staff member was shown people by name.</summary>
    /// <param name="Where">Where: "queue", "team", "desk" or "doubles", the end of a text's key.</param>
    /// <param name="Event">Of which event; null = of all.</param>
    public sealed record PeopleSeen(string Where, EventId? Event) : Fact;

    /// <summary>An owner wants the log of what staff did as a file.</summary>
    public sealed record StaffLogAsked(string Language) : Fact;
}
