using System.Globalization;

namespace GrantBot.Domain.Localisation;

/// <summary>
/// Dates and times in words, in Kazakh, Russian and English; an unknown language reads as Kazakh. Moments are shown by their own
/// offset: turn them into the deployment's time zone first. Where a sentence already says «дейін», "до" or "until", use
/// <see cref="Until(DateOnly, string)"/>; where it says "on", <see cref="On"/>. A Russian date ends with «г.», so no full stop follows it.
/// </summary>
public static class Dates
{
    private static readonly string[] KkMonths =
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

    private static readonly string[] RuMonths =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] RuMonthNames =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] EnMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] KkDays = ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"];
    private static readonly string[] RuDays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];
    private static readonly string[] EnDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>21.11.2026, the same in every language.</summary>
    public static string Short(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>14:05.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>21.11.2026 14:05, by the moment's own offset.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>«2026 жылғы 21 қараша», «21 ноября 2026 г.», "21 November 2026".</summary>
    public static string Long(DateOnly date, string language) => language switch
    {
        "ru" => $"{DayMonth(date, language)} {date.Year} г.",
        "en" => $"{DayMonth(date, language)} {date.Year}",
        _ => $"{date.Year} жылғы {DayMonth(date, language)}",
    };

    /// <summary>«21 қараша», «21 ноября», "21 November".</summary>
    public static string DayMonth(DateOnly date, string language) => $"{date.Day} {Of(language, KkMonths, RuMonths, EnMonths)[date.Month - 1]}";

    /// <summary>A month by itself: «2026 жылғы қараша», «ноябрь 2026 г.», "November 2026".</summary>
    public static string Month(DateOnly date, string language) => language switch
    {
        "ru" => $"{RuMonthNames[date.Month - 1]} {date.Year} г.",
        "en" => $"{EnMonths[date.Month - 1]} {date.Year}",
        _ => $"{date.Year} жылғы {KkMonths[date.Month - 1]}",
    };

    /// <summary>«2026 жылғы 21 қараша, сенбі», «суббота, 21 ноября 2026 г.», "Saturday, 21 November 2026".</summary>
    public static string WithWeekday(DateOnly date, string language)
    {
        var day = Of(language, KkDays, RuDays, EnDays)[(int)date.DayOfWeek];
        return language is "ru" or "en" ? $"{day}, {Long(date, language)}" : $"{Long(date, language)}, {day}";
    }

    /// <summary>The day something happens, inside a sentence: «2026 жылғы 21 қарашада», «21 ноября 2026 г.», "21 November 2026" (English puts its own "on" before it).</summary>
    public static string On(DateOnly date, string language) => language switch
    {
        "ru" or "en" => Long(date, language),
        _ => $"{date.Year} жылғы {date.Day} {KazakhEndings.MonthLocative(date.Month)}",
    };

    /// <summary>A last day, before «дейін» or after "до", "until": «2026 жылғы 30 қарашаға», «30 ноября 2026 г.», "30 November 2026".</summary>
    public static string Until(DateOnly date, string language) => language is "ru" or "en"
        ? On(date, language)
        : $"{date.Year} жылғы {date.Day} {KazakhEndings.MonthDative(date.Month)}";

    /// <summary>A last moment, before «дейін» or after "до", "until": «2026 жылғы 30 қараша, 18:00-ге», «18:00 30 ноября 2026 г.», "18:00 on 30 November 2026".</summary>
    public static string Until(DateTimeOffset moment, string language)
    {
        var (date, time) = (DateOnly.FromDateTime(moment.DateTime), TimeOnly.FromDateTime(moment.DateTime));
        return language switch
        {
            "ru" => $"{Time(time)} {On(date, language)}",
            "en" => $"{Time(time)} on {On(date, language)}",
            _ => $"{Long(date, language)}, {KazakhEndings.ClockDative(time)}",
        };
    }

    /// <summary>A last moment in figures, before «дейін» or after "до", "until", also at the end of a sentence: «02.03.2026 10:00-ға»; "02.03.2026 10:00" in the other languages.</summary>
    public static string UntilBrief(DateTimeOffset moment, string language) =>
        $"{Short(DateOnly.FromDateTime(moment.DateTime))} {Until(TimeOnly.FromDateTime(moment.DateTime), language)}";

    /// <summary>A last time of day: «18:00-ге» before «дейін»; "18:00" in the other languages.</summary>
    public static string Until(TimeOnly time, string language) => language is "ru" or "en" ? Time(time) : KazakhEndings.ClockDative(time);

    /// <summary>Days from one to another, both included: «2026 жылғы 2–3 қараша», «31 мая – 2 июня 2026 г.»; the year is said once, the month once where it is one. A single day reads as <see cref="Long"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends before it begins.</exception>
    public static string Range(DateOnly from, DateOnly to, string language)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        if (from == to) return Long(from, language);
        if (from.Year != to.Year) return $"{Long(from, language)} – {Long(to, language)}";
        var days = from.Month == to.Month ? $"{from.Day}–{DayMonth(to, language)}" : $"{DayMonth(from, language)} – {DayMonth(to, language)}";
        return language switch
        {
            "ru" => $"{days} {to.Year} г.",
            "en" => $"{days} {to.Year}",
            _ => $"{to.Year} жылғы {days}",
        };
    }

    /// <summary>10:00–12:30.</summary>
    public static string Range(TimeOnly from, TimeOnly to) => $"{Time(from)}–{Time(to)}";

    private static string[] Of(string language, string[] kk, string[] ru, string[] en) => language switch { "ru" => ru, "en" => en, _ => kk };
}
