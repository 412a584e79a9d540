using System.Text.Json.Serialization;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>What stands below a message; one message carries one. A closed family.</summary>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
internal abstract record ReplyMarkup;

/// <summary>Buttons attached to the message.</summary>
internal sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard) : ReplyMarkup;

/// <summary>CallbackData is 1 to 64 bytes.</summary>
internal sealed record InlineKeyboardButton(string Text, string? CallbackData)
{
    /// <summary>The page it opens, in place of what a press brings back.</summary>
    public string? Url { get; init; }
}

/// <summary>Buttons in place of the keyboard; a press types the label, or shares the phone number.</summary>
internal sealed record ReplyKeyboardMarkup(IReadOnlyList<IReadOnlyList<KeyboardButton>> Keyboard) : ReplyMarkup
{
    public bool OneTimeKeyboard => true;
    public bool ResizeKeyboard => true;
}

internal sealed record KeyboardButton(string Text)
{
    public bool? RequestContact { get; init; }
    public bool? RequestLocation { get; init; }
}

internal sealed record ReplyKeyboardRemove : ReplyMarkup
{
    public bool RemoveKeyboard => true;
}
