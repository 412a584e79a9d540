namespace GrantBot.Domain.Forms.Expressions.Parsing;

/// <summary>What to say where reading cannot go on.</summary>
internal sealed partial class Parser
{
    /// <summary>A value is complete and something follows that cannot follow.</summary>
    private void StopAtLeftover()
    {
        var token = Current;
        if (token.Is(")") || token.Is("]"))
            Stop(ExpressionProblem.Unbalanced, token.Position, token.Text, $"The bracket {token.Text} closes nothing here. Remove it, or write its partner before.");
        else if (token.Is(",")) StopAtComma(token);
        else if (token.Is("/") || token.Is("//"))
            Stop(ExpressionProblem.Operator, token.Position, token.Text, "Write div to divide: x div 2.");
        else if (token.Is("["))
            Stop(ExpressionProblem.Path, token.Position, token.Text, "A condition in [ ] belongs behind a path. Use and or or to join conditions.");
        else if (token.Is(":") || token.Is("::"))
            Stop(ExpressionProblem.Path, token.Position, token.Text, "A name has at most one colon, after its prefix.");
        else
            Stop(ExpressionProblem.MissingOperator, token.Position, Shown(token),
                $"Between {Shown(Previous)} and {Shown(token)} a sign is missing: and, or, =, + and the like.");
    }

    private void StopAtComma(Token comma)
    {
        var next = tokens[at + 1];
        if (Previous.Kind == TokenKind.Number && next.Kind == TokenKind.Number && Previous.End == comma.Position && next.Position == comma.End)
            Stop(ExpressionProblem.DecimalComma, comma.Position, text[Previous.Position..next.End],
                $"Write a decimal number with a full stop: {Previous.Text}.{next.Text}.");
        else
            Stop(ExpressionProblem.Comma, comma.Position, ",", "A comma stands only between the values of a function. Write and between conditions.");
    }

    /// <summary>A value should begin here.</summary>
    private void StopWithoutValue()
    {
        var token = Current;
        if (token.Kind == TokenKind.End)
            Stop(ExpressionProblem.MissingValue, token.Position, Shown(Previous), $"After {Shown(Previous)} a value is missing.");
        else if (token.Is(")") && !Previous.Is("(") && nesting == 0) StopAtLeftover();
        else if (token.Kind == TokenKind.Operator)
            Stop(ExpressionProblem.MissingValue, token.Position, token.Text, $"Before {token.Text} a value is missing. Write . for the answer itself: . {token.Text} 5.");
        else if (token.Is("::"))
            Stop(ExpressionProblem.Path, token.Position, token.Text, "Before :: an axis is missing, such as child.");
        else
            Stop(ExpressionProblem.MissingValue, token.Position, Shown(token), $"Before {Shown(token)} a value is missing.");
    }

    private string Shown(Token token) => token.Kind == TokenKind.End ? "the end" : text[token.Position..Math.Min(token.End, text.Length)];
}
