namespace GrantBot.Domain.Conversation;

/// <summary>One kind of exchange (choosing a language, filling a form). Pure: it reads the script and writes to it.</summary>
public interface IDialog
{
    /// <summary>Asks its question for the first time.</summary>
    void Open(Script script, DialogState dialog);

    /// <summary>Takes an answer.</summary>
    void Take(Script script, DialogState dialog, Heard heard);
}

/// <summary>What a person said, matched against the question that stood open.</summary>
/// <param name="Content">As the channel decoded it.</param>
/// <param name="Choice">The option meant by a press, its number or its label; null when none.</param>
/// <param name="Text">Typed text, trimmed; "" when nothing was typed.</param>
public sealed record Heard(Inbound Content, Option? Choice, string Text)
{
    /// <summary>The channel's id of the message.</summary>
    public string? Message { get; init; }

    /// <summary>The channel's id of the message it answers to.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The id of the choice; null when none.</summary>
    public string? Id => Choice?.Id;
}
