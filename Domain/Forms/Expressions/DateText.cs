using System.Globalization;

namespace GrantBot.Domain.Forms.Expressions;

/// <summary>ISO dates and moments to text, to numbers of days and back.</summary>
/// <remarks>
/// Decision: every calendar date stands at local midnight with the offset the zone has now, not the one it had on that day. So date minus date is a
/// whole number of days although Kazakhstan's zones moved in 2004, 2005 and 2024 (JavaRosa counts whole local days too; the JavaScript engines
/// count UTC fractions and lose an hour there), while moments keep their true distance.
/// </remarks>
internal static class DateText
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>Four digits, a hyphen, two digits, a hyphen, two digits: meant as a date, be it a real one or not.</summary>
    internal static bool Looks(ReadOnlySpan<char> text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && Digits(text[..4]) && Digits(text[5..7]) && Digits(text[8..10])
        && (text.Length == 10 || text[10] is 'T' or ' ');

    /// <summary>Reads "2026-03-15" or "2026-03-15T10:30:00.000+05:00"; without an offset the moment is local.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, TimeSpan offset, out Value.Date date)
    {
        date = null!;
        if (!Looks(text)) return false;
        if (!DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2 or > 9998) return false;
        var local = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), offset);
        if (text.Length == 10)
        {
            date = new Value.Date(local, HasTime: false);
            return true;
        }
        if (!TryReadTime(text[11..], out var time, out var written)) return false;
        date = new Value.Date(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), written ?? offset) + time, HasTime: true);
        return true;
    }

    /// <summary>Reads "10:30", "10:30:00.5+05:00", "10:30Z" to the time since midnight and the offset written, if any.</summary>
    internal static bool TryReadTime(ReadOnlySpan<char> text, out TimeSpan time, out TimeSpan? offset)
    {
        offset = null;
        var zone = text.IndexOfAny('Z', '+', '-');
        if (zone >= 0)
        {
            if (!TryReadOffset(text[zone..], out var read)) { time = default; return false; }
            offset = read;
            text = text[..zone];
        }
        string[] shapes = [@"hh\:mm", @"hh\:mm\:ss", @"hh\:mm\:ss\.f", @"hh\:mm\:ss\.ff", @"hh\:mm\:ss\.fff", @"hh\:mm\:ss\.ffffff"];
        return TimeSpan.TryParseExact(text, shapes, CultureInfo.InvariantCulture, out time);
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z") return true;
        var digits = text[1..];
        if (!TimeSpan.TryParseExact(digits, [@"hh\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out offset) || offset > TimeSpan.FromHours(14)) return false;
        if (text[0] == '-') offset = -offset;
        return text[0] is '+' or '-';
    }

    /// <summary>Days since 1970-01-01T00:00Z, fractions to the millisecond.</summary>
    internal static double Days(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 86_400_000.0;

    /// <summary>The way back from <see cref="Days"/>; null when no calendar reaches there. At local midnight it is a calendar date.</summary>
    internal static Value.Date? FromDays(double days, TimeSpan offset)
    {
        if (!(Math.Abs(days) < 2_900_000) || days < -719_000) return null;
        var moment = DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(days * 86_400_000)).ToOffset(offset);
        return new Value.Date(moment, HasTime: moment.TimeOfDay != TimeSpan.Zero);
    }

    internal static string Write(Value.Date date) =>
        date.Moment.ToString(date.HasTime ? "yyyy-MM-dd'T'HH:mm:ss.fffzzz" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The %-signs of format-date and format-date-time. Names of months and days are English, as in the other engines.</summary>
    internal static string Format(DateTimeOffset moment, string pattern)
    {
        var text = new System.Text.StringBuilder(pattern.Length + 8);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length) text.Append(pattern[i]);
            else text.Append(Part(moment, pattern[++i]));
        }
        return text.ToString();
    }

    private static string Part(DateTimeOffset m, char sign) => sign switch
    {
        'Y' => m.Year.ToString("0000", CultureInfo.InvariantCulture),
        'y' => (m.Year % 100).ToString("00", CultureInfo.InvariantCulture),
        'm' => m.Month.ToString("00", CultureInfo.InvariantCulture),
        'n' => NumberText.Write(m.Month),
        'b' => Months[m.Month - 1],
        'd' => m.Day.ToString("00", CultureInfo.InvariantCulture),
        'e' => NumberText.Write(m.Day),
        'a' => Weekdays[(int)m.DayOfWeek],
        'H' => m.Hour.ToString("00", CultureInfo.InvariantCulture),
        'h' => NumberText.Write(m.Hour),
        'M' => m.Minute.ToString("00", CultureInfo.InvariantCulture),
        'S' => m.Second.ToString("00", CultureInfo.InvariantCulture),
        '3' => m.Millisecond.ToString("000", CultureInfo.InvariantCulture),
        '%' => "%",
        _ => "%" + sign,
    };

    private static bool Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
