namespace GrantBot.Domain.Forms.Xls;

/// <summary>Where in an expression a reference stands, read sign by sign: inside which predicate, and which value of which function.</summary>
internal sealed class Surroundings(bool asPredicate)
{
    private readonly Stack<(char Bracket, string Function, int Value)> open = new();
    private string word = "";
    private char quote;

    /// <summary>Inside [ ], where "." is another node, so that the reader's own must be named: current().</summary>
    public bool InPredicate => asPredicate || open.Any(o => o.Bracket == '[');

    /// <summary>A value of indexed-repeat() that names a question or repeat over all instances.</summary>
    public bool WantsAbsolute => open.TryPeek(out var innermost) && innermost is { Function: "indexed-repeat", Value: 0 or 1 or 3 or 5 };

    /// <summary>Goes over a stretch of the expression.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        foreach (var c in text) Read(c);
    }

    private void Read(char c)
    {
        if (quote != '\0')
        {
            if (c == quote) quote = '\0';
            return;
        }
        switch (c)
        {
            case '\'' or '"': quote = c; break;
            case '(' or '[': open.Push((c, c == '(' ? word : "", 0)); break;
            case ')' or ']': open.TryPop(out _); break;
            case ',' when open.TryPop(out var inside): open.Push(inside with { Value = inside.Value + 1 }); break;
            default: break;
        }
        word = char.IsLetterOrDigit(c) || c is '-' or '_' or ':' ? word + c : char.IsWhiteSpace(c) ? word : "";
    }
}
