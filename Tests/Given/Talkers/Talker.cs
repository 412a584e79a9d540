namespace GrantBot.Tests.Given.Talkers;

/// <summary>What a person sees of one message of the bot.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Choices">Labels of buttons, rows, keys or numbered lines.</param>
/// <param name="File">Name of the file it carries.</param>
/// <param name="HasMore">Further choices stand on a next page.</param>
/// <param name="IsNumbered">The choices are lines of the text, to be answered with their numbers.</param>
internal sealed record Seen(string Text, IReadOnlyList<string> Choices, string? File = null, bool HasMore = false, bool IsNumbered = false);

/// <summary>A person at a messenger or a browser. What they do reaches the bot through its platform's own format.</summary>
internal abstract class Talker : IDisposable
{
    /// <summary>What the bot knows the chat by.</summary>
    public abstract string Address { get; }

    public abstract Task SayAsync(string text);

    /// <summary>Follows a link that opens the bot with a code.</summary>
    public virtual Task OpenAsync(string code) => SayAsync("/start " + code);

    /// <summary>Gives the message sent last other words.</summary>
    public virtual Task EditAsync(string text) => throw new NotSupportedException("Only Telegram tells bots of edits");

    /// <summary>Answers to the newest message of the bot that holds some words.</summary>
    public virtual Task QuoteAsync(string words, string text) => throw new NotSupportedException("The web chat quotes nothing");

    /// <summary>Answers with a choice the last question shows, the way this channel shows it.</summary>
    public abstract Task PressAsync(string label, LivingBot bot);

    /// <summary>Presses a choice of a question before the last one.</summary>
    public abstract Task PressLateAsync(string label);

    /// <summary>Presses a choice of the newest message that shows it and holds these words, wherever it stands in the chat.</summary>
    public abstract Task PressOnAsync(string words, string label, LivingBot bot);

    /// <summary>Presses the same button as the last time.</summary>
    public abstract Task PressAgainAsync();

    public virtual Task ContactAsync(string phone, bool own) => throw new NotSupportedException("The web chat shares no contacts");

    /// <summary>Shares a place, in degrees.</summary>
    public abstract Task PlaceAsync(double latitude, double longitude);

    public abstract Task FileAsync(string name, byte[] content);

    public abstract Task PhotoAsync(byte[] content);

    /// <summary>Sends a thing the bot cannot read: a sticker or a voice message.</summary>
    public virtual Task OddAsync(string kind) => throw new NotSupportedException("The web chat sends none");

    /// <summary>The bot's messages since the last call.</summary>
    public abstract Task<IReadOnlyList<Seen>> ReadAsync();

    public virtual void Dispose() { }

    protected static InvalidOperationException NotShown(string label) => new($"The chat shows no choice [{label}]");
}
