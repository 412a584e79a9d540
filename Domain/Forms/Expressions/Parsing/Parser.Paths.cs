using GrantBot.Domain.Forms.Expressions.Tree;

namespace GrantBot.Domain.Forms.Expressions.Parsing;

/// <summary>Location paths and what they may start with.</summary>
internal sealed partial class Parser
{
    /// <summary>Where the paths inside the predicate being read continue from.</summary>
    private Trail trail = new(PathStart.Context, [], null);

    private sealed record Trail(PathStart Start, List<string> Steps, string? InstanceId);

    private Term ReadPath()
    {
        var start = Current.Position;
        if (Current.Is("/") || Current.Is("//")) return ReadSteps(null, start, new Trail(PathStart.Root, [], null));
        if (!StartsPrimary()) return StartsStep() ? ReadSteps(null, start, trail with { Steps = [.. trail.Steps] }) : WithoutValue();
        var primary = ReadPrimary();
        if (stopped) return primary;
        if (primary is Literal && (Current.Is("/") || Current.Is("//"))) { StopAtLeftover(); return primary; }
        var from = TrailOf(primary);
        var predicates = ReadPredicates(from);
        if (predicates.Length > 0) primary = Limited(new Filter(primary, predicates, start));
        if (Current.Is("/") || Current.Is("//")) return ReadSteps(primary, start, from);
        if (primary is Call { Name: "current" }) AddReference(start, from);
        return primary;
    }

    private Term WithoutValue()
    {
        StopWithoutValue();
        return Literal.Empty;
    }

    private static Trail TrailOf(Term primary) => primary switch
    {
        Call { Name: "current" } => new Trail(PathStart.Context, [], null),
        Call { Name: "instance", Arguments: [Literal id] } => new Trail(PathStart.Instance, [], id.AsText),
        Call { Name: "instance" } => new Trail(PathStart.Instance, [], null),
        LocationPath path => new Trail(path.Reference.Start, [.. path.Reference.Steps], path.Reference.InstanceId),
        _ => new Trail(PathStart.Other, [], null),
    };

    private bool StartsPrimary() =>
        Current.Kind is TokenKind.Number or TokenKind.Literal || Current.Is("(")
        || (Current.Kind == TokenKind.Name && tokens[at + 1].Is("(") && Current.Text is not ("node" or "text" or "comment" or "processing-instruction"));

    private bool StartsStep() => Current.Kind == TokenKind.Name || Current.Is(".") || Current.Is("..") || Current.Is("@") || Current.Is("*");

    private Term ReadPrimary()
    {
        var token = Current;
        if (token.Kind == TokenKind.Name) return ReadCall();
        at++;
        if (token.Kind == TokenKind.Number) return new Literal(Value.Of(NumberText.Read(token.Text, default)), token.Position);
        if (token.Kind == TokenKind.Literal) return new Literal(Value.Of(token.Text), token.Position);
        var inside = ReadNested();
        Close(")", token);
        return inside;
    }

    /// <param name="origin">What the path starts from; null for the root or the context node.</param>
    /// <param name="start">Where its text begins.</param>
    /// <param name="path">Its steps so far; grows while reading.</param>
    private Term ReadSteps(Term? origin, int start, Trail path)
    {
        var steps = new List<Step>();
        var slash = Current.Is("/") || Current.Is("//");
        if (slash && Current.Is("/") && origin is null)
        {
            at++;
            if (!StartsStep()) return Alone(start, path);
            ReadStep(steps, path);
        }
        else if (!slash) ReadStep(steps, path);
        while (!stopped && (Current.Is("/") || Current.Is("//"))) ReadNextStep(steps, path);
        return Limited(new LocationPath(origin, origin is null && path.Start == PathStart.Root && slash, [.. steps], AddReference(start, path), start));
    }

    private Term Alone(int start, Trail path)
    {
        if (Current.Kind == TokenKind.Number || Current.Is("/") || Current.Is("(")) StopAtSlash(tokens[at - 1]);
        return new LocationPath(null, fromRoot: true, [], AddReference(start, path), start);
    }

    private void ReadNextStep(List<Step> steps, Trail path)
    {
        var slash = Current;
        at++;
        if (slash.Text == "//")
        {
            steps.Add(new Step(Axis.DescendantOrSelf, NodeTest.AnyNode, []));
            path.Steps.Add("//");
        }
        if (StartsStep()) ReadStep(steps, path);
        else StopAtSlash(slash);
    }

    private void StopAtSlash(Token slash)
    {
        if (Current.Kind == TokenKind.End) Stop(ExpressionProblem.Path, slash.Position, slash.Text, "After / a name is missing.");
        else Stop(ExpressionProblem.Operator, slash.Position, slash.Text, "Write div to divide: x div 2.");
    }

    private void ReadStep(List<Step> steps, Trail path)
    {
        var start = Current.Position;
        if (Current.Is(".") || Current.Is(".."))
        {
            path.Steps.Add(Current.Text);
            steps.Add(new Step(Current.Text == "." ? Axis.Self : Axis.Parent, NodeTest.AnyNode, []));
            at++;
            return;
        }
        var axis = ReadAxis();
        var test = ReadTest();
        if (stopped) return;
        path.Steps.Add((axis, test.Kind) switch
        {
            (Axis.Self, NodeTestKind.AnyNode) => ".",
            (Axis.Parent, NodeTestKind.AnyNode) => "..",
            (Axis.Child, NodeTestKind.Name) => test.Name,
            _ => text[start..Previous.End],
        });
        steps.Add(new Step(axis, test, ReadPredicates(path)));
    }

    private Axis ReadAxis()
    {
        if (Current.Is("@")) { at++; return Axis.Attribute; }
        if (Current.Kind != TokenKind.Name || !tokens[at + 1].Is("::")) return Axis.Child;
        if (!Axes.ByName.TryGetValue(Current.Text, out var axis))
            Stop(ExpressionProblem.Path, Current.Position, Current.Text,
                $"There is no axis {Current.Text}. Paths need child, parent, descendant, following-sibling or preceding-sibling at most.");
        else at += 2;
        return axis;
    }

    private NodeTest ReadTest()
    {
        var token = Current;
        if (!token.Is("*") && token.Kind != TokenKind.Name)
        {
            Stop(ExpressionProblem.Path, token.Position, Shown(token), "Here a path needs a name or *.");
            return NodeTest.AnyNode;
        }
        at++;
        if (token.Is("*")) return NodeTest.AnyElement;
        if (!Current.Is("(")) return new NodeTest(NodeTestKind.Name, token.Text);
        var open = Current;
        at++;
        if (token.Text == "processing-instruction" && Current.Kind == TokenKind.Literal) at++;
        Close(")", open);
        return token.Text switch
        {
            "node" => NodeTest.AnyNode,
            "text" => NodeTest.AnyText,
            _ => NodeTest.Nothing,
        };
    }

    private Term[] ReadPredicates(Trail path)
    {
        if (!Current.Is("[")) return [];
        var predicates = new List<Term>();
        var outer = trail;
        trail = path;
        while (!stopped && Current.Is("["))
        {
            var open = Current;
            at++;
            predicates.Add(ReadNested());
            Close("]", open);
        }
        trail = outer;
        return [.. predicates];
    }

    private PathReference AddReference(int start, Trail path)
    {
        var reference = new PathReference(text[start..Math.Max(start, Math.Min(Previous.End, text.Length))], start, path.Start, [.. path.Steps], path.InstanceId);
        references.Add(reference);
        return reference;
    }
}
