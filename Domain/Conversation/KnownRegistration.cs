using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>A registration as a conversation needs it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Event">The event.</param>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was made.</param>
/// <param name="Status">Where it stands; never cancelled.</param>
public sealed record KnownRegistration(RegistrationId Id, PersonId Person, EventId Event, int Number, DateTimeOffset At, RegistrationStatus Status)
{
    /// <summary>A guardian has not agreed yet.</summary>
    public bool WaitsForGuardian => Status == RegistrationStatus.WaitingConsent;

    /// <summary>It holds no seat: it is in the queue, or will be once the guardian has agreed.</summary>
    public bool Queued { get; init; }

    /// <summary>Until when the offered seat is held.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }

    /// <summary>The code at the door; null when it has none.</summary>
    public string? Ticket { get; init; }

    /// <summary>Code of the quota it falls into; null = none.</summary>
    public string? Quota { get; init; }

    /// <summary>The team.</summary>
    public TeamId? Team { get; init; }

    /// <summary>The chat it was made in; null for one made by staff.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>Surname and first name.</summary>
    public string FullName { get; init; } = "";
}

/// <summary>What turns about registrations have to know.</summary>
public abstract partial record Need
{
    /// <summary>How many wait in an event's queue for a quota, or for a seat at all where there are none.</summary>
    public sealed record QueueLength(EventId Event, string? Quota) : Need, IFor<int>;

    /// <summary>The place of a registration, or of its team, in the queue, from 1; 0 = it is in none.</summary>
    public sealed record QueuePlace(RegistrationId Of) : Need, IFor<int>;

    /// <summary>What a human admitted a person to in spite of the program.</summary>
    public sealed record Admitted(EventId Event, PersonId Who) : Need, IFor<IReadOnlyList<RefusalKind>>;

    /// <summary>How many registrations of an event stand at each status.</summary>
    public sealed record Standings(EventId Event) : Need, IFor<IReadOnlyDictionary<RegistrationStatus, int>>;

    /// <summary>What became of an event's reminders; null = none was sent.</summary>
    public sealed record ReminderCounts(EventId Event) : Need, IFor<KnownReminders?>;

    /// <summary>People of an event at one status, those who came first first, at most fifty; of people in the queue in its order.</summary>
    public sealed record People(EventId Event, RegistrationStatus Status) : Need, IFor<IReadOnlyList<KnownRegistration>>;

    /// <summary>A refusal somebody asked a human to look at; null = erased.</summary>
    public sealed record Review(long Number) : Need, IFor<KnownReview?>;
}

/// <summary>What became of an event's reminders. Telegram does not tell whether a message was delivered or read.</summary>
/// <param name="Sent">Messages platforms took.</param>
/// <param name="Delivered">Of those, said to be delivered.</param>
/// <param name="Read">Of those, said to be read.</param>
/// <param name="Coming">People who answered that they come.</param>
/// <param name="NotComing">People who answered that they do not.</param>
public sealed record KnownReminders(int Sent, int Delivered, int Read, int Coming, int NotComing);

/// <summary>A refusal of the program that a human is to look at.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Event">For what.</param>
/// <param name="Person">Who asked.</param>
/// <param name="About">What refused them.</param>
/// <param name="Detail">What the program saw: an age, the code of a territory.</param>
/// <param name="IsOpen">Nobody has decided yet.</param>
public sealed record KnownReview(long Number, EventId Event, PersonId Person, RefusalKind About, string Detail, bool IsOpen);
