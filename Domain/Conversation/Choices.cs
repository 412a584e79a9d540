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
        if (Number(text) is { } number) return OnScale(asked, text) ?? (number >= 1 && number <= asked.Options.Count ? asked.Options[number - 1] : null);
        return Labels.Find(text, [.. asked.Options.Select(o => (IReadOnlyList<string>)[Plain(o)])]) is >= 0 and var found ? asked.Options[found] : null;
    }

    /// <summary>The option of a scale ("5 – excellent") that a number means; null when the labels are none. They win over positions.</summary>
    public static Option? OnScale(Reply.Message asked, string text) =>
        Number(text) is not { } number ? null : Only(asked.Options.Where(o => Plain(o) is var label && (label == $"{number}" || label.StartsWith($"{number} ", StringComparison.Ordinal))));

    private static int? Number(string text) =>
        text.TrimEnd('.', ')') is { Length: > 0 and <= 3 } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

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
