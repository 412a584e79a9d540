using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>Reads what a message holds.</summary>
internal static class TelegramMessageDecoder
{
    /// <summary>Fields every message may have; what remains says what kind of message it is.</summary>
    private static readonly string[] Envelope =
    [
        "message_id", "message_thread_id", "from", "sender_chat", "sender_boost_count", "sender_business_bot", "date", "business_connection_id", "chat",
        "forward_origin", "is_topic_message", "is_automatic_forward", "reply_to_message", "external_reply", "quote", "reply_to_story", "via_bot",
        "edit_date", "has_protected_content", "is_from_offline", "is_paid_post", "media_group_id", "author_signature", "paid_star_count", "effect_id",
        "caption", "caption_entities", "show_caption_above_media", "has_media_spoiler", "link_preview_options", "entities", "reply_markup",
    ];

    /// <summary>The message's content; <paramref name="item"/> is asked only for the name of an unknown kind.</summary>
    public static Inbound Content(Message m, ReadOnlySpan<byte> item) => m switch
    {
        { Text: { } text } => new Inbound.Text(WithoutBotName(text)),
        { Contact: { PhoneNumber: { } phone } contact } =>
            new Inbound.Contact(phone, contact.UserId is { } owner && owner == m.From?.Id),
        { Location: { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } place } => new Inbound.Location(place.Latitude, place.Longitude),
        { Photo: [.., { FileId: { } id } largest] } => new Inbound.File(id, null, "image/jpeg", largest.FileSize, m.Caption),
        { Document: { FileId: not null } file } => File(file, m),
        { Voice: { FileId: not null } file } => File(file, m),
        { Video: { FileId: not null } file } => File(file, m),
        { Audio: { FileId: not null } file } => File(file, m),
        _ => new Inbound.Unsupported(TelegramNames.FirstOfMessage(item, Envelope) ?? "message"),
    };

    private static Inbound.File File(Attachment a, Message m) => new(a.FileId!, a.FileName, a.MimeType, a.FileSize, m.Caption);

    /// <summary>"/start@our_bot CODE" reads "/start CODE".</summary>
    private static string WithoutBotName(string text)
    {
        if (!text.StartsWith('/')) return text;
        var end = text.AsSpan().IndexOfAny(' ', '\n', '\t');
        if (end < 0) end = text.Length;
        var name = text.AsSpan(0, end).IndexOf('@');
        return name < 0 ? text : string.Concat(text.AsSpan(0, name), text.AsSpan(end));
    }
}
