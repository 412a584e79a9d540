using System.Security.Cryptography;
using System.Text;

namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>
/// Checks the header X-Hub-Signature-256. Meta signs the bytes as sent, with non-ASCII letters and slashes escaped,
/// so only the raw body can be checked, never a parsed and rewritten one.
/// </summary>
internal static class WhatsAppSignature
{
    public const string Header = "X-Hub-Signature-256";
    private const string Prefix = "sha256=";

    /// <summary>True when the header is the HMAC of the body; compared in constant time, false for anything malformed.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body, string? header, string appSecret)
    {
        if (appSecret.Length == 0 || header is null || header.Length != Prefix.Length + (2 * SHA256.HashSizeInBytes)) return false;
        if (!header.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body, own);
        return CryptographicOperations.FixedTimeEquals(given, own);
    }
}
