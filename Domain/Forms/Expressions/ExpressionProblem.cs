namespace GrantBot.Domain.Forms.Expressions;

/// <summary>What reading an expression gave.</summary>
/// <param name="Expression">
/// Null when the text cannot be understood; present beside problems that leave a readable expression (see <see cref="ExpressionProblem"/>).
/// </param>
/// <param name="Problems">All that is wrong, in the order of the text.</param>
public sealed record ExpressionResult(Expression? Expression, IReadOnlyList<ExpressionProblem> Problems);

/// <summary>One mistake of the form's author.</summary>
/// <param name="Code">Stable; one of the constants here.</param>
/// <param name="Position">Where in the text, from 0.</param>
/// <param name="Found">The sign, name or piece at fault.</param>
/// <param name="Advice">How to write it, in plain English.</param>
public sealed record ExpressionProblem(string Code, int Position, string Found, string Advice)
{
    /// <summary>Nothing was written.</summary>
    public const string Empty = "empty";

    /// <summary>A sign or word of another language: ==, =!, &amp;&amp;, AND, и, және, &lt;&gt;, %, / for division.</summary>
    public const string Operator = "operator";

    /// <summary>Two values stand side by side.</summary>
    public const string MissingOperator = "missing-operator";

    /// <summary>A value is missing beside an operator or bracket.</summary>
    public const string MissingValue = "missing-value";

    /// <summary>A bracket without its partner.</summary>
    public const string Unbalanced = "unbalanced";

    /// <summary>A text in quotes that never ends.</summary>
    public const string UnclosedText = "unclosed-text";

    /// <summary>A comma inside a number.</summary>
    public const string DecimalComma = "decimal-comma";

    /// <summary>';' between the values of a function.</summary>
    public const string Separator = "separator";

    /// <summary>A comma where there is no function, as between conditions.</summary>
    public const string Comma = "comma";

    /// <summary>The "=" of a spreadsheet formula at the start.</summary>
    public const string LeadingEquals = "leading-equals";

    /// <summary>{name} or #{name} in place of ${name}.</summary>
    public const string Reference = "reference";

    /// <summary>A sign that has no meaning in expressions.</summary>
    public const string Character = "character";

    /// <summary>A path that breaks off or cannot be read.</summary>
    public const string Path = "path";

    /// <summary>Longer than a spreadsheet cell, or nested too deeply.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Curly quotes or backticks: read as straight ones.</summary>
    public const string Quotes = "quotes";

    /// <summary>No-break or invisible spaces: read as plain ones.</summary>
    public const string Space = "space";

    /// <summary>No such function. The expression can be read but not evaluated there.</summary>
    public const string UnknownFunction = "unknown-function";

    /// <summary>Too few or too many values for a function. The expression can be read but not evaluated there.</summary>
    public const string Arity = "arity";

    /// <summary>A pattern of regex() that cannot be read.</summary>
    public const string Pattern = "pattern";

    /// <summary>A date without quotes, which is a subtraction: 2020-01-01 is 2018. The expression can be read but means something else.</summary>
    public const string BareDate = "bare-date";

    /// <summary>The text was read as it was surely meant: a notice rather than an error.</summary>
    public bool Corrected => Code is Quotes or Space;

    /// <summary>The text has no readable expression.</summary>
    internal bool Fatal => Code is not (Quotes or Space or UnknownFunction or Arity or Pattern or BareDate);
}
