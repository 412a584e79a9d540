using System.Globalization;
using System.Text.RegularExpressions;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Registration.Import;

/// <summary>
/// Reads the days of one column: everything the chat reads, besides two-figure years, Excel's numbers of days and a time behind the day. Day before
/// month, unless the column itself shows that an American program wrote it: month before day somewhere, and nowhere the other way round.
/// </summary>
internal sealed partial class ImportDates(DateOnly today, IEnumerable<string> column)
{
    private const int FirstSerial = 3_653, LastSerial = 73_050; // 1910 to 2099, counted from 1899-12-30

    private readonly bool monthFirst = MonthFirst(column);

    /// <summary>The day; null when it cannot be understood or does not exist.</summary>
    public DateOnly? Read(string text)
    {
        var day = Time().Replace(text.Trim(), "");
        if (day.Length == 5 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
            return new DateOnly(1899, 12, 30).AddDays(serial);
        if (Slashed().Match(day) is not { Success: true } m) return DateWords.Read(day);
        var (first, second, year) = (Number(m, "a"), Number(m, "b"), Year(m.Groups["y"].Value));
        return monthFirst ? Day(year, first, second) : Day(year, second, first);
    }

    private static bool MonthFirst(IEnumerable<string> column)
    {
        var (monthFirst, dayFirst) = (false, false);
        foreach (var match in column.Select(c => Slashed().Match(Time().Replace(c.Trim(), ""))).Where(m => m.Success && m.Value.Contains('/', StringComparison.Ordinal)))
        {
            monthFirst |= Number(match, "b") is > 12 and <= 31 && Number(match, "a") <= 12;
            dayFirst |= Number(match, "a") > 12;
        }
        return monthFirst && !dayFirst;
    }

    /// <summary>Two figures mean the hundred years that end today: nobody was born in the future.</summary>
    private int Year(string digits)
    {
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (digits.Length == 4) return year;
        var century = today.Year / 100 * 100;
        return century + year > today.Year ? century - 100 + year : century + year;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})[./\-](?<b>[0-9]{1,2})[./\-](?<y>[0-9]{4}|[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"[T ,]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\.[0-9]+)?( ?[AaPp][Mm])?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Time();
}
