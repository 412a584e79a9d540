namespace GrantBot.Domain.Conversation;

/// <summary>Who did something in a group, and where in it.</summary>
/// <param name="By">The address of their own chat with the bot; whether they ever wrote there is not known.</param>
public sealed record GroupAct(ChatAddress By)
{
    /// <summary>The group is a forum: it has topics.</summary>
    public bool IsForum { get; init; }

    /// <summary>The channel's id of the topic; null = in none.</summary>
    public string? Topic { get; init; }

    /// <summary>The channel's id of a button press, by which it is answered; null = none.</summary>
    public string? Press { get; init; }
}

/// <summary>Where in a group something is said.</summary>
/// <param name="Topic">The channel's id of the topic; null = in none.</param>
/// <param name="Answers">The channel's id of the message it answers to; null = none.</param>
public sealed record GroupSpot(string? Topic, string? Answers);
