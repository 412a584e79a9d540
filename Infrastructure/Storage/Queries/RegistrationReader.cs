using System.Text.Json;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Sql;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>
/// Reads registrations as counts take them (<see cref="RegistrationSet.InOrder"/>), with codes and days, never a name. Rows are gone when the next one comes. Of the
/// many rows with the same codes the first is taken apart and serves all others.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="zone">The deployment's zone, which says what day it was.</param>
internal sealed class RegistrationReader(GrantBotDb db, TimeZoneInfo zone)
{
    private const int MostKinds = 100_000; // typed places of study may be many; memory has an end
    private const long QuarterHour = 15 * 60 * 1000; // no zone's day begins between two of them

    private readonly Dictionary<long, DateOnly> days = [];

    /// <summary>Reads while it is looked through.</summary>
    public IEnumerable<RegistrationFact> Read(RegistrationsWanted wanted, CancellationToken cancel)
    {
        var kinds = new Dictionary<byte[], RegistrationCodes>(BytesComparer.Instance);
        var known = kinds.GetAlternateLookup<ReadOnlySpan<byte>>();
        var events = new Dictionary<Guid, CountedEvent>();
        var seen = wanted.VisitDays ? Visits(wanted.Events) : [];
        foreach (var row in CountsSql.Registrations(db, wanted))
        {
            cancel.ThrowIfCancellationRequested();
            var id = row.Id(3);
            if (!events.TryGetValue(id, out var e)) events[id] = e = wanted.Known.GetValueOrDefault(new(id)) ?? new(new(id));
            var written = row.Text(5);
            if (!known.TryGetValue(written, out var codes))
            {
                if (kinds.Count == MostKinds) kinds.Clear();
                known[written] = codes = Codes(written);
            }
            yield return Dated(new(new(row.Id(0)), e, (RegistrationStatus)row.Number(4), codes, default), row, wanted, seen);
        }
    }

    /// <summary>The day of a moment.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private RegistrationFact Dated(RegistrationFact fact, SqlRow row, RegistrationsWanted wanted, Dictionary<Guid, long> seen)
    {
        if (wanted.Moments) fact = fact with { Id = new(row.Id(2)), RegisteredAt = DateTimeOffset.FromUnixTimeMilliseconds(row.Number(1)) };
        if (wanted.RegisteredDays) fact = fact with { RegisteredOn = Day(row.Number(1)) };
        return wanted.VisitDays && seen.TryGetValue(row.Id(2), out var visit) ? fact with { VisitDay = Day(visit) } : fact;
    }

    private DateOnly Day(long milliseconds)
    {
        var quarter = milliseconds / QuarterHour;
        if (!days.TryGetValue(quarter, out var day)) days[quarter] = day = Day(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        return day;
    }

    private static RegistrationCodes Codes(ReadOnlySpan<byte> written)
    {
        var json = new Utf8JsonReader(written);
        var values = JsonElement.ParseValue(ref json);
        string? Text(int i) => values[i].GetString();
        int? Number(int i) => values[i].ValueKind is JsonValueKind.Number ? values[i].GetInt32() : null;
        bool? Flag(int i) => Number(i) is { } number ? number != 0 : null;
        return new((ChannelKind)(Number(0) ?? 0), Text(1), Number(2), Text(3), Text(4), Flag(5), Flag(6))
        {
            Language = Text(7) is { Length: > 0 } language ? language : null, Institution = Text(8),
        };
    }

    /// <summary>When each registration's person was first seen, in UTC milliseconds, by the id.</summary>
    private Dictionary<Guid, long> Visits(IReadOnlyCollection<EventId>? events)
    {
        var first = new Dictionary<Guid, long>(events is null ? CountsSql.MostVisits(db) : 0);
        foreach (var row in CountsSql.Visits(db, events))
        {
            var (registration, seen) = (row.Id(0), row.Number(1));
            if (!first.TryGetValue(registration, out var other) || seen < other) first[registration] = seen;
        }
        return first;
    }

    /// <summary>Bytes, looked up without an object for them.</summary>
    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
