using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>A day: 05.03.2008, 5/3/2008, 2008-03-05, 05032008, "5 наурыз 2008", "5 марта 2008 г.", "2008 жылғы 5 наурыз", "March 5, 2008". Day before month always.</summary>
internal sealed class DateType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context) =>
        DateWords.Read(raw) is { } day ? new Reading.Understood(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : new Reading.Refused("e.birth");

    public string Show(string value, ReadingContext context) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : value;
}

/// <summary>A time of day: 14:30, 14.30, 9-05, 1430. Stored as 14:30:00.</summary>
internal sealed class TimeType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context) =>
        DateWords.ReadTime(raw) is { } time ? new Reading.Understood(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : new Reading.Refused("f.time");

    public string Show(string value, ReadingContext context) => value.Length >= 5 ? value[..5] : value;
}

/// <summary>A day and a time: "05.03.2026 14:30". Stored as 2026-03-05T14:30:00 in the zone of the form.</summary>
internal sealed class DateTimeType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context)
    {
        var cut = raw.LastIndexOfAny([' ', 'T', ',']);
        if (cut <= 0 || DateWords.Read(raw[..cut].TrimEnd(',')) is not { } day || DateWords.ReadTime(raw[(cut + 1)..]) is not { } time)
            return new Reading.Refused("f.datetime");
        return new Reading.Understood(day.ToDateTime(time).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
    }

    public string Show(string value, ReadingContext context) =>
        DateTime.TryParseExact(value, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture)
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? TimeZoneInfo.ConvertTime(at, context.Zone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture)
            : value;
}

/// <summary>Dates and times as people write them.</summary>
internal static partial class DateWords
{
    public static DateOnly? Read(string raw)
    {
        if (DayFirst().Match(raw) is { Success: true } d) return Day(d.Groups["y"].Value, Number(d.Groups["m"].Value), d.Groups["d"].Value);
        if (YearFirst().Match(raw) is { Success: true } y) return Day(y.Groups["y"].Value, Number(y.Groups["m"].Value), y.Groups["d"].Value);
        var words = Fold.Text(raw).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 3 or > 6) return null;
        var months = words.Select(MonthWords.Find).Where(m => m > 0).ToList();
        var numbers = words.Where(w => char.IsAsciiDigit(w[0])).Select(w => string.Concat(w.TakeWhile(char.IsAsciiDigit))).ToList();
        if (months.Count != 1 || numbers.Count != 2) return null;
        var (year, day) = numbers[0].Length == 4 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0]);
        return year.Length == 4 && day.Length <= 2 ? Day(year, months[0], day) : null;
    }

    public static TimeOnly? ReadTime(string raw) =>
        Clock().Match(raw) is { Success: true } t && Number(t.Groups["h"].Value) is < 24 and var h && Number(t.Groups["m"].Value) is < 60 and var m
            ? new TimeOnly(h, m)
            : null;

    private static DateOnly? Day(string year, int month, string day)
    {
        var (y, d) = (Number(year), Number(day));
        return y is >= 1900 and <= 2100 && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\s?[./,\-– ]\s?(?<m>[0-9]{1,2})\s?[./,\-– ]\s?(?<y>[0-9]{4})\s?(г|ж|г\.|ж\.)?$|^(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[./\-– ](?<m>[0-9]{1,2})[./\-– ](?<d>[0-9]{1,2})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})[:.\-– ](?<m>[0-9]{2})(:[0-9]{2})?$|^(?<h>[0-9]{2})(?<m>[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
