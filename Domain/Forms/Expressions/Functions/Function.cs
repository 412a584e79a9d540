using GrantBot.Domain.Forms.Expressions.Tree;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>A function of the language.</summary>
/// <param name="Name">As written in expressions.</param>
/// <param name="Signature">Its values by name, with commas between: "x?" may be left out, "x+" stands once or more, "x*" any number of times.</param>
/// <param name="Meaning">What it gives, for authors.</param>
/// <param name="Body">What it does; a value not asked for is never evaluated.</param>
internal sealed record Function(string Name, string Signature, string Meaning, Func<Arguments, Value> Body)
{
    private readonly string[] values = Signature.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fewest values it takes.</summary>
    internal int Least => values.Count(v => v[^1] is not ('?' or '*'));

    /// <summary>Most values it takes.</summary>
    internal int Most => values.Any(v => v[^1] is '+' or '*') ? int.MaxValue : values.Length;

    /// <summary>A call with the values it cannot do without, by their names.</summary>
    internal string Shortest => $"{Name}({string.Join(", ", values.Where(v => v[^1] is not ('?' or '*')).Select(v => v.TrimEnd('+')))})";

    /// <summary>Values that may be left out or stand again do so together: two for each weight, two for each repeat.</summary>
    private int Beyond => values.Where(v => v[^1] is '?' or '+').Distinct(StringComparer.Ordinal).Count();

    internal bool Takes(int count) => count >= Least && count <= Most && (Beyond < 2 || (count - Least) % Beyond == 0);

    internal string ArityAdvice(int count) => $"{Name}() takes {Wanted()}, got {count}.";

    private string Wanted()
    {
        var unit = Least == 1 && Most == 1 ? "value" : "values";
        if (Beyond > 1) return $"{Least} values and then {Beyond} at a time";
        if (Most == int.MaxValue) return $"at least {Least} {(Least == 1 ? "value" : "values")}";
        if (Least == Most) return Least == 0 ? "no values" : $"{Least} {unit}";
        return Most == Least + 1 ? $"{Least} or {Most} values" : $"{Least} to {Most} values";
    }
}

/// <summary>The values a function is given, evaluated one by one as it asks.</summary>
internal readonly struct Arguments(Run run, Focus focus, Call call)
{
    internal Run Run => run;

    internal Focus Focus => focus;

    internal int Position => call.Position;

    internal int Count => call.Arguments.Length;

    internal Value this[int index] => call.Arguments[index].Evaluate(run, focus);

    internal string Text(int index) => run.Text(this[index]);

    /// <summary>The text of a value, or of the node at hand when the value is left out.</summary>
    internal string TextOrHere(int index) => index < Count ? Text(index) : run.Text(focus.Node);

    internal double Number(int index) => run.Number(this[index]);

    internal bool Boolean(int index) => run.Boolean(this[index]);

    internal bool Has(int index) => index < Count;

    /// <summary>A value that must be a path.</summary>
    internal IReadOnlyList<InstanceNode> Nodes(int index) => this[index] is Value.Nodes nodes
        ? nodes.Items
        : throw Problem($"{call.Name}() needs a path as value {index + 1}.");

    /// <summary>The value is a path with a condition in [ ].</summary>
    internal bool HasCondition(int index) => call.Arguments[index] is LocationPath { HasCondition: true };

    /// <summary>The path's nodes that are not hidden by a relevant expression.</summary>
    internal IEnumerable<InstanceNode> Shown(int index) => Nodes(index).Where(NodeText.Shown);

    /// <summary>All values from an index on, each node of a path as a text of its own.</summary>
    internal List<Value> Spread(int from)
    {
        var values = new List<Value>();
        for (var i = from; i < Count; i++)
        {
            var value = this[i];
            if (value is not Value.Nodes nodes) { values.Add(value); continue; }
            run.Spend(nodes.Items.Count, Position);
            foreach (var node in nodes.Items)
            {
                if (NodeText.Shown(node)) values.Add(Value.Of(run.Text(node)));
            }
        }
        return values;
    }

    /// <summary>Of a path the first node's text; any other value as it is.</summary>
    internal Value Plain(Value value) => value is Value.Nodes ? Value.Of(run.Text(value)) : value;

    internal ExpressionException Problem(string message) => new(message, call.Position);
}
