using System.Globalization;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>One choice: its name (a button), its label as people type it, its number in the list, or the unmistakable beginning of its label.</summary>
internal sealed class SelectOneType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context) =>
        ChoiceMatch.Find(raw, context) is { } choice ? new Reading.Understood(choice.Name) : new Reading.Refused("f.choice");

    public string Show(string value, ReadingContext context) =>
        context.Question.Choices?.Find(value)?.Label.In(context.Language, context.Answer) ?? value;
}

/// <summary>Several choices, separated by commas, line breaks or spaces; stored in the order of the list.</summary>
internal sealed class SelectMultipleType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context)
    {
        var chosen = ChoiceMatch.All(raw, context);
        if (chosen is null) return new Reading.Refused("f.choices");
        var names = chosen.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var list = context.Question.Choices?.Choices ?? context.Offered; // what is offered may be shuffled
        return new Reading.Understood(string.Join(' ', list.Where(c => names.Contains(c.Name)).Select(c => c.Name)));
    }

    public string Show(string value, ReadingContext context) => string.Join(", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(name => context.Question.Choices?.Find(name)?.Label.In(context.Language, context.Answer) ?? name));
}

/// <summary>All the choices in the person's order, separated as several choices are.</summary>
internal sealed class RankType : IQuestionType
{
    public Reading Read(string raw, ReadingContext context)
    {
        var order = ChoiceMatch.All(raw, context)?.Select(c => c.Name).ToList();
        return order is not null && order.Count == context.Offered.Count && order.Distinct(StringComparer.Ordinal).Count() == order.Count
            ? new Reading.Understood(string.Join(' ', order))
            : new Reading.Refused("f.rank", ("n", context.Offered.Count));
    }

    public string Show(string value, ReadingContext context) => string.Join(" → ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(name => context.Question.Choices?.Find(name)?.Label.In(context.Language, context.Answer) ?? name));
}

/// <summary>Finds the choice a person means.</summary>
internal static class ChoiceMatch
{
    /// <summary>The choices meant, in the order typed; null when any part is none.</summary>
    public static List<Choice>? All(string raw, ReadingContext context) =>
        (Find(raw, context) is { } one ? [one] : Split(raw, context, ',', ';', '\n') ?? Split(raw, context, ',', ';', '\n', ' ')) is { } found
            ? [.. context.Picked.Select(name => context.Offered.FirstOrDefault(c => c.Name == name)).OfType<Choice>(), .. found] : null;

    /// <summary>The choice meant, or null when none or more than one is.</summary>
    public static Choice? Find(string raw, ReadingContext context)
    {
        var offered = context.Offered;
        var named = offered.FirstOrDefault(c => c.Name == raw);
        if (named is not null && !context.Typed) return named;
        if (IsNumber(raw, out var n)) return ByScale(raw, context) ?? (n >= 1 && n <= offered.Count ? offered[n - 1] : named);
        if (named is not null) return named;
        return Labels.Find(raw, [.. offered.Select(c => Names(c, context))]) is >= 0 and var found ? offered[found] : null;
    }

    private static List<Choice>? Split(string raw, ReadingContext context, params char[] separators)
    {
        var found = raw.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(200)
            .Select(part => Find(part, context)).ToList();
        return found.Count > 0 && found.TrueForAll(c => c is not null) ? found.ConvertAll(c => c!) : null;
    }

    /// <summary>A scale's own labels ("5 – excellent", "10") win over positions.</summary>
    private static Choice? ByScale(string raw, ReadingContext context) => context.Offered.Where(c => Names(c, context)[0] is var label
        && (label == raw || label.StartsWith(raw + " ", StringComparison.Ordinal))).Take(2).ToList() is [var one] ? one : null;

    private static bool IsNumber(string raw, out int n) => int.TryParse(raw.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out n);

    /// <summary>The label in the person's language, in the others, and the choice's name.</summary>
    private static List<string> Names(Choice choice, ReadingContext context) =>
        [choice.Label.In(context.Language, context.Answer), .. choice.Label.ByLanguage.Keys.Select(l => choice.Label.In(l, context.Answer)), choice.Name];
}
