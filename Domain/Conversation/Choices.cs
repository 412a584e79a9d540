using System.Globalization;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Conversation;

/// <summary>Finds the choice a typed text means: its number in the list, or its label.</summary>
public static class Choices
{
    /// <summary>The option meant; null when none or when two fit. Numbers count from 1, with or without a dot.</summary>
    public static Option? Typed(Reply.Message asked, string text)
    {
        if (asked.Options.Count == 0 || text.Length is 0 or > 200) return null;
        if (asked.TakesText) return Only(asked.Options.Where(o => Fold.Same(Plain(o), text)));
        var number = text.TrimEnd('.', ')');
        if (number.Length is > 0 and <= 3 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            // a scale's own labels ("5 – excellent") win over positions
            var scale = Only(asked.Options.Where(o => Plain(o) is var label && (label == number || label.StartsWith(number + " ", StringComparison.Ordinal))));
            return scale ?? (n >= 1 && n <= asked.Options.Count ? asked.Options[n - 1] : null);
        }
        return Labels.Find(text, [.. asked.Options.Select(o => (IReadOnlyList<string>)[Plain(o)])]) is >= 0 and var found ? asked.Options[found] : null;
    }

    /// <summary>The label without the mark of a choice that is picked already.</summary>
    private static string Plain(Option option) => option.Picked ? option.Label[(option.Label.IndexOf(' ', StringComparison.Ordinal) + 1)..] : option.Label;

    private static Option? Only(IEnumerable<Option> options)
    {
        using var found = options.GetEnumerator();
        if (!found.MoveNext()) return null;
        var first = found.Current;
        return found.MoveNext() ? null : first;
    }
}
