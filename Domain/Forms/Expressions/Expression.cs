using GrantBot.Domain.Forms.Expressions.Parsing;
using GrantBot.Domain.Forms.Expressions.Tree;

namespace GrantBot.Domain.Forms.Expressions;

/// <summary>
/// An expression of an XLSForm column (relevant, constraint, calculation, choice_filter, default ...), read once and evaluated often.
/// The language is XPath 1.0 with the functions of the ODK XForms specification; where its engines differ, the decision stands beside the code.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class Expression
{
    private readonly Term tree;

    private Expression(string text, Term tree, IReadOnlyList<PathReference> references, IReadOnlyList<FunctionCall> calls) =>
        (Text, this.tree, References, Calls) = (text, tree, references, calls);

    /// <summary>As its author wrote it, ${...} already replaced by paths.</summary>
    public string Text { get; }

    /// <summary>Every location path, for dependency graphs and static checks.</summary>
    public IReadOnlyList<PathReference> References { get; }

    /// <summary>Every function call, for static checks.</summary>
    public IReadOnlyList<FunctionCall> Calls { get; }

    /// <summary>Reads any text without ever throwing. Unknown functions and wrong numbers of values are problems beside a readable expression.</summary>
    public static ExpressionResult Parse(string text)
    {
        var problems = new List<ExpressionProblem>();
        var (tree, references, calls) = Parser.Read(text, problems);
        return new ExpressionResult(tree is null ? null : new Expression(text, tree, references, calls), problems);
    }

    /// <summary>The value in this scope.</summary>
    /// <exception cref="ExpressionException">An author's mistake that shows only now, or a limit reached.</exception>
    public Value Evaluate(EvaluationScope scope)
    {
        var run = new Run(scope);
        return tree.Evaluate(run, new Focus(scope.Context, 1, 1));
    }
}
