using System.Text.Json;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>What a person sent, by the type of the message (platform/whatsapp.md B2).</summary>
internal static class WhatsAppContent
{
    public static Inbound Read(JsonElement message, WhatsAppSender sender)
    {
        var type = message.Text("type") ?? "message without type";
        var content = type switch
        {
            "text" => message.Child("text").Text("body") is { } body ? new Inbound.Text(body) : null,
            "interactive" => Interactive(message.Child("interactive")),
            "button" => Press(message.Child("button").Text("payload")),
            "location" => Location(message.Child("location")),
            "contacts" => Contact(message, sender),
            "image" or "video" or "audio" or "document" => File(message.Child(type)),
            "edit" => Edit(message.Child("edit")),
            "revoke" => message.Child("revoke").Text("original_message_id") is { } gone ? new Inbound.Removed(gone) : null,
            "system" => Unsupported(message.Child("system").Text("type") ?? type),
            _ => null,
        };
        return content ?? Unsupported(type);
    }

    private static Inbound Interactive(JsonElement interactive)
    {
        var type = interactive.Text("type") ?? "interactive";
        var press = type is "button_reply" or "list_reply" ? Press(interactive.Child(type).Text("id")) : null;
        return press is not null ? press : Unsupported(type);
    }

    /// <summary>Only numbers that are shared with the WhatsApp Business app are told of edits and deletions (developers.facebook.com, WhatsApp webhooks, messages/edit and messages/revoke).</summary>
    private static Inbound.Edited? Edit(JsonElement edit)
    {
        var message = edit.Child("message");
        var words = message.Child("text").Text("body") ?? message.Child(message.Text("type") ?? "text").Text("caption");
        return edit.Text("original_message_id") is { } id && words is not null ? new(id, words) : null;
    }

    private static Inbound.Press? Press(string? token) => token is null ? null : new Inbound.Press(token, null);

    private static Inbound.Location? Location(JsonElement place) =>
        place.Number("latitude") is >= -90 and <= 90 and var latitude && place.Number("longitude") is >= -180 and <= 180 and var longitude ? new(latitude, longitude) : null;

    /// <summary>
    /// The number of the card that is the sender's own, else the first of all cards. A card is typed by its sender,
    /// so it is their own only when it equals the number WhatsApp vouches for, or WhatsApp says it answers our request.
    /// </summary>
    private static Inbound.Contact? Contact(JsonElement message, WhatsAppSender sender)
    {
        string? first = null;
        foreach (var card in message.Items("contacts"))
        {
            var asked = message.Text("origin") == "contact_request" || card.Text("origin") == "contact_request";
            foreach (var phone in card.Items("phones"))
            {
                var digits = WhatsAppSender.Digits(phone.Text("wa_id")) ?? WhatsAppSender.Digits(phone.Text("phone"));
                if (digits is null) continue;
                if (asked || digits == sender.Phone) return new("+" + digits, true);
                first ??= digits;
            }
        }
        return first is null ? null : new("+" + first, false);
    }

    private static Inbound.File? File(JsonElement media) =>
        media.Text("id") is { } id
            ? new(id, media.Text("filename"), media.Text("mime_type"), media.Whole("file_size"), media.Text("caption"))
            : null;

    /// <summary>The platform's word, as far as it is a word: it goes to the log.</summary>
    private static Inbound.Unsupported Unsupported(string type) =>
        new(type.Length <= 40 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ' ') ? type : "unknown");
}
