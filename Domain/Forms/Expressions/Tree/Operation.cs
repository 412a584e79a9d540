using System.Diagnostics;

namespace GrantBot.Domain.Forms.Expressions.Tree;

/// <summary>Two values and a sign between them.</summary>
internal abstract class Operation(Term left, Term right, int position) : Term(position, Math.Max(left.Depth, right.Depth) + 1)
{
    protected Term Left { get; } = left;

    protected Term Right { get; } = right;

    internal static Operation Make(string sign, Term left, Term right, int position) => sign switch
    {
        "and" => new And(left, right, position),
        "or" => new Or(left, right, position),
        "=" or "!=" or "<" or "<=" or ">" or ">=" => new Comparison(sign, left, right, position),
        _ => new Arithmetic(sign, left, right, position),
    };
}

/// <summary>Both; the right side is not looked at when the left one fails.</summary>
internal sealed class And(Term left, Term right, int position) : Operation(left, right, position)
{
    internal override Value Evaluate(Run run, in Focus focus) => Value.Of(Left.Boolean(run, focus) && Right.Boolean(run, focus));
}

/// <summary>Either; the right side is not looked at when the left one holds.</summary>
internal sealed class Or(Term left, Term right, int position) : Operation(left, right, position)
{
    internal override Value Evaluate(Run run, in Focus focus) => Value.Of(Left.Boolean(run, focus) || Right.Boolean(run, focus));
}

/// <summary>+ - * div mod. A blank or a word makes NaN.</summary>
/// <remarks>Decision: dates take part as days; date plus days is a number (date() makes it a date again), as in all engines.</remarks>
internal sealed class Arithmetic(string sign, Term left, Term right, int position) : Operation(left, right, position)
{
    internal override Value Evaluate(Run run, in Focus focus)
    {
        run.Spend(1, Position);
        var first = Left.Evaluate(run, focus);
        var second = Right.Evaluate(run, focus);
        double a = run.Number(first), b = run.Number(second);
        var result = sign switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "div" => a / b,
            "mod" => a % b,
            _ => throw new UnreachableException(),
        };
        return Value.Of(sign is "+" or "-" && (run.IsDate(first) || run.IsDate(second)) ? WholeMilliseconds(result) : result);
    }

    /// <summary>Days from dates are exact to the millisecond, so that 18 days are 18 and not 17.999999999996.</summary>
    private static double WholeMilliseconds(double days) => Math.Abs(days) < 1e8 ? Math.Round(days * 86_400_000) / 86_400_000 : days;
}
