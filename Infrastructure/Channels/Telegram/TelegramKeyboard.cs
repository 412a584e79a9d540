using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>
/// Lays out buttons. One message carries one markup, so:
/// choices are buttons on the message; with a button that shares a contact or a place they become keys below it, answered as if typed;
/// a message with neither takes away the keys of an earlier prompt. That costs nothing where there are none,
/// and needs no memory of what the chat shows. (Keys also hide once used; a message with choices leaves them hidden, not removed.)
/// </summary>
internal static class TelegramKeyboard
{
    /// <summary>Above this many choices they come in pages; Telegram itself takes about a hundred buttons.</summary>
    public const int PageSize = 90;

    /// <summary>Longest label, in chars, that may share a row.</summary>
    public const int ShortLabel = 14;

    private static readonly ReplyKeyboardRemove None = new();

    /// <summary>The markup of a message.</summary>
    public static ReplyMarkup? Of(Reply.Message message) =>
        message.ContactButton is { } contact ? Keys(message, new(Visible(contact)) { RequestContact = true })
        : message.LocationButton is { } place ? Keys(message, new(Visible(place)) { RequestLocation = true })
        : message.Options.Count > 0 ? Buttons(message)
        : message.As is null && message.At is null ? None
        : null; // what takes keys away can never be edited (A5.3)

    private static ReplyKeyboardMarkup Keys(Reply.Message message, KeyboardButton sharing)
    {
        var keys = new List<KeyboardButton> { sharing };
        foreach (var option in message.Options) keys.Add(new(Visible(option.Label)));
        return new([.. keys.Select(IReadOnlyList<KeyboardButton> (k) => [k])]);
    }

    private static InlineKeyboardMarkup Buttons(Reply.Message message)
    {
        var pages = (message.Options.Count + PageSize - 1) / PageSize;
        var page = ((message.Focus / PageSize ?? message.Page) % pages + pages) % pages;
        var first = page * PageSize;
        var last = Math.Min(first + PageSize, message.Options.Count);
        var rows = new List<IReadOnlyList<InlineKeyboardButton>>(last - first + 1);
        var perRow = message.Compact && message.Options.All(o => o.Label.Length <= ShortLabel) ? 2 : 1;
        for (var at = first; at < last; at += perRow)
            rows.Add([.. Enumerable.Range(at, Math.Min(perRow, last - at)).Select(i => new InlineKeyboardButton(
                Visible(message.Options[i].Label), message.Options[i].Url is null ? ButtonToken.Of(message, i) : null) { Url = message.Options[i].Url })]);
        if (pages > 1) rows.Add([new(Visible(message.Words?.More ?? ""), ButtonToken.OfPage(message, (page + 1) % pages))]);
        return new(rows);
    }

    /// <summary>Telegram refuses a button without text, and with it the whole message.</summary>
    private static string Visible(string label) => string.IsNullOrWhiteSpace(label) ? "…" : label;
}
