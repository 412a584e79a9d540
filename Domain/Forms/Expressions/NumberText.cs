using System.Globalization;

namespace GrantBot.Domain.Forms.Expressions;

/// <summary>Numbers to text and back, by the rules of XPath 1.0 with the widenings named here.</summary>
internal static class NumberText
{
    /// <summary>
    /// Reads "12", "-1.5", ".5", "7e-12" with blanks around; a date reads as its days since 1970 (local midnight at <paramref name="offset"/>); else NaN.
    /// </summary>
    /// <remarks>Decision: "4,6" is 4.6 as in JavaRosa, since people here write a decimal comma.</remarks>
    internal static double Read(string text, TimeSpan offset)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n");
        if (trimmed.Length == 0) return double.NaN;
        if (DateText.Looks(trimmed)) return DateText.TryRead(trimmed, offset, out var date) ? DateText.Days(date.Moment) : double.NaN;
        var digits = trimmed[0] == '-' ? trimmed[1..] : trimmed;
        if (digits.Length == 0 || !(char.IsAsciiDigit(digits[0]) || digits[0] is '.' or ',')) return double.NaN;
        if (digits.Length == 1 && !char.IsAsciiDigit(digits[0])) return double.NaN;
        if (digits.IndexOf(',') >= 0) return digits.IndexOf('.') >= 0 ? double.NaN : ReadPlain(trimmed.ToString().Replace(',', '.'));
        return ReadPlain(trimmed);
    }

    private static double ReadPlain(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;

    /// <summary>Writes without exponent and without a needless fraction; both zeros are "0".</summary>
    internal static string Write(double number)
    {
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return "0";
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15) return ((long)number).ToString(CultureInfo.InvariantCulture);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        return e < 0 ? text : Expand(text.AsSpan(0, e), int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    private static string Expand(ReadOnlySpan<char> mantissa, int exponent)
    {
        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = mantissa.TrimStart('-').ToString();
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) point = digits.Length;
        digits = digits.Replace(".", "", StringComparison.Ordinal);
        point += exponent;
        if (point <= 0) return sign + "0." + new string('0', -point) + digits;
        return point >= digits.Length ? sign + digits.PadRight(point, '0') : sign + digits[..point] + "." + digits[point..];
    }
}
