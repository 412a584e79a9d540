using GrantBot.Domain.Conversation;

namespace GrantBot.Load.Places;

/// <summary>What a person has before their eyes: one message of the bot.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Text">The words.</param>
/// <param name="Choices">Labels of the buttons, keys or rows, perhaps shortened by the platform.</param>
/// <param name="AsksContact">A button shares the own number.</param>
/// <param name="Source">The platform's own message.</param>
internal sealed record Screen(int Person, string Text, IReadOnlyList<string> Choices, bool AsksContact, object Source);

/// <summary>Where people meet the bot: one of the three channels, with N people who are numbered from 0.</summary>
internal interface IPlace : IAsyncDisposable
{
    ChannelKind Channel { get; }

    /// <summary>The bot wrote to somebody; edits of earlier messages are not told.</summary>
    Action<Screen> Heard { get; set; }

    /// <summary>Environment of a bot that is to listen at an address.</summary>
    IEnumerable<KeyValuePair<string, string>> Settings(Uri bot);

    /// <summary>Completes when the bot that was started last takes messages.</summary>
    Task ConnectedAsync();

    /// <summary>The bot's process has gone; another one will come.</summary>
    void BotGone();

    /// <summary>Opens the chat for the first time, perhaps by a link with a code.</summary>
    void Greet(int person, string? code);

    void Say(int person, string text);

    void Choose(Screen screen, int choice);

    void ShareContact(int person, string phone);

    /// <summary>The person reads no further.</summary>
    void Leave(int person);

    /// <summary>The value of the chat's address as the bot stores it.</summary>
    string Address(int person);
}
