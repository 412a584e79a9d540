using System.Diagnostics;

namespace GrantBot.Domain.Forms.Expressions.Tree;

/// <summary>= != &lt; &lt;= &gt; &gt;= as XPath 1.0 has them: of several nodes one that fits is enough, so both = and != may hold.</summary>
/// <remarks>
/// Decisions: a path that finds nothing equals nothing and differs from nothing (XPath; JavaRosa takes it for a blank text);
/// numbers compare exactly (JavaRosa allows 1e-12); a date against a text compares as dates, whatever the text's form.
/// </remarks>
internal sealed class Comparison(string sign, Term left, Term right, int position) : Operation(left, right, position)
{
    private readonly bool equality = sign is "=" or "!=";

    internal override Value Evaluate(Run run, in Focus focus)
    {
        run.Spend(1, Position);
        var first = Left.Evaluate(run, focus);
        var second = Right.Evaluate(run, focus);
        return Value.Of((first, second) switch
        {
            (Value.Bool, _) or (_, Value.Bool) when equality => Holds(run, Value.Of(run.Boolean(first)), Value.Of(run.Boolean(second))),
            (Value.Nodes a, Value.Nodes b) => Any(run, a, b),
            (Value.Nodes a, _) => Any(run, a, second),
            (_, Value.Nodes b) => Any(run, first, b),
            _ => Holds(run, first, second),
        });
    }

    private bool Any(Run run, Value.Nodes a, Value b)
    {
        run.Spend(a.Items.Count, Position);
        foreach (var node in a.Items)
        {
            if (Holds(run, Value.Of(run.Text(node)), b)) return true;
        }
        return false;
    }

    private bool Any(Run run, Value a, Value.Nodes b)
    {
        run.Spend(b.Items.Count, Position);
        foreach (var node in b.Items)
        {
            if (Holds(run, a, Value.Of(run.Text(node)))) return true;
        }
        return false;
    }

    private bool Any(Run run, Value.Nodes a, Value.Nodes b)
    {
        foreach (var node in a.Items)
        {
            if (Any(run, Value.Of(run.Text(node)), b)) return true;
        }
        return false;
    }

    private bool Holds(Run run, Value a, Value b)
    {
        if (equality && a is Value.Text s && b is Value.Text t) return string.Equals(s.Value, t.Value, StringComparison.Ordinal) == (sign == "=");
        if (equality && a is Value.Bool p && b is Value.Bool q) return p.Value == q.Value == (sign == "=");
        double x = run.Number(a), y = run.Number(b);
        return sign switch
        {
            "=" => x == y,
            "!=" => x != y,
            "<" => x < y,
            "<=" => x <= y,
            ">" => x > y,
            ">=" => x >= y,
            _ => throw new UnreachableException(),
        };
    }
}
