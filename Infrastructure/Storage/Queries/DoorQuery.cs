using GrantBot.Domain;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Desk;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>What is read at the door.</summary>
internal static class DoorQuery
{
    /// <summary>More people than any hall holds.</summary>
    public const int MostGuests = 5_000;

    public static DoorKey Key(GrantBotDb db, EventId id) => new(DoorSecret.Read(db), id);

    public static RegistrationRow? Holder(GrantBotDb db, EventId id, string ticket) =>
        db.Registrations.AsNoTracking().FirstOrDefault(r => r.EventId == id && r.Ticket == ticket && r.Status != RegistrationStatus.Cancelled);

    public static List<KnownAttendance> Attendance(GrantBotDb db, RegistrationId id) =>
        [.. db.Attendance.AsNoTracking().Where(a => a.RegistrationId == id).OrderBy(a => a.At).Select(a => new KnownAttendance(a.Session, a.At))];

    public static List<KnownGuest> Guests(GrantBotDb db, EventId id, string session)
    {
        var came = db.Attendance.AsNoTracking().Where(a => a.EventId == id && a.Session == session).Select(a => new { a.RegistrationId, a.At }).ToDictionary(a => a.RegistrationId, a => a.At);
        var teams = Teams(db, id);
        return [.. Expected(db, id).Select(r => new KnownGuest(r.Id, r.Number, PersonName.Full(r.Surname, r.Given, null), r.TeamId is { } team ? teams.GetValueOrDefault(team) : null, r.Ticket,
            came.TryGetValue(r.Id, out var at) ? at : null)).OrderBy(g => g.FullName, KazakhOrder.Comparer).ThenBy(g => g.Number)];
    }

    /// <summary>Everybody who holds a place.</summary>
    public static List<RegistrationRow> Expected(GrantBotDb db, EventId id) => [.. db.Registrations.AsNoTracking()
        .Where(r => r.EventId == id && (r.Status == RegistrationStatus.Confirmed || r.Status == RegistrationStatus.Attended || r.Status == RegistrationStatus.NoShow)).OrderBy(r => r.Number).Take(MostGuests)];

    /// <summary>Names of an event's teams.</summary>
    public static Dictionary<TeamId, string> Teams(GrantBotDb db, EventId id) => db.Teams.AsNoTracking().Where(t => t.EventId == id).Select(t => new { t.Id, t.Name }).ToDictionary(t => t.Id, t => t.Name);
}
