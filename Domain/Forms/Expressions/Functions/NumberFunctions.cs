namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Numbers: conversion, rounding, extremes, and the mathematics of the ODK specification.</summary>
internal static class NumberFunctions
{
    internal static readonly Function[] All =
    [
        new("number", "value?", "the value as a number; of a date its days since 1970", a => Value.Of(Number(a))),
        new("int", "number", "the number without its fraction", a => Value.Of(Math.Truncate(a.Number(0)) + 0.0)),
        new("abs", "number", "the number without its sign", a => Value.Of(Math.Abs(a.Number(0)))),
        new("floor", "number", "the whole number below", a => Value.Of(Math.Floor(a.Number(0)))),
        new("ceiling", "number", "the whole number above", a => Value.Of(Math.Ceiling(a.Number(0)))),
        new("round", "number, places?", "the nearest number; a half goes up", a => Value.Of(a.Has(1) ? Round(a.Number(0), a.Number(1)) : Round(a.Number(0)))),
        new("min", "number+", "the smallest", a => Value.Of(Extreme(a, Math.Min))),
        new("max", "number+", "the largest", a => Value.Of(Extreme(a, Math.Max))),
        new("sum", "path", "all answers of the path added up", Sum),
        new("pow", "number, power", "the number to a power", a => Value.Of(Math.Pow(a.Number(0), a.Number(1)))),
        new("sqrt", "number", "square root", a => Value.Of(Math.Sqrt(a.Number(0)))),
        new("exp", "number", "e to a power", a => Value.Of(Math.Exp(a.Number(0)))),
        new("exp10", "number", "10 to a power", a => Value.Of(Math.Pow(10, a.Number(0)))),
        new("log", "number", "natural logarithm", a => Value.Of(Math.Log(a.Number(0)))),
        new("log10", "number", "logarithm to base 10", a => Value.Of(Math.Log10(a.Number(0)))),
        new("pi", "", "3.14159…", _ => Value.Of(Math.PI)),
        new("sin", "angle", "sine", a => Value.Of(Math.Sin(a.Number(0)))),
        new("cos", "angle", "cosine", a => Value.Of(Math.Cos(a.Number(0)))),
        new("tan", "angle", "tangent", a => Value.Of(Math.Tan(a.Number(0)))),
        new("asin", "number", "angle of a sine", a => Value.Of(Math.Asin(a.Number(0)))),
        new("acos", "number", "angle of a cosine", a => Value.Of(Math.Acos(a.Number(0)))),
        new("atan", "number", "angle of a tangent", a => Value.Of(Math.Atan(a.Number(0)))),
        new("atan2", "y, x", "angle of a point", a => Value.Of(Math.Atan2(a.Number(0), a.Number(1)))),
        new("random", "", "a number from 0 to 1, the same for a person each time", a => Value.Of(new Random(unchecked((a.Run.Scope.Seed * 397) ^ a.Position)).NextDouble())),
    ];

    /// <summary>
    /// Decision: number() of a date is a whole number of days since 1970-01-01 by the calendar, as in JavaRosa. Of a moment, the day it names.
    /// </summary>
    private static double Number(Arguments a)
    {
        var value = a.Has(0) ? a[0] : Value.Of(a.Run.Text(a.Focus.Node));
        if (value is Value.Date date) return Day(date);
        if (a.Run.IsDate(value) && DateText.TryRead(value.AsText().AsSpan().Trim(), a.Run.Offset, out var read)) return Day(read);
        return a.Run.Number(value);
    }

    private static double Day(Value.Date date) => DateOnly.FromDateTime(date.Moment.DateTime).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Decision: a half goes up, so round(-1.5) is -1 (XPath, JavaRosa); Enketo and Web Forms say -2.</summary>
    private static double Round(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number) || Math.Abs(number) > 1e15) return number;
        return number is < 0 and >= -0.5 ? -0.0 : Math.Floor(number + 0.5);
    }

    /// <summary>With places a half goes away from zero, in all engines; decimal digits count, not the binary ones: round(1.005, 2) is 1.01.</summary>
    private static double Round(double number, double places)
    {
        if (double.IsNaN(number) || double.IsNaN(places)) return double.NaN;
        if (Math.Abs(number) > 1e15 || places > 15) return number;
        var digits = (int)Math.Max(Math.Truncate(places), -16);
        var scale = 1m;
        for (var i = digits; i < 0; i++) scale *= 10;
        var rounded = (double)(Math.Round((decimal)number / scale, Math.Max(digits, 0), MidpointRounding.AwayFromZero) * scale);
        return rounded == 0 && number < 0 ? -0.0 : rounded;
    }

    /// <summary>Nothing to compare, or a value that is no number, gives NaN.</summary>
    private static double Extreme(Arguments a, Func<double, double, double> better)
    {
        var values = a.Spread(0);
        return values.Count == 0 ? double.NaN : values.Select(a.Run.Number).Aggregate(better);
    }

    /// <summary>Of no nodes 0, as XPath has it, and a blank answer among them makes NaN.</summary>
    /// <remarks>Decision: where a condition in [ ] leaves nothing to add, the sum is as unknown as min() and max() are then, as in Web Forms.</remarks>
    private static Value Sum(Arguments a)
    {
        if (a.HasCondition(0) && a.Nodes(0).Count == 0) return Value.Of(double.NaN);
        var sum = 0.0;
        foreach (var node in a.Shown(0)) sum += a.Run.Number(Value.Of(a.Run.Text(node)));
        return Value.Of(sum);
    }
}
