using System.Globalization;

namespace GrantBot.Domain.Organising.Digests;

/// <summary>When in the week staff get the digest, in the deployment's time zone.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Time">The time of day.</param>
public sealed record DigestTime(DayOfWeek Day, TimeOnly Time)
{
    /// <summary>Reads "Mon 09:00"; null when it is something else.</summary>
    public static DigestTime? Read(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [{ Length: 3 } day, var time]) return null;
        foreach (var known in Enum.GetValues<DayOfWeek>())
        {
            if (known.ToString().StartsWith(day, StringComparison.OrdinalIgnoreCase) && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return new(known, at);
        }
        return null;
    }

    /// <summary>The first such moment after now; a time that clocks leave out is taken by the offset before.</summary>
    public DateTimeOffset Next(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var day = today.AddDays(((int)Day - (int)today.DayOfWeek + 7) % 7);
        return On(day) is var at && at > now ? at : On(day.AddDays(7));

        DateTimeOffset On(DateTime date)
        {
            var local = date.Add(Time.ToTimeSpan());
            return new(local, zone.GetUtcOffset(local));
        }
    }
}
