using System.Text.Json.Serialization;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Conversation;

/// <summary>
/// Teams. Names a captain typed of others are passed to the tables and not kept in the log: nobody consented to them, and they go
/// when they are not confirmed.
/// </summary>
[JsonDerivedType(typeof(TeamMade), nameof(TeamMade))]
[JsonDerivedType(typeof(TeamMoved), nameof(TeamMoved))]
[JsonDerivedType(typeof(TeamMemberNamed), nameof(TeamMemberNamed))]
[JsonDerivedType(typeof(TeamNamesErased), nameof(TeamNamesErased))]
[JsonDerivedType(typeof(TeamPassed), nameof(TeamPassed))]
[JsonDerivedType(typeof(TeamPromoted), nameof(TeamPromoted))]
public abstract partial record Fact
{
    /// <summary>A captain or coach registered a team (команда).</summary>
    public sealed record TeamMade(TeamId Team, EventId Event, PersonId Person, int Number) : Fact
    {
        /// <summary>Six letters and digits by which members join.</summary>
        public required string Code { get; init; }

        /// <summary>Its name.</summary>
        public required string Name { get; init; }

        /// <summary>Code of the territory it is from.</summary>
        public string? Territory { get; init; }

        /// <summary>The name of a choice of the form, or what was typed.</summary>
        public string? Institution { get; init; }

        /// <summary>Code of the category it competes in.</summary>
        public string? Category { get; init; }

        /// <summary>Code of the quota it falls into; null where the event has none.</summary>
        public string? Quota { get; init; }

        /// <summary>There were not seats for all: it waits as a whole once it is complete.</summary>
        public bool Queued { get; init; }

        /// <summary>How many members were named.</summary>
        public int Size { get; init; }

        /// <summary>Until when they have to confirm.</summary>
        public DateTimeOffset ConfirmBy { get; init; }

        /// <summary>The coach.</summary>
        [JsonIgnore] public string? Coach { get; init; }

        /// <summary>The coach's phone, E.164.</summary>
        [JsonIgnore] public string? CoachPhone { get; init; }

        /// <summary>The members.</summary>
        [JsonIgnore] public IReadOnlyList<NamedMember> Members { get; init; } = [];
    }

    /// <summary>A team went from one status to another; its members' registrations follow.</summary>
    /// <param name="Team">Which.</param>
    /// <param name="Event">The event.</param>
    /// <param name="From">The status before; when it is another by now, the move is decided again.</param>
    /// <param name="To">The status after.</param>
    /// <param name="Why">Why.</param>
    public sealed record TeamMoved(TeamId Team, EventId Event, RegistrationStatus From, RegistrationStatus To, MoveReason Why) : Fact
    {
        /// <summary>Until when offered seats are held.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>The reason staff gave.</summary>
        public string? Note { get; init; }
    }

    /// <summary>The captain or coach named somebody for a place: a new one, or one that is free.</summary>
    public sealed record TeamMemberNamed(TeamId Team, EventId Event, int Place, DateTimeOffset ConfirmBy) : Fact
    {
        /// <summary>The place is new and needs a seat.</summary>
        public bool IsNew { get; init; }

        /// <summary>Who.</summary>
        [JsonIgnore] public NamedMember? Member { get; init; }
    }

    /// <summary>Names that were not confirmed in time are erased.</summary>
    /// <param name="Team">Which.</param>
    /// <param name="Event">The event.</param>
    /// <param name="Places">Their places.</param>
    /// <param name="Dropped">The places and their seats go too.</param>
    public sealed record TeamNamesErased(TeamId Team, EventId Event, IReadOnlyList<int> Places, bool Dropped) : Fact;

    /// <summary>The captain or coach is gone; a member answers for the team from now on.</summary>
    public sealed record TeamPassed(TeamId Team, EventId Event, PersonId Person, ChatId? Chat) : Fact;

    /// <summary>Staff sent a team to the next stage (жолдама, путёвка). Seats are held there until its captain answers.</summary>
    /// <param name="Team">The team of the next stage, made by this.</param>
    /// <param name="Event">The event of the next stage.</param>
    /// <param name="From">The team that earned it.</param>
    /// <param name="Number">Number in the next event.</param>
    public sealed record TeamPromoted(TeamId Team, EventId Event, TeamId From, int Number) : Fact
    {
        /// <summary>Six letters and digits by which members join.</summary>
        public required string Code { get; init; }

        /// <summary>Its name there.</summary>
        public required string Name { get; init; }

        /// <summary>Until when the captain has to answer.</summary>
        public DateTimeOffset Until { get; init; }
    }
}
