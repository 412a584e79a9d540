using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>Words of the titles and codes of events, and whether a typed word is one of them in some form.</summary>
internal static class Titles
{
    private const int ShortestStem = 4;

    /// <summary>Whether a typed word is a word of a title with other endings («чемпионате», «лигаға»).</summary>
    public static bool Fits(string word, Token token) => Fits(word, token.Folded) || (token.Sounded is { } heard && Fits(word, heard));

    /// <summary>Each name of an event as folded words: its code, its titles.</summary>
    public static IEnumerable<IReadOnlyList<string>> Names(EventInfo e) =>
        new[] { e.Code, e.Title.Kk, e.Title.Ru, e.Title.En }.Where(n => n.Length > 0).Select(n => (IReadOnlyList<string>)[.. Tokens.Of(n).Where(t => t.Folded.Length > 0 && !t.Is("dash")).Select(t => t.Folded)]).Where(n => n.Count > 0);

    /// <summary>Events with a word in code or title that fits.</summary>
    public static IEnumerable<EventInfo> With(IEnumerable<EventInfo> events, Token token) => events.Where(e => Names(e).Any(n => n.Any(w => Fits(w, token))));

    private static bool Fits(string word, string typed)
    {
        if (word == typed) return true;
        for (var cut = 0; cut <= 2 && word.Length - cut >= ShortestStem; cut++)
        {
            var stem = word.AsSpan(0, word.Length - cut);
            if (typed.AsSpan().StartsWith(stem, StringComparison.Ordinal) && (Endings.Fits('*', typed.AsSpan(stem.Length)) || Endings.Fits('e', typed.AsSpan(stem.Length)))) return true;
        }
        return false;
    }
}
