using System.Globalization;

namespace GrantBot.Domain.Localisation;

/// <summary>
/// Case endings that stand after dates and clock times in Kazakh sentences («30 қарашаға дейін», «18:00-ге дейін»).
/// The vowel of the last spoken syllable decides between -ға and -ге, its last sound between -ға/-ге and -қа/-ке.
/// </summary>
public static class KazakhEndings
{
    private static readonly string[] ToMonth =
        ["қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"];

    private static readonly string[] InMonth =
        ["қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда", "шілдеде", "тамызда", "қыркүйекте", "қазанда", "қарашада", "желтоқсанда"];

    // нөл, бір, екі, үш, төрт, бес, алты, жеті, сегіз, тоғыз
    private static readonly string[] AfterUnit = ["ге", "ге", "ге", "ке", "ке", "ке", "ға", "ге", "ге", "ға"];

    // он, жиырма, отыз, қырық, елу
    private static readonly string[] AfterTen = ["ға", "ға", "ға", "қа", "ге"];

    /// <summary>The month in the dative, for «дейін»: 11 is «қарашаға».</summary>
    /// <param name="month">1 to 12.</param>
    public static string MonthDative(int month) => ToMonth[month - 1];

    /// <summary>The month in the locative, for "on that day": 11 is «қарашада».</summary>
    /// <param name="month">1 to 12.</param>
    public static string MonthLocative(int month) => InMonth[month - 1];

    /// <summary>A clock time in the dative: 18:00 is «18:00-ге», 15:00 «15:00-ке», 19:30 «19:30-ға». The minutes are spoken last unless they are zero.</summary>
    public static string ClockDative(TimeOnly time) =>
        time.ToString("HH:mm", CultureInfo.InvariantCulture) + "-" + AfterNumber(time.Minute == 0 ? time.Hour : time.Minute);

    /// <summary>The dative ending of a number as it is spoken, 0 to 59: жиырма үш is «ке», жиырма is «ға».</summary>
    private static string AfterNumber(int number) =>
        number is > 0 and < 60 && number % 10 == 0 ? AfterTen[(number / 10) - 1] : AfterUnit[number % 10];
}
