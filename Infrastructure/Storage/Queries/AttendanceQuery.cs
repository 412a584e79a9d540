using GrantBot.Domain;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Who was seen at the door. The one place that knows how check-ins are kept.</summary>
internal static class AttendanceQuery
{
    /// <summary>People checked in at an event; as long as check-ins have no session, the same number for each of its sessions.</summary>
    public static int CheckedIn(GrantBotDb db, EventId id, string? session)
    {
        _ = session;
        return db.Registrations.Count(r => r.EventId == id && r.Status == RegistrationStatus.Attended);
    }
}
