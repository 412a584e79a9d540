namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Dates and moments. Calendar dates are local dates in the deployment's zone.</summary>
/// <remarks>Decision: what is no date becomes blank (JavaRosa stops with an error, the JavaScript engines write "Invalid Date").</remarks>
internal static class DateFunctions
{
    internal static readonly Function[] All =
    [
        new("today", "", "the day, where the bot is", a => Today(a)),
        new("now", "", "the moment", a => new Value.Date(TimeZoneInfo.ConvertTime(a.Run.Scope.Now, a.Run.Scope.Zone), HasTime: true)),
        new("date", "value", "a text or a number of days as a date; blank where it is none", a => (Value?)a.Run.Date(a[0]) ?? Value.Blank),
        new("date-time", "value", "the same, with the time", a => (Value?)a.Run.Date(a[0]) ?? Value.Blank),
        new("format-date", "date, format", "%Y 2026, %y 26, %m 03, %n 3, %b Mar, %d 05, %e 5, %a Thu", Format),
        new("format-date-time", "date, format", "also %H 09, %h 9, %M minutes, %S seconds, %3 milliseconds", Format),
        new("decimal-date-time", "date", "days since 1970, with a fraction", a => Value.Of(a.Run.Date(a[0]) is { } date ? DateText.Days(date.Moment) : double.NaN)),
        new("decimal-time", "time", "the part of the day; noon is 0.5", a => Value.Of(DecimalTime(a))),
    ];

    private static Value.Date Today(Arguments a)
    {
        var local = TimeZoneInfo.ConvertTime(a.Run.Scope.Now, a.Run.Scope.Zone);
        return new Value.Date(new DateTimeOffset(local.Date, a.Run.Offset), HasTime: false);
    }

    private static Value Format(Arguments a) => a.Run.Date(a[0]) is { } date ? Value.Of(DateText.Format(date.Moment, a.Text(1))) : Value.Blank;

    /// <summary>A time of day as part of a day, in local time: noon is 0.5.</summary>
    private static double DecimalTime(Arguments a)
    {
        var text = a.Text(0).AsSpan().Trim();
        if (!DateText.TryReadTime(text, out var time, out var written)) return double.NaN;
        var local = time - (written ?? a.Run.Offset) + a.Run.Offset;
        return (local.TotalDays % 1 + 1) % 1;
    }
}
