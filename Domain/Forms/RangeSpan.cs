using System.Globalization;

namespace GrantBot.Domain.Forms;

/// <summary>
/// The numbers of a scale: from a start, step by step, to an end. 1 to 10 by 1 where the author says nothing. An end below the start is
/// allowed by XLSForm, but as in Web Forms no number lies on such a scale; its author is warned and nobody is asked.
/// </summary>
/// <param name="Start">The first number.</param>
/// <param name="End">The last, when the steps meet it.</param>
/// <param name="Step">Distance between two, never below 0.</param>
public readonly record struct RangeSpan(decimal Start, decimal End, decimal Step)
{
    /// <summary>Distance from start to end.</summary>
    public decimal Length => Math.Abs(End - Start);

    /// <summary>The end lies below the start, so that there is nothing to answer.</summary>
    public bool IsBackwards => End < Start;

    /// <summary>"1–10", for messages.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{Start}–{End}");

    /// <summary>Reads start, end and step; what is no number counts as left out.</summary>
    public static RangeSpan Of(IReadOnlyDictionary<string, string> parameters)
    {
        decimal Read(string key, decimal otherwise) =>
            decimal.TryParse(parameters.GetValueOrDefault(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
        return new(Read("start", 1), Read("end", 10), Math.Abs(Read("step", 1)));
    }

    /// <summary>The number lies between start and end, whichever is the lower, and on a step.</summary>
    public bool Holds(decimal number) =>
        number >= Math.Min(Start, End) && number <= Math.Max(Start, End) && Step > 0 && (number - Start) % Step == 0;
}
