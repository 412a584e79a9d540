namespace GrantBot.Domain.Forms.Expressions.Parsing;

/// <summary>Cuts the text into tokens. A foreign sign is reported and read as the one meant, so that one pass finds all mistakes.</summary>
internal sealed class Lexer(string text, List<ExpressionProblem> problems)
{
    private static readonly string[] Signs = ["::", "..", "//", "(", ")", "[", "]", ",", "@", ".", "/", "|", ":"];
    private static readonly string[] Operators = ["!=", "<=", ">=", "=", "<", ">", "+", "-"];
    private static readonly string[] Words = ["and", "or", "div", "mod"];

    private readonly List<Token> tokens = new(text.Length / 3 + 2);
    private int at;

    internal List<Token> Read()
    {
        while (SkipSpace()) ReadOne();
        tokens.Add(new Token(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private bool AfterValue => tokens.Count > 0 && tokens[^1].EndsValue;

    private bool SkipSpace()
    {
        for (; at < text.Length; at++)
        {
            if (ForeignSigns.IsOddSpace(text[at]))
                Report(ExpressionProblem.Space, at, $"U+{(int)text[at]:X4}", "An invisible or no-break space stands here. Replace it with a plain space.");
            else if (!char.IsWhiteSpace(text[at])) return true;
        }
        return false;
    }

    private void ReadOne()
    {
        var rest = text.AsSpan(at);
        var c = rest[0];
        if (c is '\'' or '"') ReadLiteral(c.ToString());
        else if (ForeignSigns.ClosersOf(c) is { Length: > 0 } closers) ReadOddLiteral(c, closers);
        else if (char.IsAsciiDigit(c) || (c == '.' && rest.Length > 1 && char.IsAsciiDigit(rest[1]))) ReadNumber();
        else if (NodeName.Length(rest) is > 0 and var length) ReadName(length);
        else if (c is '{' or '}' or '$' or '#') ReadReference();
        else if (ReadForeign(rest) || ReadSign(rest)) return;
        else
        {
            Report(ExpressionProblem.Character, at, c.ToString(), $"The sign {c} has no meaning in an expression. Remove it, or put a text in quotes.");
            at++;
        }
    }

    private void ReadLiteral(string closers)
    {
        var close = text.AsSpan(at + 1).IndexOfAny(closers);
        if (close < 0)
        {
            Report(ExpressionProblem.UnclosedText, at, text[at].ToString(), "The text that begins here never ends. Put a quote of the same kind after it.");
            close = text.Length - at - 1;
        }
        tokens.Add(new Token(TokenKind.Literal, text.Substring(at + 1, close), at, at + close + 2));
        at = Math.Min(at + close + 2, text.Length);
    }

    private void ReadOddLiteral(char quote, string closers)
    {
        Report(ExpressionProblem.Quotes, at, quote.ToString(), "Write texts in straight quotes: 'yes'.");
        ReadLiteral(closers);
    }

    private void ReadNumber()
    {
        if (DateText.Looks(text.AsSpan(at, Math.Min(10, text.Length - at))))
            Report(ExpressionProblem.BareDate, at, text.Substring(at, 10), $"Write date('{text.AsSpan(at, 10)}'): without quotes it is a subtraction.");
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end < text.Length && text[end] == '.') end++;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        Add(TokenKind.Number, end - at);
    }

    private void ReadName(int length)
    {
        var name = text.AsSpan(at, length);
        if (AfterValue && Word(name) is { } word)
        {
            Add(TokenKind.Operator, word.Length);
            return;
        }
        // In "5-x" the hyphen parts, in "a-x" it belongs to the name: that is XPath's rule.
        Add(TokenKind.Name, length);
    }

    /// <summary>An operator word, also one glued to a number as in "1 div2".</summary>
    private static string? Word(ReadOnlySpan<char> name)
    {
        foreach (var word in Words)
        {
            if (!name.StartsWith(word, StringComparison.Ordinal)) continue;
            if (name.Length == word.Length || char.IsAsciiDigit(name[word.Length]) || name[word.Length] is '-' or '.') return word;
        }
        return null;
    }

    private void ReadReference()
    {
        var start = at;
        while (at < text.Length && text[at] is '{' or '$' or '#') at++;
        at += NodeName.Length(text.AsSpan(at));
        while (at < text.Length && text[at] == '}') at++;
        if (at == start) at++;
        var found = text[start..at];
        var inside = found.Trim('{', '}', '$', '#');
        Report(ExpressionProblem.Reference, start, found, inside.Length == 0
            ? "Write ${name} to mean the answer to the question of that name."
            : found == $"${{{inside}}}" ? $"There is no question named {inside} to put here." : $"Write ${{{inside}}} to mean the answer to that question.");
        tokens.Add(new Token(TokenKind.Sign, ".", start, at));
    }

    private bool ReadForeign(ReadOnlySpan<char> rest)
    {
        if (rest[0] == '!' && rest.Length > 1 && rest[1] == '=') return false;
        if (ForeignSigns.At(rest) is not { } sign) return false;
        Report(sign.Code, at, sign.Found, sign.Advice);
        if (sign.Meant.Length > 0) tokens.Add(new Token(sign.Meant == "," ? TokenKind.Sign : TokenKind.Operator, sign.Meant, at, at + sign.Found.Length));
        at += sign.Found.Length;
        return true;
    }

    private bool ReadSign(ReadOnlySpan<char> rest)
    {
        if (rest[0] == '*')
        {
            Add(AfterValue ? TokenKind.Operator : TokenKind.Sign, 1);
            return true;
        }
        foreach (var sign in Operators)
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal)) { Add(TokenKind.Operator, sign.Length); return true; }
        }
        foreach (var sign in Signs)
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal)) { Add(sign == "|" ? TokenKind.Operator : TokenKind.Sign, sign.Length); return true; }
        }
        return false;
    }

    private void Add(TokenKind kind, int length)
    {
        tokens.Add(new Token(kind, text.Substring(at, length), at, at + length));
        at += length;
    }

    private void Report(string code, int position, string found, string advice) => problems.Add(new ExpressionProblem(code, position, found, advice));
}
