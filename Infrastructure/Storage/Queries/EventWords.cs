using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>An event's own words in a language. Where a translation is missing, the first one there is; the code as a last resort.</summary>
internal static class EventWords
{
    public static string Title(EventRow row, string language) =>
        First(language, row.TitleKk, row.TitleRu, row.TitleEn) is { Length: > 0 } title ? title : row.Code;

    /// <summary>Empty when no place was given.</summary>
    public static string Place(EventRow row, string language) => First(language, row.PlaceKk, row.PlaceRu, row.PlaceEn);

    private static string First(string language, string kk, string ru, string en)
    {
        var wanted = language switch { "ru" => ru, "en" => en, _ => kk };
        return new[] { wanted, kk, ru, en }.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? "";
    }
}
