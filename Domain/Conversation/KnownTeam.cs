using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Conversation;

/// <summary>A team as a conversation needs it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Event">The event.</param>
/// <param name="Number">Its number, from the same row as the registrations of the event.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Six letters and digits by which members join.</param>
/// <param name="Status">Where it stands.</param>
public sealed record KnownTeam(TeamId Id, EventId Event, int Number, string Name, string Code, RegistrationStatus Status)
{
    /// <summary>It holds no seats.</summary>
    public bool Queued { get; init; }

    /// <summary>Code of the territory it is from.</summary>
    public string? Territory { get; init; }

    /// <summary>The captain or coach who answers for it; null = erased.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>Until when offered seats, or the place in the next stage, are held.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }

    /// <summary>Until when the named members have to confirm.</summary>
    public DateTimeOffset ConfirmBy { get; init; }

    /// <summary>The team of the stage before that was promoted to this one.</summary>
    public TeamId? From { get; init; }

    /// <summary>The captain or coach can be written to.</summary>
    public bool Reachable { get; init; }

    /// <summary>Its places in order.</summary>
    public IReadOnlyList<KnownMember> Members { get; init; } = [];

    /// <summary>How many have confirmed.</summary>
    public int Ready => Members.Count(m => m.Standing is MemberStanding.Ready);

    /// <summary>A promoted team whose captain has not answered yet.</summary>
    public bool AwaitsPromotion => From is not null && Status is RegistrationStatus.Offered;
}

/// <summary>A place in a team. Names are those of the member's own registration, else as the captain typed them; "" = unknown.</summary>
public sealed record KnownMember(int Place, string Surname, string Given, string Phone, bool Captain, MemberStanding Standing)
{
    /// <summary>The member's registration.</summary>
    public RegistrationId? Registration { get; init; }

    /// <summary>Whose it is.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Where it stands.</summary>
    public RegistrationStatus? Status { get; init; }
}

/// <summary>What is taken over of a member into the next stage.</summary>
/// <param name="Place">The place in the team.</param>
/// <param name="Person">Who.</param>
/// <param name="Chat">Their chat, where they have one.</param>
/// <param name="FormId">The form they filled.</param>
/// <param name="FormVersion">Its version.</param>
/// <param name="Answers">What they answered.</param>
public sealed record CarriedMember(int Place, PersonId Person, ChatId? Chat, string FormId, string FormVersion, IReadOnlyDictionary<string, string> Answers);

/// <summary>What turns about teams have to know.</summary>
public abstract partial record Need
{
    /// <summary>A need that the reader of teams answers.</summary>
    public abstract record OfTeams : Need;

    /// <summary>A team, also a cancelled one; null = there never was one.</summary>
    public sealed record Team(TeamId Id) : OfTeams, IFor<KnownTeam?>;

    /// <summary>The team of a code; null = none.</summary>
    public sealed record TeamByCode(string Letters) : OfTeams, IFor<KnownTeam?>;

    /// <summary>Teams a captain or coach answers for, cancelled ones left out.</summary>
    public sealed record TeamsOf(PersonId Owner) : OfTeams, IFor<IReadOnlyList<KnownTeam>>;

    /// <summary>Teams of an event in the order of their numbers, cancelled ones left out.</summary>
    public sealed record Teams(EventId Event) : OfTeams, IFor<IReadOnlyList<KnownTeam>>;

    /// <summary>Teams in an event's queue in its order, at most fifty.</summary>
    public sealed record TeamsWaiting(EventId Event) : OfTeams, IFor<IReadOnlyList<KnownTeam>>;

    /// <summary>Teams of all events of a series, cancelled ones left out.</summary>
    public sealed record SeriesTeams(string Series) : OfTeams, IFor<IReadOnlyList<KnownTeam>>;

    /// <summary>Whether an event has a team of that name (folded).</summary>
    public sealed record TeamNamed(EventId Event, string NameKey) : OfTeams, IFor<bool>;

    /// <summary>The place of a team in the queue, from 1; 0 = it is in none.</summary>
    public sealed record TeamQueuePlace(TeamId Id) : OfTeams, IFor<int>;

    /// <summary>Members of a team who may be taken over into an event of the next stage: all who have not left and are not registered there yet.</summary>
    public sealed record Carried(TeamId From, EventId Into) : OfTeams, IFor<IReadOnlyList<CarriedMember>>;
}
