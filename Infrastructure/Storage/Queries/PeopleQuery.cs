using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.People;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.People;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads who may be in the book twice, and what was merged. Names are for organisers only.</summary>
internal static class PeopleQuery
{
    /// <summary>The likely doubles, on demand: ten thousand people are compared in half a second, and staff ask seldom.</summary>
    public static LikelyDoubles Likely(GrantBotDb db, int skip)
    {
        var apart = db.PeopleApart.AsNoTracking().AsEnumerable().Select(p => (p.FirstId, p.SecondId)).ToHashSet();
        var keys = Keys(db);
        var pairs = Likeness.Find(keys).Where(p => !apart.Contains((p.First, p.Second)) && !apart.Contains((p.Second, p.First))).ToList();
        if (skip >= pairs.Count) return new(pairs.Count, keys.Count, null);
        var pair = pairs[skip];
        return new(pairs.Count, keys.Count, new(Record(db, pair.First), Record(db, pair.Second), pair.Reason));
    }

    /// <summary>Merges in force, newest first.</summary>
    public static IReadOnlyList<KnownMerge> Merges(GrantBotDb db)
    {
        var rows = db.Merges.AsNoTracking().Where(m => m.UndoneAt == null).OrderByDescending(m => m.Number).Take(50).ToList();
        return [.. rows.Select(m => new KnownMerge(Guid.ParseExact(m.Id, "N"), m.Number, m.At, m.KeptId, m.GoneId, Names(db, m), Merging.IsNewest(db, m)))];
    }

    /// <summary>People by what they said last, in the order in which they came.</summary>
    private static List<PersonKey> Keys(GrantBotDb db)
    {
        var said = new Dictionary<PersonId, (string? Surname, string? Given, string? Birth, string? Territory, string? Institution, string? Listed)>();
        foreach (var r in db.Registrations.AsNoTracking().Where(r => r.Status != RegistrationStatus.Cancelled && r.Given != null).OrderBy(r => r.RegisteredAt)
            .Select(r => new { r.PersonId, r.Surname, r.Given, r.BirthDate, r.Territory, r.Institution, r.Phone, r.ImportId }))
            said[r.PersonId] = (r.Surname, r.Given, r.BirthDate, r.Territory, r.Institution, r.ImportId is null ? null : r.Phone);
        var places = new Dictionary<string, string>(StringComparer.Ordinal); // a few hundred for thousands of people
        return [.. db.People.AsNoTracking().Where(p => p.ErasedAt == null && p.MergedInto == null).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Select(p => new { p.Id, p.VerifiedPhone }).AsEnumerable()
            .Where(p => said.ContainsKey(p.Id) || p.VerifiedPhone is not null).Select(p =>
            {
                var (surname, given, birth, territory, institution, listed) = said.GetValueOrDefault(p.Id);
                if (!places.TryGetValue(institution ?? "", out var place)) places[institution ?? ""] = place = InstitutionFold.Key(institution ?? "");
                // schools repeat their numbers in every town
                return new PersonKey(p.Id, p.VerifiedPhone, given is null ? "" : NameFold.Key(surname ?? "", given), Day(birth), place.Length == 0 ? "" : $"{territory} {place}", listed);
            })];
    }

    private static RecordedPerson Record(GrantBotDb db, PersonId id)
    {
        var rows = db.Registrations.AsNoTracking().Where(r => r.PersonId == id && r.Status != RegistrationStatus.Cancelled).OrderBy(r => r.RegisteredAt).ToList();
        var last = rows.LastOrDefault() ?? new RegistrationRow();
        var verified = db.People.AsNoTracking().Where(p => p.Id == id).Select(p => p.VerifiedPhone).FirstOrDefault();
        return new(id, PersonName.Full(last.Surname, last.Given, last.Patronymic))
        {
            Birth = Day(last.BirthDate), Phone = verified ?? last.Phone ?? "", IsVerified = verified is not null, Institution = last.Institution ?? "", Territory = last.Territory ?? "",
            Registrations = [.. rows.Select(r => (r.EventId, r.Number, r.Status))],
        };
    }

    private static (string Kept, string Gone) Names(GrantBotDb db, MergeRow merge)
    {
        List<RegistrationId> moved = [.. DomainJson.ReadMoved(merge.Moved).Registrations.Select(r => new RegistrationId(r))];
        string Name(IQueryable<RegistrationRow> rows) =>
            rows.AsNoTracking().OrderByDescending(r => r.RegisteredAt).Select(r => new { r.Surname, r.Given, r.Patronymic }).FirstOrDefault() is { } r ? PersonName.Full(r.Surname, r.Given, r.Patronymic) : "–";
        return (Name(db.Registrations.Where(r => r.PersonId == merge.KeptId && !moved.Contains(r.Id))), Name(db.Registrations.Where(r => moved.Contains(r.Id))));
    }

    private static DateOnly? Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
