using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Organising;

/// <summary>A day and a time as staff type them: "21.11.2026 14:00".</summary>
internal static class MomentWords
{
    /// <summary>The moment in the deployment's time zone; null when it cannot be read.</summary>
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone)
    {
        var cut = text.LastIndexOf(' ');
        if (cut < 0 || DateWords.Read(text[..cut].TrimEnd(',', ' ')) is not { } day || DateWords.ReadTime(text[(cut + 1)..]) is not { } time) return null;
        var local = day.ToDateTime(time);
        return new(local, zone.GetUtcOffset(local));
    }
}
