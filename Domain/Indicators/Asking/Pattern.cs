namespace GrantBot.Domain.Indicators.Asking;

/// <summary>
/// An order of tokens: classes with spaces between, alternatives with "/", "?" for what may be absent, "!" at the end for what may not come next.
/// "from? num to/dash num unit" fits «от 14 до 17 лет».
/// </summary>
internal sealed class Pattern
{
    private readonly (string[] Classes, bool Optional, bool Absent)[] slots;

    public Pattern(string written) => slots = [.. written.Split(' ').Select(s => (s.Trim('?', '!').Split('/'), s.EndsWith('?'), s.StartsWith('!')))];

    /// <summary>The tokens from a place on that fit; null when they do not.</summary>
    public IReadOnlyList<Token>? Match(IReadOnlyList<Token> tokens, int at) => Match(tokens, at, 0) is { } end ? [.. tokens.Skip(at).Take(end - at)] : null;

    private int? Match(IReadOnlyList<Token> tokens, int at, int slot)
    {
        if (slot == slots.Length) return at;
        var (classes, optional, absent) = slots[slot];
        if (absent) return at < tokens.Count && Array.Exists(classes, tokens[at].Is) ? null : Match(tokens, at, slot + 1);
        if (at < tokens.Count && Array.Exists(classes, tokens[at].Is) && Match(tokens, at + 1, slot + 1) is { } end) return end;
        return optional ? Match(tokens, at, slot + 1) : null;
    }
}

/// <summary>What a pattern makes of the question so far.</summary>
/// <param name="Written">The pattern.</param>
/// <param name="Do">Writes what the tokens say into the draft; false when they cannot be meant.</param>
internal sealed record Rule(string Written, Func<Draft, IReadOnlyList<Token>, bool> Do)
{
    private readonly Pattern pattern = new(Written);

    /// <summary>Looks for the pattern everywhere; what fits is taken out of the tokens, and a mark stays in its place.</summary>
    public void Apply(Draft draft)
    {
        for (var at = 0; at < draft.Tokens.Count; at++)
        {
            if (pattern.Match(draft.Tokens, at) is not { Count: > 0 } found || !Do(draft, found)) continue;
            draft.Tokens.RemoveRange(at, found.Count);
            draft.Tokens.Insert(at, new("", "") { Means = "x" });
        }
    }
}
