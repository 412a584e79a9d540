using System.Text;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// Words of kept answers and of questions, as full text is told them. Everything but letters and digits parts words, so nothing of what people type is the language
/// of a full text search.
/// </summary>
internal static class AnswerWords
{
    private const int Beginning = 4, MostWords = 20, Longest = 40;

    /// <summary>Words in small letters, in their order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text + " ")
        {
            if (char.IsLetterOrDigit(c)) { if (word.Length < Longest) word.Append(char.ToLowerInvariant(c)); continue; }
            if (word.Length > 0) yield return word.ToString();
            word.Clear();
        }
    }

    /// <summary>
    /// By what a question is searched: of each word its first half, of four letters at least, as the beginning of a word, and what is shorter as a whole word, since
    /// Kazakh and Russian put long endings to either side's: "клубтарын" meets "клубы", and "клубтарымызды" meets "клуб".
    /// </summary>
    public static IReadOnlyList<(string Text, bool Begins)> Sought(string question) =>
        [.. Of(question).Where(w => w.Length >= Beginning).Distinct(StringComparer.Ordinal).Take(MostWords).SelectMany(w =>
        {
            var half = Math.Max(Beginning, w.Length / 2);
            return Enumerable.Range(Beginning, half - Beginning).Select(l => (w[..l], false)).Append((w[..half], true));
        }).Distinct()];
}
