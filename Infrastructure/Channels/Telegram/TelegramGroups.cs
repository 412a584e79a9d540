using System.Globalization;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>
/// Reads what happens in groups. What members say to each other is nobody's business: only commands, presses, what is said in a topic,
/// answers to the bot, and what becomes of the bot and the group itself are read at all (platform/telegram.md A10).
/// </summary>
internal static class TelegramGroups
{
    /// <summary>The group an update concerns; null when it is a private chat, a channel or none.</summary>
    public static Chat? Chat(Update update)
    {
        var chat = update.Message?.Chat ?? update.EditedMessage?.Chat ?? update.CallbackQuery?.Message?.Chat ?? update.MyChatMember?.Chat;
        return chat is { Id: < 0, Type: "group" or "supergroup" } ? chat : null;
    }

    /// <summary>What somebody did there; null when it is not for the bot.</summary>
    public static Delivery? Read(Update update, Chat chat, ReadOnlySpan<byte> item, DateTimeOffset received) => update switch
    {
        { Message: { } m } when Content(m, item) is { } content => Of(chat, m.From, content, TelegramDecoder.When(m.Date, received)) is { } said ? Place(said, m) : null,
        { EditedMessage: { } m } => Of(chat, m.From, TelegramDecoder.Edit(m), received),
        { CallbackQuery: { Data: { Length: > 0 } token } q } => Of(chat, q.From, new Inbound.Press(token, null), received) is { } press ? press with { Group = press.Group! with { Press = q.Id } } : null,
        { MyChatMember: { } c } => Of(chat, c.From, Membership(c), TelegramDecoder.When(c.Date, received)),
        _ => null,
    };

    private static Inbound? Content(Message m, ReadOnlySpan<byte> item)
    {
        if (m.MigrateToChatId is { } to) return new Inbound.Moved(new(ChannelKind.Telegram, Write(to)));
        return m.IsTopicMessage || m.Text?.StartsWith('/') == true || m.ReplyToMessage?.From is { IsBot: true } ? TelegramMessageDecoder.Content(m, item) : null;
    }

    /// <summary>In a topic every message answers to the one that opened it, unless it answers to another.</summary>
    private static Delivery Place(Delivery said, Message m)
    {
        var topic = m.IsTopicMessage ? m.MessageThreadId : null;
        return said with
        {
            MessageId = TelegramDecoder.Id(m),
            ReplyTo = m.ReplyToMessage is { } old && old.MessageId != topic ? TelegramDecoder.Id(old) : null,
            Group = said.Group! with { Topic = topic is { } id ? Write(id) : null },
        };
    }

    private static Inbound Membership(ChatMemberUpdated change) => change.NewChatMember?.Status switch
    {
        "left" or "kicked" => new Inbound.Left(),
        "member" or "administrator" => new Inbound.Returned(),
        _ => new Inbound.Unsupported("my_chat_member"),
    };

    private static Delivery? Of(Chat chat, User? from, Inbound content, DateTimeOffset at) => from is not { Id: > 0 } ? null
        : new(new(ChannelKind.Telegram, Write(chat.Id)), content, at) { Group = new(new(ChannelKind.Telegram, Write(from.Id))) { IsForum = chat.IsForum }, ClientLanguage = from.LanguageCode };

    private static string Write(long id) => id.ToString(CultureInfo.InvariantCulture);
}
