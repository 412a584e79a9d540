using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>
/// A mobile number of Kazakhstan. 8 7xx, 7 7xx, +7 7xx and a bare 7xx with spaces, brackets, dashes are read;
/// stored as +7XXXXXXXXXX (E.164), hard rule ^\+77\d{9}$ (domain/4-law-and-places.md 4.6).
/// </summary>
internal sealed partial class PhoneType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context) => Read(raw);

    /// <summary>Reads a number typed outside a form.</summary>
    public static Reading Read(string raw)
    {
        if (!Written().IsMatch(raw)) return new Reading.Refused("e.phone");
        var digits = string.Concat(raw.Where(char.IsAsciiDigit));
        var abroad = raw.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];
        if (digits.Length == 12 && !abroad) return new Reading.Refused("w.iin");
        if (digits.Length == 11 && digits.StartsWith("87", StringComparison.Ordinal) && !abroad) digits = "7" + digits[1..];
        if (digits.Length == 10 && digits[0] == '7' && !abroad) digits = "7" + digits;
        if (digits.Length == 11 && digits.StartsWith("77", StringComparison.Ordinal)) return new Reading.Understood("+" + digits);
        var russian = digits.Length == 11 && (digits[0] == '7' || digits.StartsWith("89", StringComparison.Ordinal));
        var foreign = russian || (abroad && digits.Length is >= 8 and <= 15 && digits[0] != '7');
        return new Reading.Refused(foreign ? "e.phone.foreign" : "e.phone");
    }

    public string Show(string value, ReadingContext context) => Show(value);

    /// <summary>A number as people write it.</summary>
    public static string Show(string value) =>
        value.Length == 12 ? $"{value[..2]} {value[2..5]} {value[5..8]} {value[8..10]} {value[10..]}" : value;

    [GeneratedRegex(@"^\+?[0-9\s()\-–.]{6,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
