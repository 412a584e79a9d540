using System.Data.Common;
using System.Text.Json;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Sqlite;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>
/// Reads registrations as counts take them (<see cref="RegistrationSet.InOrder"/>), with codes and days, never a name. Rows are gone when the next one comes. Of the
/// many rows with the same codes the first is taken apart and serves all others.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="zone">The deployment's zone, which says what day it was.</param>
internal sealed class RegistrationReader(GrantBotDb db, TimeZoneInfo zone)
{
    private const int MostProfiles = 20_000; // typed places of study may be many; memory has an end

    /// <summary>Reads while it is looked through.</summary>
    public IEnumerable<RegistrationFact> Read(RegistrationsWanted wanted, CancellationToken cancel)
    {
        var profiles = new Dictionary<string, RegistrationFact>(StringComparer.Ordinal);
        var seen = wanted.VisitDays ? Visits(wanted.Events) : [];
        foreach (var row in SqliteCounts.Registrations(db, wanted))
        {
            cancel.ThrowIfCancellationRequested();
            var codes = row.GetString(3);
            if (!profiles.TryGetValue(codes, out var profile))
            {
                if (profiles.Count == MostProfiles) profiles.Clear();
                profiles[codes] = profile = Profile(codes, wanted);
            }
            var person = new PersonId(Id(row, 0));
            yield return wanted.Moments || wanted.RegisteredDays || wanted.VisitDays ? Dated(profile with { Person = person }, row, wanted, seen) : profile with { Person = person };
        }
    }

    /// <summary>The day of a moment.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private RegistrationFact Dated(RegistrationFact fact, DbDataReader row, RegistrationsWanted wanted, Dictionary<Guid, long> seen)
    {
        if (wanted.Moments) fact = fact with { Id = new(Id(row, 2)), RegisteredAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)) };
        if (wanted.RegisteredDays) fact = fact with { RegisteredOn = Day(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))) };
        return wanted.VisitDays && seen.TryGetValue(Id(row, 2), out var visit) ? fact with { VisitDay = Day(DateTimeOffset.FromUnixTimeMilliseconds(visit)) } : fact;
    }

    private static RegistrationFact Profile(string codes, RegistrationsWanted wanted)
    {
        using var json = JsonDocument.Parse(codes);
        var values = json.RootElement;
        string? Text(int i) => values[i].GetString();
        int? Number(int i) => values[i].ValueKind is JsonValueKind.Number ? values[i].GetInt32() : null;
        bool? Flag(int i) => Number(i) is { } number ? number != 0 : null;
        var at = new EventId(Guid.ParseExact(Text(0)!, "N"));
        var isKnown = wanted.Known.TryGetValue(at, out var known);
        return new(default, at, (RegistrationStatus)Number(1)!, (ChannelKind)(Number(2) ?? 0), Text(3), Number(4), Text(5), Text(6), Flag(7), Flag(8), default)
        {
            Language = Text(9) is { Length: > 0 } language ? language : null, Institution = Text(10), Kind = isKnown ? known.Kind : null, EventDay = isKnown ? known.Day : default,
        };
    }

    /// <summary>When each registration's person was first seen, in UTC milliseconds, by the id.</summary>
    private Dictionary<Guid, long> Visits(IReadOnlyCollection<EventId>? events)
    {
        var first = new Dictionary<Guid, long>();
        foreach (var row in SqliteCounts.Visits(db, events))
        {
            var (registration, at) = (Id(row, 0), row.GetInt64(1));
            if (!first.TryGetValue(registration, out var other) || at < other) first[registration] = at;
        }
        return first;
    }

    private static Guid Id(DbDataReader row, int column) => Guid.ParseExact(row.GetString(column), "N");
}
