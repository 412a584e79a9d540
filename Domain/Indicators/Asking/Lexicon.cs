using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>A spelling of a concept: one word or several, each a whole word or a stem that takes endings (~).</summary>
/// <param name="Concept">What it means, such as "m.attended": the family before the dot, the code behind it.</param>
/// <param name="Words">Folded words.</param>
/// <param name="Open">Which of them take endings.</param>
/// <param name="Language">'k', 'r', 'e'; '*' takes endings of Kazakh and Russian.</param>
internal sealed record Spelling(string Concept, IReadOnlyList<string> Words, IReadOnlyList<bool> Open, char Language)
{
    /// <summary>Longer spellings win: «күту тізімі» over «тізім».</summary>
    public int Weight { get; } = (Words.Count * 100) + Words.Sum(w => w.Length);

    public static Spelling? Of(string concept, string written, char language)
    {
        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = parts.Select(p => Fold.Text(p.TrimEnd('~'))).ToList();
        return parts.Length == 0 || words.Exists(w => w.Length == 0) ? null : new(concept, words, [.. parts.Select(p => p.EndsWith('~'))], language);
    }

    public bool Fits(string word, int at)
    {
        var stem = Words[at];
        return Open[at] ? word.StartsWith(stem, StringComparison.Ordinal) && Endings.Fits(Language, word.AsSpan(stem.Length)) : word == stem;
    }
}

/// <summary>Gives words their meaning: exactly first, then with slips of the finger where only one meaning is nearest.</summary>
internal sealed class Lexicon(IReadOnlyList<Spelling> spellings)
{
    /// <summary>Nobody is taken to have mistyped these: they are short, or turn a question round.</summary>
    private static readonly string[] Small = ["x", "z", "also", "and", "by", "from", "to", "until", "since", "between", "within", "which", "who", "no", "neg", "most", "each", "every", "aged", "incl", "region", "odd"];

    private static readonly Spelling[] Shared = [.. new[] { MeasureWords.Table, PeopleWords.Table, PlaceWords.Table, TimeWords.Table, SmallWords.Table }.SelectMany(Read)];

    /// <summary>The words that ship with the program and those of this deployment: its territories, occupations and kinds of event.</summary>
    public static Lexicon With(IEnumerable<Spelling> local) => new([.. Shared, .. local]);

    /// <summary>Joins the words of every known phrase to one token with its concept. Words in quotation marks are names.</summary>
    public List<Token> Mark(IReadOnlyList<Token> tokens)
    {
        var marked = new List<Token>();
        for (var at = 0; at < tokens.Count;)
        {
            var best = tokens[at].IsWord && !tokens[at].Quoted ? Longest(tokens, at) : null;
            if (best is null) { marked.Add(tokens[at++]); continue; }
            marked.Add(new(string.Join(' ', tokens.Skip(at).Take(best.Words.Count).Select(t => t.Text)), string.Join(' ', tokens.Skip(at).Take(best.Words.Count).Select(t => t.Folded))) { Means = best.Concept });
            at += best.Words.Count;
        }
        return marked;
    }

    /// <summary>The concepts a mistyped word is nearest to; several are equally near.</summary>
    public IReadOnlyList<(string Concept, int Slips)> Near(Token token)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var spelling in spellings)
        {
            if (spelling.Words.Count != 1 || Array.Exists(Small, s => s == spelling.Concept)) continue;
            var slips = Slips.Between(token, spelling.Words[0], spelling.Open[0], spelling.Language);
            if (slips is { } s && (!found.TryGetValue(spelling.Concept, out var other) || s < other)) found[spelling.Concept] = s;
        }
        return found.Count == 0 ? [] : [.. found.Where(f => f.Value == found.Values.Min()).Select(f => (f.Key, f.Value))];
    }

    private Spelling? Longest(IReadOnlyList<Token> tokens, int at)
    {
        return Longest(tokens, at, (spelling, token, i) => spelling.Fits(token.Folded, i))
            ?? Longest(tokens, at, (spelling, token, i) => spelling.Language != 'e' && (token.Sounded is { } heard ? spelling.Fits(heard, i) : spelling.Fits(token.Folded, i)));
    }

    /// <summary>As it is written; only then as Latin letters sound, or English "do" were Russian «до».</summary>
    private Spelling? Longest(IReadOnlyList<Token> tokens, int at, Func<Spelling, Token, int, bool> fits)
    {
        Spelling? best = null;
        foreach (var spelling in spellings)
            if ((best is null || spelling.Weight > best.Weight) && at + spelling.Words.Count <= tokens.Count && Fits(spelling, tokens, at, fits)) best = spelling;
        return best;
    }

    private static bool Fits(Spelling spelling, IReadOnlyList<Token> tokens, int at, Func<Spelling, Token, int, bool> fits)
    {
        for (var i = 0; i < spelling.Words.Count; i++)
        {
            var token = tokens[at + i];
            if (!token.IsWord || token.Quoted || !fits(spelling, token, i)) return false;
        }
        return true;
    }

    /// <summary>Reads a table: a line a concept, "concept | Kazakh | Russian | English", spellings with commas between.</summary>
    private static IEnumerable<Spelling> Read(string table)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var columns = line.Split('|', StringSplitOptions.TrimEntries);
            for (var i = 1; i < columns.Length; i++)
                foreach (var written in columns[i].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    if (Spelling.Of(columns[0], written, "kre"[i - 1]) is { } spelling) yield return spelling;
        }
    }
}
