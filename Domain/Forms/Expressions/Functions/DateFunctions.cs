namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Dates and moments. Calendar dates are local dates in the deployment's zone.</summary>
/// <remarks>Decision: what is no date becomes blank (JavaRosa stops with an error, the JavaScript engines write "Invalid Date").</remarks>
internal static class DateFunctions
{
    internal static readonly Function[] All =
    [
        new("today", 0, 0, a => Today(a)),
        new("now", 0, 0, a => new Value.Date(TimeZoneInfo.ConvertTime(a.Run.Scope.Now, a.Run.Scope.Zone), HasTime: true)),
        new("date", 1, 1, a => (Value?)a.Run.Date(a[0]) ?? Value.Blank),
        new("date-time", 1, 1, a => (Value?)a.Run.Date(a[0]) ?? Value.Blank),
        new("format-date", 2, 2, Format),
        new("format-date-time", 2, 2, Format),
        new("decimal-date-time", 1, 1, a => Value.Of(a.Run.Date(a[0]) is { } date ? DateText.Days(date.Moment) : double.NaN)),
        new("decimal-time", 1, 1, a => Value.Of(DecimalTime(a))),
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
