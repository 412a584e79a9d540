using System.Security.Cryptography;
using System.Text;

namespace GrantBot.Domain.Conversation;

/// <summary>One-time codes are stored and recorded only as hashes, so that neither a backup nor a fact gives one away.</summary>
public static class Secret
{
    /// <summary>SHA-256 of a code as lower-case hex. Case and surrounding spaces of the code do not matter.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));
}
