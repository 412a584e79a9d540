using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Which people of an event, or of all, a message is for. Numbers are stored: never renumber.</summary>
public enum BroadcastWho
{
    /// <summary>Those who hold a seat at the event, whether they came or not.</summary>
    Confirmed = 1,

    /// <summary>Those who wait for one, an offered one included.</summary>
    Waitlisted = 2,

    /// <summary>Those who were checked in.</summary>
    Attended = 3,

    /// <summary>Those who held a seat and were not seen.</summary>
    Absent = 4,

    /// <summary>Everybody who holds, held or waits for a seat at any event.</summary>
    Everybody = 5,

    /// <summary>The people a question for counts speaks of.</summary>
    Group = 6,

    /// <summary>Those who gave an answer to a question of a form.</summary>
    Answered = 7,
}

/// <summary>An answer people gave, the last of each counting.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Question">Name of a question with choices, outside repeats.</param>
/// <param name="Value">Name of the choice; of several that were picked it is one.</param>
public sealed record GivenChoice(string Form, string Question = "", string Value = "");

/// <summary>Whom a message is for (кімге, кому), as they are when it begins to leave.</summary>
/// <param name="Who">Which people.</param>
/// <param name="Event">Of this event; null where it is no event's.</param>
/// <param name="Group">The group in words; null for others.</param>
/// <param name="Choice">The answer they gave; null for others.</param>
public sealed record BroadcastAudience(BroadcastWho Who, EventId? Event = null, CountQuestion? Group = null, GivenChoice? Choice = null);
