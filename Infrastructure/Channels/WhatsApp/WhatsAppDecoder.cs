using System.Text.Json;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>Reads one item made by <see cref="WhatsAppSplitter"/>. Pure; never throws on content.</summary>
internal static class WhatsAppDecoder
{
    private static readonly Decoded Nothing = new(null, null);

    /// <summary>A person's act, a receipt, or neither when the item names nobody.</summary>
    public static Decoded Decode(ReadOnlyMemory<byte> item)
    {
        try
        {
            using var document = JsonDocument.Parse(item);
            var root = document.RootElement;
            if (root.Child("message") is { ValueKind: JsonValueKind.Object } message) return Message(message, root.Child("contact"));
            if (root.Child("status") is { ValueKind: JsonValueKind.Object } status) return Status(status);
            return root.Child("preference") is { ValueKind: JsonValueKind.Object } preference ? Preference(preference) : Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    /// <summary>The id of the message an item holds, to be marked as read; null when the item is something else.</summary>
    public static string? ReadableId(ReadOnlyMemory<byte> item)
    {
        try
        {
            using var document = JsonDocument.Parse(item);
            var message = document.RootElement.Child("message");
            return message.Text("type") == "system" ? null : message.Text("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Decoded Message(JsonElement message, JsonElement contact)
    {
        var sender = WhatsAppSender.OfMessage(message, contact);
        if (sender.Address is not { } address) return Nothing;
        var content = WhatsAppContent.Read(message, sender);
        var vouched = WhatsAppSender.Digits(message.Text("from")) is { } phone && message.Text("type") != "system" ? "+" + phone : null;
        return new(new Delivery(new(ChannelKind.WhatsApp, address), content, message.Time("timestamp"))
        {
            Aliases = sender.Aliases,
            MessageId = message.Text("id"),
            ReplyTo = message.Child("context").Text("id"),
            VerifiedPhone = vouched,
        }, null);
    }

    private static Decoded Preference(JsonElement preference)
    {
        var person = WhatsAppSender.OfPreference(preference);
        if (person.Address is not { } address) return Nothing;
        return new(new Delivery(new(ChannelKind.WhatsApp, address), new Inbound.Unsupported("user_preferences"), preference.Time("timestamp"))
        {
            Aliases = person.Aliases,
        }, null);
    }

    private static Decoded Status(JsonElement status)
    {
        ReceiptKind? kind = status.Text("status") switch
        {
            "sent" => ReceiptKind.Sent,
            "delivered" => ReceiptKind.Delivered,
            "read" or "played" => ReceiptKind.Read,
            "failed" => ReceiptKind.Failed,
            _ => null,
        };
        if (kind is null || status.Text("id") is not { } id) return Nothing;
        var code = kind == ReceiptKind.Failed ? status.Items("errors").FirstOrDefault().Whole("code") : null;
        return new(null, new Receipt(id, kind.Value, code is >= int.MinValue and <= int.MaxValue ? (int)code : null, status.Time("timestamp")));
    }
}
