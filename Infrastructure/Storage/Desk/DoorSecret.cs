using System.Security.Cryptography;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Desk;

/// <summary>The deployment's secret from which tickets and codes of the day are made: 32 random bytes, made at the first start, never changed, since tickets live by it.</summary>
internal static class DoorSecret
{
    private const string Key = "door.secret";

    /// <summary>Makes it where there is none.</summary>
    public static void Ensure(GrantBotDb db)
    {
        if (!db.Settings.Any(s => s.Key == Key)) db.Settings.Add(new SettingRow { Key = Key, Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) });
    }

    /// <summary>Reads it.</summary>
    public static byte[] Read(GrantBotDb db) => Convert.FromBase64String(db.Settings.AsNoTracking().Single(s => s.Key == Key).Value);
}
