using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Who came.</summary>
internal static class DoorProjection
{
    /// <summary>Purpose of a one-time code that opens a desk page.</summary>
    public const string DeskCode = "desk";

    public static void CheckIn(GrantBotDb db, Fact.CheckedIn fact, FactSource source)
    {
        if (db.Attendance.Any(a => a.RegistrationId == fact.Registration && a.Session == fact.Session)) throw new ConflictException("somebody else checked them in meanwhile");
        db.Attendance.Add(new AttendanceRow
        {
            EventId = fact.Event, Session = fact.Session, RegistrationId = fact.Registration, At = fact.At, How = fact.How, ByChat = source.Chat == default ? null : source.Chat, ScanId = fact.Scan?.ToString("N"),
        });
    }

    public static void Undo(GrantBotDb db, Fact.CheckInUndone fact)
    {
        if (db.Attendance.Where(a => a.RegistrationId == fact.Registration && a.Session == fact.Session).ExecuteDelete() == 0) throw new ConflictException("the check-in was taken back meanwhile");
    }

    /// <summary>Whoever is no staff any more has no desk page either.</summary>
    public static void Leave(GrantBotDb db, ChatId chat)
    {
        db.DeskSessions.Where(s => s.ChatId == chat).ExecuteDelete();
        db.Codes.Where(c => c.Purpose == DeskCode && c.MadeBy == chat).ExecuteDelete();
    }
}
