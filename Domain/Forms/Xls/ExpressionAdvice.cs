using GrantBot.Domain.Forms.Expressions;
using GrantBot.Domain.Forms.Expressions.Functions;
using GrantBot.Domain.Forms.Expressions.Parsing;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>How to write what an author wrote wrongly in an expression: in signs and names, which every language reads; the words stand in the texts.</summary>
internal static class ExpressionAdvice
{
    /// <summary>Whole calls of the functions authors use most.</summary>
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["selected"] = "selected(${q}, 'yes')", ["selected-at"] = "selected-at(${q}, 0)", ["count-selected"] = "count-selected(${q})",
        ["jr:choice-name"] = "jr:choice-name(${q}, '${q}')", ["if"] = "if(${q} = 'yes', 1, 0)", ["coalesce"] = "coalesce(${q}, 0)", ["not"] = "not(${q} = 'yes')",
        ["regex"] = "regex(., '[0-9]{12}')", ["contains"] = "contains(${q}, 'abc')", ["starts-with"] = "starts-with(${q}, 'abc')", ["ends-with"] = "ends-with(${q}, 'abc')",
        ["substr"] = "substr(${q}, 0, 4)", ["substring"] = "substring(${q}, 1, 4)", ["concat"] = "concat(${q}, ' ', ${r})", ["join"] = "join(', ', ${q})",
        ["string-length"] = "string-length(.)", ["round"] = "round(${q}, 2)", ["int"] = "int(${q})", ["number"] = "number(${q})", ["pow"] = "pow(${q}, 2)",
        ["min"] = "min(${q}, ${r})", ["max"] = "max(${q}, ${r})", ["sum"] = "sum(${q})", ["count"] = "count(${q})", ["today"] = "today()", ["now"] = "now()",
        ["date"] = "date('2026-01-31')", ["format-date"] = "format-date(${q}, '%d.%m.%Y')", ["decimal-date-time"] = "decimal-date-time(${q})",
        ["pulldata"] = "pulldata('towns', 'label', 'name', ${q})", ["indexed-repeat"] = "indexed-repeat(${q}, ${repeat}, 1)", ["position"] = "position(..)",
    };

    /// <summary>The advice for a problem; "" when its text says it all.</summary>
    public static string Of(ExpressionProblem problem) => problem.Code switch
    {
        ExpressionProblem.UnknownFunction => FunctionTable.Nearest(problem.Found) is { } near ? near + "()" : "",
        ExpressionProblem.Arity when FunctionTable.Find(problem.Found) is { } function => Examples.GetValueOrDefault(function.Name) ?? function.Shortest,
        ExpressionProblem.Operator => Meant(problem.Found),
        ExpressionProblem.Reference => "${" + problem.Found.Trim('{', '}', '#', ' ') + "}",
        _ => "",
    };

    private static string Meant(string sign)
    {
        if (sign == "/") return "div";
        if ((ForeignSigns.At(sign)?.Meant ?? ForeignSigns.Word(sign)) is { } meant) return meant;
        return sign.ToLowerInvariant() is "and" or "or" or "div" or "mod" ? sign.ToLowerInvariant() : "";
    }
}
