using GrantBot.Domain;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads what a question for counts needs: coarse codes and days, never a name. Of places of study only codes of the list leave it.</summary>
/// <param name="db">The database.</param>
/// <param name="world">The events and lists a question may speak of.</param>
/// <param name="zone">The deployment's zone, which says what day it was.</param>
internal sealed class CountQuery(GrantBotDb db, AskingWorld world, TimeZoneInfo zone)
{
    private const string Outside = "other";
    private static readonly Dimension[] Days = [Dimension.Month, Dimension.Week, Dimension.Day];

    private readonly Dictionary<(string Territory, string Key), string> institutions = world.Institutions
        .SelectMany(i => new[] { i.Names.Kk, i.Names.Ru, i.Names.En }.Select(n => (Key: (i.Territory, InstitutionFold.Key(n)), i.Code))).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Code);

    private readonly Dictionary<(string Territory, string Stored), string> folded = [];
    private readonly HashSet<string> codes = [.. world.Institutions.Select(i => i.Code)];
    private readonly RegistrationReader reader = new(db, zone);

    /// <summary>What counting a question needs of the registrations it concerns.</summary>
    public IEnumerable<RegistrationFact> Read(CountQuestion question, CancellationToken cancel)
    {
        var wanted = Wanted(question);
        return wanted.Codes.Contains(Dimension.Institution) ? Coded(reader.Read(wanted, cancel)) : reader.Read(wanted, cancel);
    }

    /// <summary>The same registrations with all there is to say of them.</summary>
    public IEnumerable<RegistrationFact> ReadWhole(CountQuestion question, CancellationToken cancel) =>
        Coded(reader.Read(Wanted(question) with { Codes = Enum.GetValues<Dimension>().ToHashSet(), Moments = true, RegisteredDays = true, VisitDays = true }, cancel));

    private RegistrationsWanted Wanted(CountQuestion question)
    {
        var needs = CountEngine.Needs(question);
        var (days, visits) = (needs.Overlaps(Days), CountEngine.IsOfAttendance(question.Measure));
        return new()
        {
            Events = Events(question), Statuses = [.. Enum.GetValues<RegistrationStatus>().Where(s => CountEngine.Needs(question, s))],
            Codes = needs, RegisteredDays = days && !visits, VisitDays = days && visits, Known = world.Events.ToDictionary(e => e.Id, e => (e.Kind, reader.Day(e.StartsAt))),
        };
    }

    private IReadOnlyCollection<EventId>? Events(CountQuestion question)
    {
        if (question.Kinds.Count == 0) return question.Events.Count == 0 ? null : question.Events;
        return [.. world.Events.Where(e => question.Kinds.Contains(e.Kind, StringComparer.Ordinal) && (question.Events.Count == 0 || question.Events.Contains(e.Id))).Select(e => e.Id)];
    }

    private IEnumerable<RegistrationFact> Coded(IEnumerable<RegistrationFact> facts)
    {
        var coded = new Dictionary<RegistrationCodes, RegistrationCodes>(ReferenceEqualityComparer.Instance);
        foreach (var fact in facts)
        {
            if (!coded.TryGetValue(fact.Codes, out var codes)) coded[fact.Codes] = codes = fact.Codes with { Institution = Institution(fact.Codes.Institution, fact.Codes.Territory ?? "", fact.Codes.Occupation) };
            yield return fact with { Codes = codes };
        }
    }

    /// <summary>The code of a place of study, also where its name was typed; workplaces are none.</summary>
    private string? Institution(string? stored, string territory, string? occupation)
    {
        if (string.IsNullOrEmpty(stored)) return null;
        if (codes.Contains(stored)) return stored;
        if (occupation is not ("pupil" or "student")) return null;
        if (!folded.TryGetValue((territory, stored), out var code))
            folded[(territory, stored)] = code = InstitutionFold.Key(stored) is { Length: > 0 } key ? institutions.GetValueOrDefault((territory, key), Outside) : Outside;
        return code;
    }
}
