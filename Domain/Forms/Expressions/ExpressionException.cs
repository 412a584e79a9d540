namespace GrantBot.Domain.Forms.Expressions;

/// <summary>An author's mistake that shows only on evaluation: an unknown function, a wrong number of values, a limit reached.</summary>
/// <param name="message">What is wrong, in English, without anybody's answer in it.</param>
/// <param name="position">Where in the expression's text, from 0.</param>
public sealed class ExpressionException(string message, int position) : Exception(message)
{
    /// <summary>Where in the expression's text, from 0.</summary>
    public int Position { get; } = position;
}
