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

    private static string Unknown(string name)
    {
        var advice = name.ToLowerInvariant() switch
        {
            "and" or "и" or "және" => "Write a and b: the word stands between the conditions.",
            "or" or "или" or "немесе" => "Write a or b: the word stands between the conditions.",
            "isblank" or "is-blank" or "isempty" or "isnull" => "Write ${name} = '' to ask whether an answer is blank.",
            "average" or "avg" or "mean" => "Write sum(${name}) div count(${name}).",
            _ => FunctionTable.Nearest(name) is { } near ? $"Did you mean {near}()?" : "",
        };
        return $"There is no function {name}. {advice}".TrimEnd();
    }
}
