using GrantBot.Domain;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Desk;

/// <summary>Something a desk page saw, perhaps long before it could say so.</summary>
/// <param name="Id">The page's own id: the same scan may be sent many times.</param>
/// <param name="Number">Registration number, of a name that was tapped or a code that was typed; null = <paramref name="Token"/> tells.</param>
/// <param name="Token">Token of a ticket that was scanned.</param>
/// <param name="Session">Code of the session.</param>
/// <param name="At">When, in milliseconds since 1970, by the clock of the device.</param>
/// <param name="Undo">Id of an earlier scan that was a mistake and is taken back; null = somebody is checked in.</param>
internal sealed record DeskScan(Guid Id, int? Number, string? Token, string? Session, long At, Guid? Undo = null);

/// <summary>What became of a scan.</summary>
/// <param name="Id">The page's id.</param>
/// <param name="Verdict">"in", "again", "forged", "foreign", "gone", "noseat", "early" or "undone".</param>
/// <param name="Number">Registration number of the person.</param>
/// <param name="At">When they were first seen, in milliseconds since 1970; null when it does not count.</param>
internal sealed record DeskVerdict(Guid Id, string Verdict, int? Number = null, long? At = null);

/// <summary>Takes scans inside the writer's transaction, so that two desks never both count one person.</summary>
internal sealed class DeskScans(Aftermath after, EventInfo e, ChatId by, TimeZoneInfo zone)
{
    /// <summary>Takes one.</summary>
    public DeskVerdict Take(DeskScan scan)
    {
        if (scan.Undo is { } undo) return TakeBack(scan, undo);
        if (!DoorHours.IsOpen(e, after.Now, zone)) return new(scan.Id, "early");
        var session = scan.Session ?? "";
        if (session.Length > 0 && e.Sessions.All(s => s.Code != session) || session.Length == 0 && e.Sessions.Count > 0) session = DoorHours.Current(e, after.Now);
        if (scan.Number is { } number) return CheckIn(scan, session, after.Db.Registrations.AsNoTracking().FirstOrDefault(r => r.EventId == e.Id && r.Number == number), CheckInWay.PageList);
        if (TicketToken.Read(scan.Token ?? "") is not { } token || token.Tag != DoorKey.Tag(e.Id)) return new(scan.Id, "foreign");
        if (!DoorQuery.Key(after.Db, e.Id).Made(token)) return new(scan.Id, "forged");
        return CheckIn(scan, session, DoorQuery.Holder(after.Db, e.Id, token.Ticket), CheckInWay.PageTicket);
    }

    private DeskVerdict CheckIn(DeskScan scan, string session, RegistrationRow? row, CheckInWay how)
    {
        if (row is null or { Status: RegistrationStatus.Cancelled }) return new(scan.Id, "gone", row?.Number);
        if (WasTakenBack(row, scan.Id)) return new(scan.Id, "undone", row.Number);
        if (after.Db.Attendance.AsNoTracking().FirstOrDefault(a => a.RegistrationId == row.Id && a.Session == session) is { } before)
            return new(scan.Id, before.ScanId == scan.Id.ToString("N") ? "in" : "again", row.Number, before.At.ToUnixTimeMilliseconds());
        if (!row.Status.IsConfirmed()) return new(scan.Id, "noseat", row.Number);
        var at = Plausible(scan.At);
        after.Record(new Fact.CheckedIn(row.Id, e.Id, row.PersonId, session, how, at) { Scan = scan.Id }, by);
        if (row.Status is not RegistrationStatus.Attended) after.Record(new Fact.RegistrationMoved(row.Id, e.Id, row.PersonId, row.Status, RegistrationStatus.Attended, MoveReason.CheckedIn), by);
        return new(scan.Id, "in", row.Number, at.ToUnixTimeMilliseconds());
    }

    /// <summary>Takes back what a scan did, and only that: what another desk saw stays, and so does what never counted. The same request may come twice.</summary>
    private DeskVerdict TakeBack(DeskScan scan, Guid undo)
    {
        var id = undo.ToString("N");
        if (after.Db.Attendance.AsNoTracking().FirstOrDefault(a => a.EventId == e.Id && a.ScanId == id) is not { } seen
            || after.Db.Registrations.AsNoTracking().FirstOrDefault(r => r.Id == seen.RegistrationId) is not { } row) return new(scan.Id, "undone");
        after.Record(new Fact.CheckInUndone(row.Id, e.Id, row.PersonId, seen.Session) { Scan = undo }, by);
        if (row.Status is RegistrationStatus.Attended && !after.Db.Attendance.Any(a => a.RegistrationId == row.Id))
            after.Record(new Fact.RegistrationMoved(row.Id, e.Id, row.PersonId, RegistrationStatus.Attended, RegistrationStatus.Confirmed, MoveReason.CheckInUndone), by);
        return new(scan.Id, "undone", row.Number);
    }

    /// <summary>A scan whose answer was lost is sent again, even after it was taken back.</summary>
    private bool WasTakenBack(RegistrationRow row, Guid scan) => after.Db.Facts.AsNoTracking()
        .Where(f => f.PersonId == row.PersonId && f.Type == nameof(Fact.CheckInUndone)).Select(f => f.Data).AsEnumerable()
        .Any(data => DomainJson.ReadFact(data) is Fact.CheckInUndone { Scan: { } undone } && undone == scan);

    /// <summary>A device's clock may be wrong; nobody came before the first day or after now.</summary>
    private DateTimeOffset Plausible(long milliseconds)
    {
        var (now, latest) = (after.Now, after.Now.ToUnixTimeMilliseconds());
        var earliest = new DateTimeOffset(DoorHours.FirstDay(e, zone).ToDateTime(TimeOnly.MinValue), zone.GetUtcOffset(e.StartsAt));
        return milliseconds > latest || milliseconds < earliest.ToUnixTimeMilliseconds() ? now : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
