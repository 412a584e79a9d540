using System.Security.Cryptography;
using System.Text;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>Answers the GET by which Meta makes sure that the webhook is ours.</summary>
internal static class WhatsAppVerification
{
    /// <summary>The challenge to send back as the bare body, or null to refuse.</summary>
    /// <param name="mode">Query parameter hub.mode.</param>
    /// <param name="challenge">Query parameter hub.challenge.</param>
    /// <param name="token">Query parameter hub.verify_token.</param>
    /// <param name="expected">The word from the settings.</param>
    public static string? Answer(string? mode, string? challenge, string? token, string expected) =>
        mode == "subscribe" && !string.IsNullOrEmpty(challenge) && expected.Length > 0 && token is not null && Same(token, expected) ? challenge : null;

    private static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
