using GrantBot.Domain;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Who was seen at the door. The one place that knows how check-ins are kept.</summary>
internal static class AttendanceQuery
{
    /// <summary>People checked in at an event, or at one of its sessions.</summary>
    public static int CheckedIn(GrantBotDb db, EventId id, string? session) => session is null
        ? db.Registrations.Count(r => r.EventId == id && r.Status == RegistrationStatus.Attended)
        : db.Attendance.Where(a => a.EventId == id && a.Session == session).Select(a => a.RegistrationId).Distinct().Count();
}
