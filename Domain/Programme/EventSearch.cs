using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Programme;

/// <summary>Finds events by what staff type: a code, a title in any language, or part of one.</summary>
public static class EventSearch
{
    /// <summary>The events meant: one by its exact code or title, else all whose title or code holds the text.</summary>
    public static IReadOnlyList<EventInfo> Find(IReadOnlyList<EventInfo> events, string query)
    {
        var text = Fold.Text(query);
        if (text.Length == 0) return [];
        var exact = events.Where(e => Names(e).Any(n => n == text)).ToList();
        return exact.Count > 0 ? exact : [.. events.Where(e => Names(e).Any(n => n.Contains(text, StringComparison.Ordinal)))];
    }

    /// <summary>Events with a word of the query, or one that is a slip away from it.</summary>
    public static IReadOnlyList<EventInfo> Near(IReadOnlyList<EventInfo> events, string query)
    {
        var words = Fold.Text(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. events.Where(e => Names(e).SelectMany(n => n.Split(' ')).Any(n => words.Any(w => w.Length > 2 && (n == w || Fold.OneSlip(n, w)))))];
    }

    private static IEnumerable<string> Names(EventInfo e) => [Fold.Text(e.Code), Fold.Text(e.Title.Kk), Fold.Text(e.Title.Ru), Fold.Text(e.Title.En)];
}
