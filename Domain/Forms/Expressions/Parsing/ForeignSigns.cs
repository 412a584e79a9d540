namespace GrantBot.Domain.Forms.Expressions.Parsing;

/// <summary>Signs that authors bring from spreadsheets and programming languages, and what to write.</summary>
internal static class ForeignSigns
{
    /// <param name="Found">The sign, longest first in the table.</param>
    /// <param name="Meant">The sign it is read as, so that reading goes on and finds further mistakes.</param>
    /// <param name="Code">The problem's code.</param>
    /// <param name="Advice">How to write it.</param>
    internal sealed record Sign(string Found, string Meant, string Code, string Advice);

    private static readonly Sign[] All =
    [
        Of("=!", "!="), Of("==", "="), Of("<>", "!="), Of("=<", "<="), Of("=>", ">="), Of("&&", "and"), Of("||", "or"),
        Of("≠", "!="), Of("≤", "<="), Of("≥", ">="), Of("×", "*"), Of("÷", "div"), Of("−", "-"), Of("–", "-"), Of("—", "-"), Of("&", "and"),
        new("%", "mod", ExpressionProblem.Operator, "There is no percent sign. Write x div 100 for a percentage, x mod 5 for a remainder."),
        new("^", "*", ExpressionProblem.Operator, "There is no power sign. Write pow(x, 2)."),
        new("!", "", ExpressionProblem.Operator, "Write not(...) to turn a condition round, != for «is not equal»."),
        new(";", ",", ExpressionProblem.Separator, "Separate the values of a function with a comma."),
    ];

    /// <summary>The foreign sign at the start of the text; null when it begins with none.</summary>
    internal static Sign? At(ReadOnlySpan<char> text)
    {
        foreach (var sign in All)
        {
            if (text.StartsWith(sign.Found, StringComparison.Ordinal)) return sign;
        }
        return null;
    }

    /// <summary>The word that joins conditions as "and" or "or" does in Russian or Kazakh; null for any other.</summary>
    internal static string? Word(string word) => word.ToLowerInvariant() switch { "и" or "және" => "and", "или" or "немесе" => "or", _ => null };

    /// <summary>The closing partners of a quote that is not ' or "; empty when the character is none.</summary>
    internal static string ClosersOf(char quote) => quote switch
    {
        '“' or '”' or '„' => "”“\"",
        '‘' or '’' or '‚' => "’‘'",
        '«' => "»",
        '`' or '´' => "`´'",
        _ => "",
    };

    /// <summary>Spaces that look like plain ones or like nothing.</summary>
    internal static bool IsOddSpace(char c) => c is '\u00A0' or '\u2007' or '\u202F' or '\u2009' or '\u200B' or '\uFEFF' or '\u2060' or '\u3000';

    private static Sign Of(string found, string meant) => new(found, meant, ExpressionProblem.Operator, $"Write {meant} instead of {found}.");
}
