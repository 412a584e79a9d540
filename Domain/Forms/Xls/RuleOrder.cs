using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>
/// Puts relevances, calculations and choice filters into the order in which they must be worked out. What an expression reads is settled first:
/// the value of the item, its relevance, and that of the groups around it (an irrelevant answer reads as blank).
/// </summary>
internal sealed class RuleOrder
{
    private readonly IReadOnlyList<FormItem> items;
    private readonly ProblemLog log;
    private readonly Dictionary<string, int> byPath;
    private readonly List<FormRule> rules;
    private readonly ILookup<int, int> settersOf;
    private readonly List<FormRule> ordered = [];
    private readonly Dictionary<int, bool> visited = [];
    private readonly List<int> trail = [];

    private RuleOrder(IReadOnlyList<FormItem> items, ProblemLog log)
    {
        (this.items, this.log) = (items, log);
        byPath = items.Select((item, index) => (item.Path, index)).ToDictionary(p => p.Path, p => p.index, StringComparer.Ordinal);
        rules = [.. items.SelectMany(RulesOf)];
        settersOf = rules.Select((rule, index) => (rule.Item, index)).ToLookup(p => p.Item, p => p.index);
    }

    /// <summary>The rules in order; a circle is reported with its names.</summary>
    public static IReadOnlyList<FormRule> Of(IReadOnlyList<FormItem> items, ProblemLog log)
    {
        var order = new RuleOrder(items, log);
        for (var rule = 0; rule < order.rules.Count; rule++) order.Visit(rule);
        return order.ordered;
    }

    private IEnumerable<FormRule> RulesOf(FormItem item, int index)
    {
        if (item.Relevant is { } relevant) yield return new(RuleKind.Relevance, index, relevant, Reads(relevant, item.Path));
        if (item is Question { Calculation: { } calculation } question)
            yield return question.Triggers.Count == 0 ? new(RuleKind.Calculation, index, calculation, Reads(calculation, item.Path))
                : new(RuleKind.Calculation, index, calculation, [.. question.Triggers.Select(t => Shared(t, item.Path))], Triggered: true);
        if (item is Question { ChoiceFilter: { } filter }) yield return new(RuleKind.Filter, index, filter, Reads(filter, item.Path));
        if (item is Repeat { CountPath: { } count } && Expression.Parse(count).Expression is { } path) yield return new(RuleKind.Count, index, path, [Shared(count, item.Parent)]);
    }

    // What a reader at one path sees of another: their common instance of a repeat.
    private RuleRead Shared(string read, string reader) =>
        new(byPath[read], RepeatAt(string.Join('/', read.Split('/').Zip(reader.Split('/')).TakeWhile(p => p.First == p.Second).Select(p => p.First))));

    // The innermost repeat at a path or above it.
    private int RepeatAt(string path)
    {
        for (var at = path; byPath.TryGetValue(at, out var item); at = items[item].Parent)
            if (items[item] is Repeat) return item;
        return -1;
    }

    private List<RuleRead> Reads(Expression expression, string path)
    {
        var read = new List<RuleRead>();
        foreach (var reference in expression.References)
        {
            if (reference.Resolve(path) is not { } target) continue;
            var within = reference.Start == PathStart.Context ? RepeatAt(Highest(reference, path)) : -1;
            var wild = target.IndexOfAny(['*', '@']) is var star && star >= 0 ? star : target.IndexOf("//", StringComparison.Ordinal);
            if (wild >= 0) read.AddRange(Enumerable.Range(0, items.Count).Where(i => items[i].Path != path && items[i].Path.StartsWith(target[..wild], StringComparison.Ordinal)).Select(i => new RuleRead(i, within)));
            else if (byPath.TryGetValue(target, out var index)) read.Add(new(index, within));
        }
        return [.. read.Distinct()];
    }

    // How far up a relative path climbs: what it reads is below.
    private static string Highest(PathReference reference, string path)
    {
        var segments = path.Split('/');
        var (depth, least) = (segments.Length, segments.Length);
        foreach (var step in reference.Steps.Where(s => s != "."))
        {
            depth += step == ".." ? -1 : 1;
            least = Math.Min(least, depth);
        }
        return string.Join('/', segments.Take(least));
    }

    private void Visit(int rule)
    {
        if (visited.TryGetValue(rule, out var done))
        {
            if (!done) ReportCircle(rule);
            return;
        }
        visited[rule] = false;
        trail.Add(rule);
        foreach (var before in Before(rules[rule]).Distinct()) Visit(before);
        trail.RemoveAt(trail.Count - 1);
        visited[rule] = true;
        ordered.Add(rules[rule]);
    }

    private IEnumerable<int> Before(FormRule rule)
    {
        foreach (var read in (rule.Triggered ? rule.Reads.Concat(Reads(rule.Expression, items[rule.Item].Path)) : rule.Reads).Select(r => r.Item))
        {
            // A calculation may look at its own last value, as in if(. = '', now(), .).
            if (read == rule.Item && rule.Kind != RuleKind.Relevance) continue;
            foreach (var setter in settersOf[read]) yield return setter;
            foreach (var setter in Around(read)) yield return setter;
        }
        if (rule.Kind == RuleKind.Relevance)
            foreach (var setter in Around(rule.Item)) yield return setter;
    }

    private IEnumerable<int> Around(int item)
    {
        for (var path = items[item].Parent; byPath.TryGetValue(path, out var group); path = items[group].Parent)
            foreach (var setter in settersOf[group]) yield return setter;
    }

    private void ReportCircle(int rule)
    {
        // A repeat may count what is inside it: it grows by one until that says enough.
        if (trail.SkipWhile(r => r != rule).Any(r => rules[r].Kind == RuleKind.Count)) return;
        var circle = trail.SkipWhile(r => r != rule).Append(rule).Select(r => items[rules[r].Item].Name);
        var at = rules[rule];
        var column = at.Kind switch { RuleKind.Relevance => Columns.Relevant, RuleKind.Calculation => Columns.Calculation, _ => Columns.ChoiceFilter };
        log.Error(new("survey", items[at.Item].Row, column), "circle", string.Join(" → ", circle));
    }
}
