using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Tests.Indicators.Asking;

/// <summary>
/// A small league that never changes: four events of 2026, 400 registrations of 260 invented people, made by a counter and no chance.
/// Today is Saturday 21 November 2026.
/// </summary>
internal static class GoldLeague
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly IReadOnlyList<EventInfo> Events =
    [
        Event(1, "school", "tournament", "Мектеп пікірсайысы", "Школьные дебаты", "School Debates", new(2026, 10, 10)),
        Event(2, "open", "tournament", "Ашық чемпионат", "Открытый чемпионат", "Open Championship", new(2026, 11, 7)),
        Event(3, "speech", "training", "Шешендік тренингі", "Тренинг по ораторскому искусству", "Public Speaking Training", new(2026, 9, 19)),
        Event(4, "camp", "camp", "Жазғы лагерь", "Летний лагерь", "Summer Camp", new(2026, 7, 13)),
    ];

    private static readonly string[] Territories = ["aktau", "zhanaozen", "beineu", "karakiya", "mangystau", "munaily", "tupkaragan"];
    private static readonly string[] Occupations = ["pupil", "student", "civil", "budget", "ngo", "business", "unemployed"];
    private static readonly string[] Languages = ["kk", "ru", "en"];

    public static readonly IReadOnlyList<RegistrationFact> Rows = [.. Enumerable.Range(0, 400).Select(Row)];

    private static RegistrationFact Row(int i)
    {
        var person = i * 7 % 260; // 140 people come twice
        var e = Events[((i / 260) + (person % 4)) % 4];
        var day = DateOnly.FromDateTime(e.StartsAt.DateTime);
        var status = (i * 11 % 20) switch { < 10 => RegistrationStatus.Attended, < 13 => RegistrationStatus.NoShow, < 15 => RegistrationStatus.Confirmed, 15 => RegistrationStatus.Waitlisted, 16 => RegistrationStatus.WaitingConsent, 17 => RegistrationStatus.Offered, _ => RegistrationStatus.Cancelled };
        var territory = person % 31 == 0 ? null : Territories[person % 7];
        var age = person % 29 == 0 ? (int?)null : 12 + (person * 5 % 23);
        var registered = day.AddDays(-1 - (i % 30));
        var codes = new RegistrationCodes(e.Id, status, (ChannelKind)(1 + (i % 3)), person % 37 == 0 ? null : person % 5 < 3 ? "female" : "male", age, territory,
            age is null ? null : age < 18 ? "pupil" : Occupations[1 + (person % 6)], person % 17 == 0 ? true : person % 3 == 0 ? null : false, null)
        {
            Institution = age is null or >= 23 ? null : territory is null ? "other" : Institution(territory, person), Language = Languages[person % 11 % 3],
            Kind = e.Kind, EventDay = day,
        };
        return new(new(new Guid(person + 1, 1, 0, new byte[8])), codes, new DateTimeOffset(registered.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(5)).AddSeconds(i))
        {
            Id = new(new Guid(i + 1, 2, 0, new byte[8])), RegisteredOn = registered, VisitDay = status == RegistrationStatus.Attended ? day : null,
        };
    }

    /// <summary>Codes of the shipped form.</summary>
    private static string Institution(string territory, int person) => (territory, person % 4) switch
    {
        ("aktau", 0 or 1) => "aktau_school_7",
        ("aktau", 2) => "aktau_medical_college",
        ("aktau", _) => "aktau_university",
        ("zhanaozen", 0 or 1) => "zhanaozen_school_22",
        ("zhanaozen", _) => "zhanaozen_oil_and_gas_college",
        ("beineu", 0 or 1) => "beineu_school_1",
        ("beineu", _) => "beineu_school_4",
        ("mangystau", _) => "mangystau_school_1",
        ("munaily", _) => "munaily_school_10",
        ("karakiya", _) => "karakiya_maritime_college",
        _ => "tupkaragan_school_1",
    };

    private static EventInfo Event(int n, string code, string kind, string kk, string ru, string en, DateOnly day) => new()
    {
        Id = new(new Guid(n, 0, 0, new byte[8])), Code = code, Kind = kind, Title = new(kk, ru, en), Place = new("Ақтау", "Актау", "Aktau"), FormId = "reg_person",
        StartsAt = At(day), EndsAt = At(day).AddHours(8), ClosesAt = At(day).AddDays(-1), ReplacesUntil = At(day), Room = new([], null, new Dictionary<string, int>()),
    };

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(5));
}
