using System.Security.Cryptography;
using System.Text;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>
/// Who a browser is: a 128-bit random token, made here and kept in a cookie that scripts cannot read.
/// Only its hash is the chat's address, so neither a copy of the database nor a log lets anyone into a chat.
/// </summary>
internal static class WebIdentity
{
    public const string Cookie = "grantbot-chat";

    /// <summary>A header that only the page's own script can set: a form on another site cannot speak in a person's name.</summary>
    public const string Header = "X-GrantBot";

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The chat's address value; null when it is no token of ours.</summary>
    public static string? Hash(string? token) =>
        token is { Length: 32 } && token.All(char.IsAsciiHexDigitLower)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
            : null;
}
