namespace GrantBot.Domain.Forms.Expressions.Parsing;

internal enum TokenKind { Number, Literal, Name, Sign, Operator, End }

/// <summary>One piece of an expression's text.</summary>
/// <param name="Kind">Operator: a sign or word between two values. Sign: brackets, commas, path signs, the "*" that stands for any name.</param>
/// <param name="Text">Its text in canonical form: of a literal what stands inside the quotes, of a corrected sign the right one.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, int End)
{
    /// <summary>After it an operator may follow; so "*" multiplies and "and" is a word between values.</summary>
    internal bool EndsValue => Kind switch
    {
        TokenKind.Number or TokenKind.Literal or TokenKind.Name => true,
        TokenKind.Sign => Text is ")" or "]" or "." or ".." or "*",
        _ => false,
    };

    internal bool Is(string text) => Kind is TokenKind.Sign or TokenKind.Operator && Text == text;
}
