namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Conditions and choices between values.</summary>
internal static class LogicFunctions
{
    internal static readonly Function[] All =
    [
        new("true", "", "true", _ => Value.True),
        new("false", "", "false", _ => Value.False),
        new("not", "condition", "true where the condition is false", a => Value.Of(!a.Boolean(0))),
        new("boolean", "value", "true for a number but 0, a text that is not blank, an answered question", a => Value.Of(a.Boolean(0))),
        // Decision: TRUE counts, as in JavaRosa; spreadsheets write it in capitals.
        new("boolean-from-string", "text", "true for 'true' and '1'", a => Value.Of(a.Text(0) is "1" || a.Text(0).Equals("true", StringComparison.OrdinalIgnoreCase))),
        new("if", "condition, then, else", "one of two values; the other is not worked out", a => a.Boolean(0) ? a[1] : a[2]),
        new("coalesce", "value+", "the first value that is not blank", Coalesce),
        new("checklist", "least, most, condition+", "whether as many conditions hold; -1 is no bound", a => Within(a, a.Spread(2).Count(v => v.AsBoolean()))),
        new("weighted-checklist", "least, most, condition+, weight+", "the same with the weights of those that hold added up", a => Within(a, Weight(a))),
    ];

    /// <summary>The first value that is not blank; what is no number (NaN) counts as blank.</summary>
    private static Value Coalesce(Arguments a)
    {
        for (var i = 0; i < a.Count - 1; i++)
        {
            var value = a[i];
            if (value is Value.Number { Value: double.NaN } || a.Run.Text(value).Length == 0) continue;
            return a.Plain(value);
        }
        return a.Plain(a[a.Count - 1]);
    }

    /// <summary>At least the first value and at most the second; -1 means no bound.</summary>
    private static Value Within(Arguments a, double sum)
    {
        double least = a.Number(0), most = a.Number(1);
        return Value.Of((least < 0 || sum >= least) && (most < 0 || sum <= most));
    }

    /// <summary>Conditions and weights alternate; where both are paths, their nodes pair up.</summary>
    private static double Weight(Arguments a)
    {
        var sum = 0.0;
        for (var i = 2; i + 1 < a.Count; i += 2)
        {
            var holds = Each(a[i]);
            var weights = Each(a[i + 1]);
            for (var k = 0; k < Math.Min(holds.Count, weights.Count); k++) sum += holds[k].AsBoolean() ? a.Run.Number(weights[k]) : 0;
        }
        return sum;
    }

    private static List<Value> Each(Value value) => value is Value.Nodes nodes ? [.. nodes.Items.Select(n => Value.Of(NodeText.Of(n)))] : [value];
}
