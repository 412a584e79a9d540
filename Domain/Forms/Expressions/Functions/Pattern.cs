using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>
/// Patterns of regex(). They run without backtracking, in time linear to the text; the few that look around or refer back run with a time limit instead.
/// </summary>
internal static class Pattern
{
    private const int MostKept = 500, LongestPattern = 2_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    /// <summary>The whole text fits the pattern.</summary>
    internal static bool Fits(string text, string pattern, int position)
    {
        try
        {
            return Compiled(pattern).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ExpressionException("The pattern of regex() takes too long. Write it without nested repetitions.", position);
        }
        catch (ArgumentException)
        {
            throw new ExpressionException("The pattern of regex() cannot be read.", position);
        }
    }

    /// <summary>Why the pattern cannot be read; null when it can.</summary>
    internal static string? Problem(string pattern)
    {
        try
        {
            Compiled(pattern);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    private static Regex Compiled(string pattern)
    {
        if (Known.TryGetValue(pattern, out var known)) return known;
        if (pattern.Length > LongestPattern) throw new ArgumentException($"it is longer than {LongestPattern} characters");
        if (Known.Count >= MostKept) Known.Clear();
        return Known[pattern] = Compile(@"\A(?:" + pattern + @")\z");
    }

    private static Regex Compile(string anchored)
    {
        try
        {
            return new Regex(anchored, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            // Look-around, back references, or too large an automaton.
            return new Regex(anchored, RegexOptions.CultureInvariant, Limit);
        }
    }
}
