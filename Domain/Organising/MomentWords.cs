using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising;

/// <summary>A day and a time as staff type them: "21.11.2026 14:00", "tomorrow 10:00".</summary>
internal static class MomentWords
{
    private static readonly string[][] Days = [["бүгін", "сегодня", "today"], ["ертең", "завтра", "tomorrow"], ["бүрсігүні", "послезавтра"]];
    private static readonly string[] Fillers = ["в", "at", "сағат", "сағ"];

    /// <summary>The moment in the deployment's time zone; null when it cannot be read.</summary>
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone) => Read(text, zone, DateWords.Read);

    /// <summary>The same, with days counted from this moment in words too.</summary>
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Read(text, zone, day => DateWords.Read(day) ?? (Array.FindIndex(Days, d => d.Any(w => Fold.Same(w, day))) is >= 0 and var ahead ? today.AddDays(ahead) : null));
    }

    private static DateTimeOffset? Read(string text, TimeZoneInfo zone, Func<string, DateOnly?> readDay)
    {
        var cut = text.LastIndexOf(' ');
        if (cut < 0 || DateWords.ReadTime(text[(cut + 1)..]) is not { } time) return null;
        var words = text[..cut].TrimEnd(',', ' ');
        var filler = words.LastIndexOf(' ');
        if (filler > 0 && Fillers.Contains(words[(filler + 1)..], StringComparer.OrdinalIgnoreCase)) words = words[..filler].TrimEnd(',', ' ');
        if (readDay(words) is not { } day) return null;
        var local = day.ToDateTime(time);
        return new(local, zone.GetUtcOffset(local));
    }
}
