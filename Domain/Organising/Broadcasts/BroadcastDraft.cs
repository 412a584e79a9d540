namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>What is asked about a new message.</summary>
public enum BroadcastStep
{
    /// <summary>Of an event, everybody, or a group.</summary>
    Where = 0,

    /// <summary>Which event.</summary>
    Event = 1,

    /// <summary>Which people of it.</summary>
    Who = 2,

    /// <summary>Which people, in words.</summary>
    Group = 3,

    /// <summary>What it says: a text in one language or several, a picture or file.</summary>
    Text = 4,

    /// <summary>What a button opens.</summary>
    Button = 5,

    /// <summary>Which event a button opens.</summary>
    ButtonEvent = 6,

    /// <summary>Which survey or form.</summary>
    ButtonForm = 7,

    /// <summary>Which address.</summary>
    ButtonLink = 8,

    /// <summary>Whether it leaves like this.</summary>
    Check = 9,

    /// <summary>When it leaves.</summary>
    When = 10,

    /// <summary>Those who answered which form.</summary>
    AnswerForm = 11,

    /// <summary>Which question of it.</summary>
    AnswerQuestion = 12,

    /// <summary>Which answer.</summary>
    Answer = 13,
}

/// <summary>A message as far as staff have written it.</summary>
/// <param name="Audience">Whom it is for; null = not decided.</param>
/// <param name="Event">The event that was chosen, while its people are asked for.</param>
/// <param name="StartsAt">When it leaves; null = at once.</param>
/// <param name="Shown">How many it would reach, as it was said last.</param>
public sealed record BroadcastDraft(BroadcastAudience? Audience = null, EventId? Event = null, DateTimeOffset? StartsAt = null, int? Shown = null)
{
    /// <summary>The form and question that were chosen, while the answer is asked for.</summary>
    public GivenChoice? Choice { get; init; }

    /// <summary>What it says.</summary>
    public BroadcastContent Content { get; init; } = new();
}
