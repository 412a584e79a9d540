using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Desk;

/// <summary>What a desk page keeps, to work without a network: as little as checking in needs. Times are milliseconds since 1970.</summary>
internal sealed record DeskList
{
    /// <summary>A page that is left open forgets the names this long after the last day.</summary>
    private static readonly TimeSpan KeptAfter = TimeSpan.FromDays(1);

    /// <summary>Id of the event, 32 hex digits.</summary>
    public required string Event { get; init; }

    public required Localised Title { get; init; }

    /// <summary>The four characters by which tickets name the event.</summary>
    public required string Tag { get; init; }

    /// <summary>The key that seals its tickets, base64.</summary>
    public required string Key { get; init; }

    /// <summary>Nobody is checked in before.</summary>
    public required long Opens { get; init; }

    /// <summary>The page wipes itself then.</summary>
    public required long WipeAt { get; init; }

    public required string Session { get; init; }
    public required IReadOnlyList<DeskPart> Sessions { get; init; }
    public required IReadOnlyList<DeskPerson> People { get; init; }
    public required IReadOnlyList<DeskMark> Came { get; init; }
    public required long At { get; init; }

    /// <summary>Opens the chat of whoever opened the page, to register a guest; null where the chat's address is not known.</summary>
    public string? Guest { get; init; }

    public static DeskList Of(GrantBotDb db, EventInfo e, TimeZoneInfo zone, DateTimeOffset now)
    {
        var expected = DoorQuery.Expected(db, e.Id);
        var numbers = expected.ToDictionary(r => r.Id, r => r.Number);
        var teams = DoorQuery.Teams(db, e.Id);
        return new()
        {
            Event = e.Id.Value.ToString("N"), Title = e.Title, Tag = DoorKey.Tag(e.Id), Key = DoorQuery.Key(db, e.Id).TicketKey,
            Opens = Midnight(DoorHours.FirstDay(e, zone), zone), WipeAt = Midnight(DoorHours.LastDay(e, zone).AddDays(1), zone) + (long)KeptAfter.TotalMilliseconds,
            Session = DoorHours.Current(e, now), Sessions = [.. e.Sessions.Select(s => new DeskPart(s.Code, s.Title))], At = now.ToUnixTimeMilliseconds(),
            People = [.. expected.Select(r => new DeskPerson(r.Number, PersonName.Full(r.Surname, r.Given, null), r.TeamId is { } team ? teams.GetValueOrDefault(team) : null, r.Ticket)).OrderBy(p => p.Name, KazakhOrder.Comparer)],
            Came = [.. db.Attendance.AsNoTracking().Where(a => a.EventId == e.Id).AsEnumerable().Where(a => numbers.ContainsKey(a.RegistrationId))
                .Select(a => new DeskMark(numbers[a.RegistrationId], a.Session, a.At.ToUnixTimeMilliseconds(), a.ScanId is { } scan ? Guid.ParseExact(scan, "N") : null))],
        };
    }

    private static long Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUnixTimeMilliseconds();
    }
}

/// <summary>A session to choose.</summary>
internal sealed record DeskPart(string Code, Localised Title);

/// <summary>Somebody who is expected.</summary>
internal sealed record DeskPerson(int No, string Name, string? Team, string? Ticket);

/// <summary>Somebody who came.</summary>
/// <param name="No">Registration number.</param>
/// <param name="Session">Code of the session.</param>
/// <param name="At">When they were seen.</param>
/// <param name="Scan">Id of the page's scan that saw them; null = seen in a chat.</param>
internal sealed record DeskMark(int No, string Session, long At, Guid? Scan);
