using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Setup;

/// <summary>A fictional debate league with four events, one of them for teams, so that somebody who tries the program has something to register for.</summary>
internal static class DemoData
{
    /// <summary>Adds the events; dates lie ahead of now.</summary>
    public static void Seed(GrantBotDb db, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        DateTimeOffset At(int days, int hour) => new(today.AddDays(days).AddHours(hour), zone.GetUtcOffset(today));
        db.Events.AddRange(
            Event(now, "premier", ("Премьер лига: оқушылар турнирі", "Премьер-лига: турнир школьников", "Premier League: school tournament"),
                ("Ақтау, Жастар орталығы", "Актау, Молодёжный центр", "Aktau, Youth Centre"), At(21, 10), 13, 18, 175),
            Event(now, "open", ("Ашық чемпионат", "Открытый чемпионат", "Open Championship"),
                ("Жаңаөзен, Мәдениет үйі", "Жанаозен, Дом культуры", "Zhanaozen, House of Culture"), At(35, 11), 14, 35, 150),
            Cup(Event(now, "cup", ("Командалар кубогы", "Кубок команд", "Team Cup"),
                ("Ақтау, Оқушылар сарайы", "Актау, Дворец школьников", "Aktau, Palace of Pupils"), At(42, 10), 14, 35, 60)),
            Event(now, "camp", ("Пікірсайыс лагері", "Дебатный лагерь", "Debate Camp"),
                ("Маңғыстау облысы, «Жағалау» лагері", "Мангистауская область, лагерь «Жагалау»", "Mangystau region, Zhagalau camp"), At(49, 9), null, null, null, "camp"));
    }

    /// <summary>Teams of two or three; the best go on to the next stage.</summary>
    private static EventRow Cup(EventRow row)
    {
        (row.TeamMin, row.TeamMax, row.Series, row.Territory) = (2, 3, "cup", "aktau");
        return row;
    }

    private static EventRow Event(DateTimeOffset now, string code, (string Kk, string Ru, string En) title, (string Kk, string Ru, string En) place, DateTimeOffset starts, int? min, int? max, int? seats, string kind = "tournament") => new()
    {
        Id = new(Ids.New(now)), Code = code, Kind = kind, TitleKk = title.Kk, TitleRu = title.Ru, TitleEn = title.En, PlaceKk = place.Kk, PlaceRu = place.Ru, PlaceEn = place.En,
        StartsAt = starts, ClosesAt = starts.AddDays(-2), MinAge = min, MaxAge = max, Capacity = seats,
    };
}
