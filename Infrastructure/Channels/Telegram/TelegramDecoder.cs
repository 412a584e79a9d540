using System.Globalization;
using System.Text.Json;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>
/// Reads one update. Pure, and never throws on content. Only private chats are conversations; of groups see <see cref="TelegramGroups"/>.
/// Channels and what concerns no chat decode to neither a delivery nor a receipt, so nobody answers there.
/// </summary>
public static class TelegramDecoder
{
    /// <summary>Reads an update's JSON.</summary>
    /// <param name="item">UTF-8 JSON of one Update.</param>
    /// <param name="received">When we got it: the Bot API gives no time for a button press.</param>
    public static Decoded Decode(ReadOnlySpan<byte> item, DateTimeOffset received)
    {
        var delivery = Read(item) switch
        {
            null => Unreadable(item, received),
            { } update when TelegramGroups.Chat(update) is { } group => TelegramGroups.Read(update, group, item, received),
            { Message: { } m } => Of(m.Chat, m.From, TelegramMessageDecoder.Content(m, item), When(m.Date, received)) is { } said ? said with { MessageId = Id(m), ReplyTo = m.ReplyToMessage is { } old ? Id(old) : null } : null,
            { CallbackQuery: { } q } => OfPress(q, received),
            { EditedMessage: { } m } => Of(m.Chat, m.From, Edit(m), received),
            { MyChatMember: { } c } => Of(c.Chat, c.From, Membership(c), When(c.Date, received)),
            _ => Unreadable(item, received),
        };
        return new(delivery, null);
    }

    private static Update? Read(ReadOnlySpan<byte> item)
    {
        try
        {
            return JsonSerializer.Deserialize(item, TelegramJson.Default.Update);
        }
        catch (JsonException)
        {
            return ReadMended(item);
        }
    }

    private static Update? ReadMended(ReadOnlySpan<byte> item)
    {
        try
        {
            return JsonSerializer.Deserialize(TelegramRepair.Text(item), TelegramJson.Default.Update);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Delivery? OfPress(CallbackQuery query, DateTimeOffset received)
    {
        var chat = query.Message?.Chat ?? (query.From is { } from ? new Chat { Id = from.Id, Type = "private" } : null);
        if (query.Data is not { Length: > 0 } token) return Of(chat, query.From, new Inbound.Unsupported("callback_query"), received);
        var editable = query.Message is { Date: not 0 } m ? new MessageRef(Id(m), m.Text) : null;
        return Of(chat, query.From, new Inbound.Press(token, editable), received);
    }

    internal static Inbound Edit(Message m) => (m.Text ?? m.Caption) is { } words ? new Inbound.Edited(Id(m), words) : new Inbound.Unsupported("edited_message");

    internal static string Id(Message m) => m.MessageId.ToString(CultureInfo.InvariantCulture);

    private static Inbound Membership(ChatMemberUpdated change) => change.NewChatMember?.Status switch
    {
        "kicked" => new Inbound.Left(),
        "member" => new Inbound.Returned(),
        _ => new Inbound.Unsupported("my_chat_member"),
    };

    /// <summary>Not what the Bot API describes, or a kind of update we did not ask for: its name is all we tell.</summary>
    private static Delivery? Unreadable(ReadOnlySpan<byte> item, DateTimeOffset received)
    {
        if (UpdateIds.Read(item) is not { Chat: > 0 and { } chat }) return null;
        var name = TelegramNames.First(item, ["update_id"]) ?? "update";
        return Of(new Chat { Id = chat, Type = "private" }, null, new Inbound.Unsupported(name), received);
    }

    private static Delivery? Of(Chat? chat, User? from, Inbound content, DateTimeOffset at) =>
        chat is not { Id: > 0, Type: "private" } ? null
            : new(new(ChannelKind.Telegram, chat.Id.ToString(CultureInfo.InvariantCulture)), content, at) { ClientLanguage = from?.LanguageCode };

    internal static DateTimeOffset When(long seconds, DateTimeOffset received) =>
        seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : received;
}
