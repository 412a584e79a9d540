using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>
/// Cuts one webhook POST, which may batch up to 1000 updates, into items that can be stored and read one by one.
/// An item is {"message"|"status"|"preference": as Meta wrote it, "contact": its sender}.
/// </summary>
internal sealed class WhatsAppSplitter(string phoneNumberId)
{
    /// <summary>The items, in the payload's order. What cannot be read is one item named by its hash.</summary>
    public IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            if (document.RootElement.Child("entry").ValueKind != JsonValueKind.Array) return [Unread(payload.Span)];
            var items = new List<InboxItem>();
            foreach (var entry in document.RootElement.Items("entry"))
                foreach (var change in entry.Items("changes"))
                    Change(change, items);
            return items;
        }
        catch (JsonException)
        {
            return [Unread(payload.Span)];
        }
    }

    private void Change(JsonElement change, List<InboxItem> items)
    {
        var value = change.Child("value");
        if (value.Child("metadata").Text("phone_number_id") is { } number && number != phoneNumberId)
        {
            WhatsAppMeters.Dropped.Add(1, new KeyValuePair<string, object?>("reason", "other number"));
            return;
        }
        var before = items.Count;
        foreach (var message in value.Items("messages")) items.Add(Message(message, ContactOf(message, value)));
        foreach (var status in value.Items("statuses")) items.Add(Status(status));
        foreach (var preference in value.Items("user_preferences")) items.Add(Preference(preference));
        foreach (var error in value.Items("errors")) items.Add(Unread(JsonMarshal.GetRawUtf8Value(error)));
        if (items.Count == before) WhatsAppMeters.Dropped.Add(1, new KeyValuePair<string, object?>("reason", "unused field"));
    }

    private static InboxItem Message(JsonElement message, JsonElement contact)
    {
        if (message.Text("id") is not { Length: <= 512 } id) return Unread(JsonMarshal.GetRawUtf8Value(message));
        return new(ChannelKind.WhatsApp, id, WhatsAppSender.OfMessage(message, contact).Address ?? "", 0, Item("message", message, contact));
    }

    private static InboxItem Status(JsonElement status)
    {
        if (status.Text("id") is not { Length: <= 512 } id || status.Text("status") is not { Length: <= 32 } word)
            return Unread(JsonMarshal.GetRawUtf8Value(status));
        return new(ChannelKind.WhatsApp, $"status:{id}:{word}", WhatsAppSender.OfStatus(status).Address ?? "", 0, Item("status", status, default));
    }

    private static InboxItem Preference(JsonElement preference) => new(
        ChannelKind.WhatsApp,
        "preference:" + Hash(JsonMarshal.GetRawUtf8Value(preference)),
        WhatsAppSender.OfPreference(preference).Address ?? "",
        0,
        Item("preference", preference, default));

    private static JsonElement ContactOf(JsonElement message, JsonElement value)
    {
        var contacts = value.Child("contacts");
        if (contacts.ValueKind != JsonValueKind.Array) return default;
        var (phone, user) = (message.Text("from"), message.Text("from_user_id"));
        foreach (var contact in contacts.EnumerateArray())
        {
            if (phone is not null && contact.Text("wa_id") == phone) return contact;
            if (user is not null && contact.Text("user_id") == user) return contact;
        }
        return phone is null && user is null && contacts.GetArrayLength() == 1 ? contacts[0] : default;
    }

    private static ReadOnlyMemory<byte> Item(string kind, JsonElement body, JsonElement contact)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WritePropertyName(kind);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(body), skipInputValidation: true);
        if (contact.ValueKind == JsonValueKind.Object)
        {
            writer.WritePropertyName("contact");
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(contact), skipInputValidation: true);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static InboxItem Unread(ReadOnlySpan<byte> bytes) =>
        new(ChannelKind.WhatsApp, "unread:" + Hash(bytes), "", 0, bytes.ToArray());

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
