using System.Text.Json;
using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Indicators;

/// <summary>The sentences of counts and lists as they ship, with the names of territories, which other parts of the bot share.</summary>
internal static class StatsTexts
{
    private static readonly (string Code, string Kk, string Ru, string En)[] Territories =
    [
        ("aktau", "Ақтау қаласы", "Город Актау", "Aktau city"),
        ("zhanaozen", "Жаңаөзен қаласы", "Город Жанаозен", "Zhanaozen city"),
        ("beineu", "Бейнеу ауданы", "Бейнеуский район", "Beineu district"),
        ("karakiya", "Қарақия ауданы", "Каракиянский район", "Karakiya district"),
        ("mangystau", "Маңғыстау ауданы", "Мангистауский район", "Mangystau district"),
        ("munaily", "Мұнайлы ауданы", "Мунайлинский район", "Munaily district"),
        ("tupkaragan", "Түпқараған ауданы", "Тупкараганский район", "Tupkaragan district"),
        ("other", "Басқа өңір", "Другой регион", "Other region"),
    ];

    public static Texts Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Content", "Locales", "stats.extra.json");
        var own = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllBytes(path))!;
        foreach (var (code, kk, ru, en) in Territories) own["ter." + code] = new() { ["kk"] = kk, ["ru"] = ru, ["en"] = en };
        return new(Texts.Languages.ToDictionary(l => l, l => (IReadOnlyDictionary<string, string>)own.ToDictionary(t => t.Key, t => t.Value[l])));
    }
}
