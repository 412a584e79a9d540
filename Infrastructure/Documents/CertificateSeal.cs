using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using GrantBot.Domain.Programme;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// The token in a certificate's QR code: nobody can guess it from the number, so the public page neither lists who attended nor vouches for
/// a forged number. HMAC-SHA256 of the number under the deployment's key, the first 96 bits as base64url.
/// </summary>
internal sealed class CertificateSeal
{
    private const int Bytes = 12, ShortestKey = 32;

    /// <summary>Characters of a token.</summary>
    public const int Length = 16;

    // so that the key may serve other purposes without one's tokens being good for another
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("grantbot certificate\n");

    private readonly byte[] key;

    /// <summary>Takes the key: random bytes, kept as long as certificates shall be checked.</summary>
    /// <exception cref="ArgumentException">The key is shorter than 32 bytes.</exception>
    public CertificateSeal(ReadOnlySpan<byte> key)
    {
        if (key.Length < ShortestKey) throw new ArgumentException($"The key of certificates needs at least {ShortestKey} bytes", nameof(key));
        this.key = key.ToArray();
    }

    /// <summary>The token of a number: 16 characters that may stand in an address.</summary>
    public string Token(CertificateNumber number)
    {
        Span<byte> seal = stackalloc byte[Bytes];
        Compute(number, seal);
        return Base64Url.EncodeToString(seal);
    }

    /// <summary>Whether a token belongs to a number; compared in constant time, false for anything malformed.</summary>
    public bool Verify(CertificateNumber number, string? token)
    {
        if (token is not { Length: Length }) return false;
        Span<byte> given = stackalloc byte[Bytes];
        if (Base64Url.DecodeFromChars(token, given, out _, out var read) != OperationStatus.Done || read != Bytes) return false;
        Span<byte> own = stackalloc byte[Bytes];
        Compute(number, own);
        return CryptographicOperations.FixedTimeEquals(given, own);
    }

    private void Compute(CertificateNumber number, Span<byte> seal)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. Purpose, .. Encoding.UTF8.GetBytes(number.ToString())], whole);
        whole[..Bytes].CopyTo(seal);
    }
}
