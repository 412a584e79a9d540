using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Import;

/// <summary>Who of a list would be registered for an event, beside those who are there already.</summary>
/// <param name="Rows">Rows of people who would be.</param>
/// <param name="There">Numbers of rows whose person is registered already: by the phone, or by name and birth date.</param>
/// <param name="Minors">How many are under 18 on the day of the event: a guardian has to sign (4-law-and-places.md 4.2).</param>
/// <param name="OtherAges">How many are younger or older than the event takes: staff decide, they are registered all the same.</param>
/// <param name="Queued">For how many there is no seat.</param>
public sealed record ImportPlan(IReadOnlyList<ImportedRow> Rows, IReadOnlyList<int> There, int Minors, int OtherAges, int Queued)
{
    /// <summary>Compares a list with the event's registrations.</summary>
    /// <param name="rows">Rows without problems.</param>
    /// <param name="registered">Who is registered and has not cancelled.</param>
    /// <param name="e">The event.</param>
    /// <param name="day">Its day.</param>
    public static ImportPlan Of(IReadOnlyList<ImportedRow> rows, IEnumerable<RegisteredKey> registered, EventInfo e, DateOnly day)
    {
        var (phones, people) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<(string, string)>());
        foreach (var key in registered)
        {
            if (key.Phone is { } phone) phones.Add(phone);
            if (key is { Birth: { } birth, Surname: { } surname, Given: { } given }) people.Add((NameFold.Key(surname, given), birth));
        }
        bool IsThere(ImportedRow row) => (row.Answers.TryGetValue("phone", out var phone) && phones.Contains(phone))
            || (row.Answers.TryGetValue("birth", out var birth) && people.Contains((NameFold.Key(row.Answers["surname"], row.Answers["given"]), birth)));
        var fresh = rows.Where(r => !IsThere(r)).ToList();
        var ages = fresh.Select(r => Age(r.Answers, day)).OfType<int>().ToList();
        return new(fresh, [.. rows.Where(IsThere).Select(r => r.Number)], ages.Count(a => a < Eligibility.AdultAge), ages.Count(a => !Eligibility.AgeFits(e, a)),
            Seats(fresh, e).Count(s => s.Queued));
    }

    /// <summary>For each row the quota it falls into and whether there is no seat for it, first come, first served.</summary>
    public static IReadOnlyList<(ImportedRow Row, string? Quota, bool Queued)> Seats(IReadOnlyList<ImportedRow> rows, EventInfo e)
    {
        var free = e.Room.Free ?? int.MaxValue;
        var left = e.Room.ByQuota.ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal);
        var seated = new List<(ImportedRow, string?, bool)>(rows.Count);
        foreach (var row in rows)
        {
            var quota = Registration.Seats.Quota.Of(e.Quotas, n => row.Answers.GetValueOrDefault(n))?.Code;
            var has = free > 0 && (quota is null || left.GetValueOrDefault(quota) > 0);
            if (has && quota is not null) left[quota]--;
            if (has && free != int.MaxValue) free--;
            seated.Add((row, quota, !has));
        }
        return seated;
    }

    /// <summary>Full years on a day; null when no birth date is known.</summary>
    public static int? Age(IReadOnlyDictionary<string, string> answers, DateOnly day) =>
        answers.TryGetValue("birth", out var birth) && DateOnly.TryParseExact(birth, "yyyy-MM-dd", out var date) ? Eligibility.Age(date, day) : null;
}

/// <summary>By what somebody is known to be registered already. Personal.</summary>
/// <param name="Phone">E.164.</param>
/// <param name="Surname">Surname as stored.</param>
/// <param name="Given">Given name as stored.</param>
/// <param name="Birth">ISO date.</param>
public readonly record struct RegisteredKey(string? Phone, string? Surname, string? Given, string? Birth);
