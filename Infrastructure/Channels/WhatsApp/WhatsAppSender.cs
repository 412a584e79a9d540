using System.Text.Json;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>
/// Who a message or status concerns. Since 2026 a person with a username may come without a phone number,
/// and then only the business-scoped id (such as KZ.1349) tells who it is.
/// </summary>
/// <param name="Phone">Digits of the phone number, country code first; null when WhatsApp keeps it to itself.</param>
/// <param name="UserId">Business-scoped user id; null from before it existed.</param>
internal readonly record struct WhatsAppSender(string? Phone, string? UserId)
{
    private const int LongestNumber = 15; // E.164
    private const int LongestWaId = 20;   // Meta's own schema

    /// <summary>The address by which the chat is known: the phone when there is one.</summary>
    public string? Address => Phone ?? UserId;

    /// <summary>The other id of the same person.</summary>
    public IReadOnlyList<ChatAddress> Aliases => Phone is not null && UserId is not null ? [new(ChannelKind.WhatsApp, UserId)] : [];

    /// <summary>The sender of a message; its contact fills in what the message leaves out.</summary>
    public static WhatsAppSender OfMessage(JsonElement message, JsonElement contact) => new(
        WaId(message, "from") ?? WaId(contact, "wa_id"),
        UserIdOf(message.Text("from_user_id")) ?? UserIdOf(contact.Text("user_id")));

    /// <summary>The person a status concerns.</summary>
    public static WhatsAppSender OfStatus(JsonElement status) =>
        new(WaId(status, "recipient_id"), UserIdOf(status.Text("recipient_user_id")));

    /// <summary>The person of a preference.</summary>
    public static WhatsAppSender OfPreference(JsonElement preference) =>
        new(WaId(preference, "wa_id"), UserIdOf(preference.Text("user_id")));

    /// <summary>
    /// A phone number as its digits, "77000000000". A Kazakhstani number written the home way, 8 7xx, gets its country code.
    /// Null when there are not 5 digits at least, or too many, or something that no number holds.
    /// </summary>
    public static string? Digits(string? phone, int most = LongestNumber)
    {
        if (phone is null || phone.Length > 40) return null;
        Span<char> digits = stackalloc char[phone.Length];
        var count = 0;
        foreach (var letter in phone)
        {
            if (char.IsAsciiDigit(letter)) digits[count++] = letter;
            else if (letter is not ('+' or '-' or '(' or ')' or '.' or ' ' or '\u00A0')) return null;
        }
        if (count < 5 || count > most) return null;
        if (count == 11 && digits[..2] is "87") digits[0] = '7';
        return new string(digits[..count]);
    }

    private static string? WaId(JsonElement element, string name) => Digits(element.Text(name), LongestWaId);

    /// <summary>Any word that cannot be taken for a number: a form Meta has yet to invent must not lose a person.</summary>
    private static string? UserIdOf(string? id) =>
        id is { Length: <= 200 } && id.All(c => c is > ' ' and <= '~') && !id.All(char.IsAsciiDigit) ? id : null;
}
