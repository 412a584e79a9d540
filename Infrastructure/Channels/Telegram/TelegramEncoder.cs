using System.Globalization;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Turns a reply into Bot API calls, in the order they must be made. Pure.</summary>
internal static class TelegramEncoder
{
    /// <summary>The calls; none when there is nothing to say. The address must be a chat id, see <see cref="ChatId"/>.</summary>
    public static IReadOnlyList<TelegramCall> Encode(Outgoing outgoing)
    {
        if (ChatId(outgoing) is not { } chat) return [];
        return outgoing.Reply switch
        {
            Reply.Message { Replaces: { } old } m when Change(chat, old, m) is { } change => [change],
            Reply.Message m => Say(chat, m),
            Reply.File f => [Show(chat, f)],
            Reply.Remove r => long.TryParse(r.On.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? [new DeleteMessage(chat, id)] : [],
            Reply.Hint h => [new AnswerCallbackQuery(h.Press) { Text = TelegramText.Shorten(h.Text, HintLimit) }],
            Reply.Topic { Id: null } t => [new CreateForumTopic(chat, t.Name)],
            Reply.Topic t => Number(t.Id) is { } topic ? [t.IsOpen ? new ReopenForumTopic(chat, topic) : new CloseForumTopic(chat, topic)] : [],
            Reply.Leave => [new LeaveChat(chat)],
            Reply.Settle s => Settle(chat, s) is { } edit ? [edit] : [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The chat id the message goes to; null when the address is none.</summary>
    public static long? ChatId(Outgoing outgoing) =>
        long.TryParse(outgoing.To.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    private const int HintLimit = 200;

    private static long? Number(string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ReplyParameters? Answered(Reply reply) => Number(reply.At?.Answers) is { } message ? new(message) : null;

    private static TelegramCall[] Say(long chat, Reply.Message message)
    {
        var markup = TelegramKeyboard.Of(message);
        var parts = TelegramText.Split(message.Text);
        if (parts.Count == 0)
        {
            if (markup is null or ReplyKeyboardRemove) return [];
            parts = ["…"]; // buttons need a message to stand on
        }
        var calls = new TelegramCall[parts.Count];
        for (var i = 0; i < calls.Length; i++)
            calls[i] = new SendMessage(chat, TelegramText.Escape(parts[i])) { ReplyMarkup = i == calls.Length - 1 ? markup : null, MessageThreadId = Number(message.At?.Topic), ReplyParameters = Answered(message) };
        return calls;
    }

    /// <summary>The message with new words and buttons; null when it cannot be changed into what is to be said.</summary>
    private static EditMessageText? Change(long chat, MessageRef old, Reply.Message message) =>
        long.TryParse(old.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && TelegramKeyboard.Of(message) is null or InlineKeyboardMarkup && TelegramText.Split(message.Text) is [var text]
            ? new(chat, id, TelegramText.Escape(text)) { ReplyMarkup = TelegramKeyboard.Of(message) }
            : null;

    private static SendFile Show(long chat, Reply.File file) => new(
        chat, file.FileId, file.Name, file.MediaType, TelegramText.Shorten(file.Caption, TelegramText.CaptionLimit),
        AsPhoto: file.MediaType is "image/png" or "image/jpeg")
    { MessageThreadId = Number(file.At?.Topic), ReplyParameters = Answered(file) };

    private static TelegramCall? Settle(long chat, Reply.Settle settle)
    {
        if (!long.TryParse(settle.On.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
        if (settle.On.Text is not { } text || TelegramText.Length(text) + TelegramText.Length(settle.Choice) + 4 > TelegramText.MessageLimit)
            return new EditMessageReplyMarkup(chat, id);
        return new EditMessageText(chat, id, $"{TelegramText.Escape(text)}\n\n✓ <b>{TelegramText.Escape(settle.Choice)}</b>");
    }
}
