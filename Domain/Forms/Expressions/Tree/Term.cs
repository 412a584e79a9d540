namespace GrantBot.Domain.Forms.Expressions.Tree;

/// <summary>A part of a read expression.</summary>
internal abstract class Term(int position, int depth)
{
    /// <summary>Where its text begins.</summary>
    internal int Position { get; } = position;

    /// <summary>How many terms stand in each other here; bounds the recursion of <see cref="Evaluate"/>.</summary>
    internal int Depth { get; } = depth;

    internal abstract Value Evaluate(Run run, in Focus focus);

    internal double Number(Run run, in Focus focus) => run.Number(Evaluate(run, focus));

    internal bool Boolean(Run run, in Focus focus) => run.Boolean(Evaluate(run, focus));

    protected static int DepthOf(ReadOnlySpan<Term> terms)
    {
        var deepest = 0;
        foreach (var term in terms) deepest = Math.Max(deepest, term.Depth);
        return deepest;
    }
}

/// <summary>A number or text written in the expression.</summary>
internal sealed class Literal(Value value, int position) : Term(position, 1)
{
    internal static readonly Literal Empty = new(Value.Blank, 0);

    internal string AsText { get; } = value.AsText();

    internal override Value Evaluate(Run run, in Focus focus) => value;
}

/// <summary>A minus before a value.</summary>
internal sealed class Negation(Term inner, int position) : Term(position, inner.Depth + 1)
{
    internal override Value Evaluate(Run run, in Focus focus) => Value.Of(-inner.Number(run, focus));
}

/// <summary>The nodes of both sides, each once, in document order.</summary>
internal sealed class Union(Term left, Term right, int position) : Term(position, Math.Max(left.Depth, right.Depth) + 1)
{
    internal override Value Evaluate(Run run, in Focus focus)
    {
        var nodes = new List<InstanceNode>(Nodes(left.Evaluate(run, focus)));
        nodes.AddRange(Nodes(right.Evaluate(run, focus)));
        run.Spend(nodes.Count, Position);
        return new Value.Nodes(NodeOrder.Sorted(nodes));
    }

    private IReadOnlyList<InstanceNode> Nodes(Value value) =>
        value is Value.Nodes nodes ? nodes.Items : throw new ExpressionException("The sign | joins paths only.", Position);
}

/// <summary>Predicates on something that is no step: (a | b)[1].</summary>
internal sealed class Filter(Term inner, Term[] predicates, int position) : Term(position, Math.Max(inner.Depth, DepthOf(predicates)) + 1)
{
    internal override Value Evaluate(Run run, in Focus focus) => inner.Evaluate(run, focus) is Value.Nodes nodes
        ? new Value.Nodes(Step.Keep([.. nodes.Items], predicates, run))
        : throw new ExpressionException("A condition in [ ] needs a path before it.", Position);
}

/// <summary>A function with the values it is given; they are evaluated when the function asks for them.</summary>
internal sealed class Call(string name, Functions.Function? function, Term[] arguments, int position) : Term(position, DepthOf(arguments) + 1)
{
    internal string Name { get; } = name;

    internal Functions.Function? Function { get; } = function;

    internal Term[] Arguments { get; } = arguments;

    internal override Value Evaluate(Run run, in Focus focus)
    {
        run.Spend(1, Position);
        if (Function is null) throw new ExpressionException($"There is no function {Name}.", Position);
        if (!Function.Takes(Arguments.Length)) throw new ExpressionException(Function.ArityAdvice(Arguments.Length), Position);
        return Function.Body(new Functions.Arguments(run, focus, this));
    }
}
