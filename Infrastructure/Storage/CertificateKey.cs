using System.Security.Cryptography;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>The key by which certificates are told from forged ones. Made at the first start and kept with the database: a backup holds it too.</summary>
internal static class CertificateKey
{
    private const string Name = "certificates.key";
    private const int Bytes = 32;

    /// <summary>Makes the key where there is none; stored by whoever saves the context.</summary>
    public static void Ensure(GrantBotDb db)
    {
        if (!db.Settings.Any(s => s.Key == Name)) db.Settings.Add(new SettingRow { Key = Name, Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) });
    }

    /// <summary>The seal of this deployment.</summary>
    public static CertificateSeal Seal(GrantBotDb db) => new(Convert.FromHexString(db.Settings.AsNoTracking().Single(s => s.Key == Name).Value));
}
