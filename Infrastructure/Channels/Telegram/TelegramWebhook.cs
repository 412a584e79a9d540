using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>What the webhook's page needs.</summary>
internal static class TelegramWebhook
{
    /// <summary>Header that carries the secret.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>The updates we ask for; others would only cost.</summary>
    public static readonly IReadOnlyList<string> AllowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"];

    /// <summary>
    /// Body of the HTTP answer to a stored update: a button press is answered in it, which saves a call (platform/telegram.md A3.10); in a group the turn says something to who pressed.
    /// Empty for anything else.
    /// </summary>
    public static ReadOnlyMemory<byte> ResponseFor(ReadOnlySpan<byte> payload) => UpdateIds.Read(payload) is { Callback: { Length: > 0 } id, Chat: > 0 }
        ? Encoding.UTF8.GetBytes($$"""{"method":"answerCallbackQuery","callback_query_id":"{{JavaScriptEncoder.Default.Encode(id)}}"}""")
        : default;

    /// <summary>Compares in a time that depends on the lengths only. No header or no secret never matches.</summary>
    public static bool SecretMatches(string? header, string? secret) =>
        !string.IsNullOrEmpty(header) && !string.IsNullOrEmpty(secret) && header.Length == secret.Length
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(secret));
}
