using GrantBot.Domain.Forms.Expressions.Functions;
using GrantBot.Domain.Forms.Expressions.Tree;

namespace GrantBot.Domain.Forms.Expressions.Parsing;

/// <summary>Static checks of one function call: does it exist, does it get as many values as it needs, is its pattern readable.</summary>
internal static class CallAdvice
{
    internal static void Check(Call call, List<ExpressionProblem> problems)
    {
        if (call.Function is not { } function)
            problems.Add(new(ExpressionProblem.UnknownFunction, call.Position, call.Name, Unknown(call.Name)));
        else if (!function.Takes(call.Arguments.Length))
            problems.Add(new(ExpressionProblem.Arity, call.Position, call.Name, function.ArityAdvice(call.Arguments.Length)));
        else if (call is { Name: "regex", Arguments: [_, Literal pattern] } && Pattern.Problem(pattern.AsText) is { } why)
            problems.Add(new(ExpressionProblem.Pattern, pattern.Position, pattern.AsText, $"The pattern cannot be read: {why}"));
    }

    private static string Unknown(string name) => FunctionTable.Nearest(name) is { } near
        ? $"There is no function {name}. Did you mean {near}()?"
        : $"There is no function {name}.";
}
