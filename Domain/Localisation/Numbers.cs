using System.Globalization;

namespace GrantBot.Domain.Localisation;

/// <summary>
/// Numbers as people read them: 10 019 and 80,5% in Kazakh, 10 019 and 80,5 % in Russian, 10,019 and 80.5% in English.
/// Every space inside a number is a non-breaking one, and the minus is the sign −, not a hyphen.
/// </summary>
public static class Numbers
{
    /// <summary>The space that keeps a number on one line, U+00A0.</summary>
    public const char NoBreak = '\u00A0';

    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0", NegativeSign = "−" };
    private static readonly NumberFormatInfo Point = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    /// <summary>A whole number with groups of three digits.</summary>
    public static string Whole(long value, string language) => value.ToString("N0", Format(language));

    /// <summary>A number with a fixed count of decimals, rounded half away from zero.</summary>
    public static string Decimal(decimal value, int decimals, string language) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format(language));

    /// <summary>A share in percent with one decimal, from its numerator and denominator, which a report must be able to show. Out of nothing there is no share: "–".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is negative.</exception>
    public static string Percent(long numerator, long denominator, string language)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        if (denominator == 0) return "–";
        var value = Decimal(100m * numerator / denominator, 1, language);
        return language == "ru" ? $"{value}{NoBreak}%" : $"{value}%";
    }

    private static NumberFormatInfo Format(string language) => language == "en" ? Point : Comma;
}
