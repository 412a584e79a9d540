using System.Security.Cryptography;
using GrantBot.Bot.Jobs;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Desk;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Infrastructure.Surveys;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Setup;

/// <summary>Makes the database ready before anything else starts.</summary>
internal static class FirstStart
{
    /// <summary>Migrates, seeds a demonstration where one is wanted, and gives the one-time code of an owner, or null when there is one already.</summary>
    public static string? Prepare(BotSettings settings, DateTimeOffset now)
    {
        var before = settings.Engine.Migrate();
        using var db = new GrantBotDb(settings.Engine.Options);
        if (settings.Demo ?? (before == 0 && !settings.HasMessenger))
            if (!db.Events.Any()) DemoData.Seed(db, now, settings.Zone);
        db.SaveChanges();
        foreach (var row in db.Events.Where(e => e.StartsAt > now).ToList()) EventDue.Plan(db, row, now, settings.Zone, settings.Surveys);
        DoorSecret.Ensure(db);
        CertificateKey.Ensure(db);
        SurveyKey.Of(db);
        if (!db.Due.Any(d => d.Kind == Housekeeping.Name)) db.Due.Add(Housekeeping.First(now));
        DigestWork.Plan(db, settings.DigestAt, now, settings.Zone);
        db.SaveChanges();
        return db.Staff.Any(s => s.Role == nameof(StaffRole.Owner) && s.Scope == "") ? null : OwnerCode(db, now);
    }

    /// <summary>A new code at every start until somebody has used one; older ones stop working.</summary>
    private static string OwnerCode(GrantBotDb db, DateTimeOffset now)
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10);
        db.Codes.Where(c => c.Purpose == "staff" && c.MadeBy == null).ExecuteDelete();
        db.Codes.Add(new CodeRow { Hash = Secret.Hash(code), Purpose = "staff", Subject = StaffQuery.Write(new(StaffRole.Owner, StaffScope.All)), ExpiresAt = now.AddDays(30) });
        db.SaveChanges();
        return code;
    }
}
