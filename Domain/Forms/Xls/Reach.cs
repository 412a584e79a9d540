using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>
/// Finds what nobody can reach, by trying every combination of answers a relevant depends on. Judges only where that is certain:
/// constants and selects people answer, joined by signs and functions that see nothing else.
/// </summary>
internal sealed class Reach(IReadOnlyList<FormItem> items, string root)
{
    private const int MostCombinations = 256;

    // A hostile form could ask for this in every row.
    private const int MostTrials = 20_000;

    private static readonly HashSet<string> Certain = ["selected", "not", "true", "false", "boolean", "count-selected", "string-length", "coalesce", "if", "concat", "string", "number"];

    // Nothing of these is asked for: no certain function looks at the clock.
    private static readonly (DateTimeOffset Now, TimeZoneInfo Zone) AnyTime = (DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);

    private readonly ILookup<string, Question> selects = items.OfType<Question>()
        .Where(q => q is { Asked: true, Choices: not null, DynamicDefault: null, Kind: QuestionKind.SelectOne or QuestionKind.SelectMultiple }).ToLookup(q => q.Path, StringComparer.Ordinal);
    private int trials;

    /// <summary>True when the item's relevant can never hold.</summary>
    public bool IsNever(FormItem item)
    {
        if (item.Relevant is not { } relevant || !relevant.Calls.All(c => Certain.Contains(c.Name))) return false;
        var read = new List<Question>();
        foreach (var path in relevant.References.Select(r => r.Resolve(item.Path)).Distinct(StringComparer.Ordinal))
        {
            if (path is null || path == item.Path || selects[path].FirstOrDefault() is not { } select) return false;
            read.Add(select);
        }
        var combinations = read.Aggregate(1L, (product, select) => Math.Min(product * CountOf(select), MostCombinations + 1));
        return combinations <= MostCombinations && (trials += (int)combinations) <= MostTrials && !Holds(relevant, item.Path, read, (int)combinations);
    }

    private bool Holds(Expression relevant, string at, List<Question> read, int combinations)
    {
        var values = read.ConvertAll(Values);
        var data = new InstanceNode(root);
        var nodes = read.ConvertAll(q => NodeAt(data, q.Path));
        var scope = new EvaluationScope { Context = NodeAt(data, at), Root = data, Now = AnyTime.Now, Zone = AnyTime.Zone };
        for (var combination = 0; combination < combinations; combination++)
        {
            var rest = combination;
            for (var i = 0; i < nodes.Count; i++)
            {
                nodes[i].Value = values[i][rest % values[i].Count];
                rest /= values[i].Count;
            }
            try
            {
                if (relevant.Evaluate(scope).AsBoolean()) return true;
            }
            catch (ExpressionException)
            {
                return true; // not for us to judge
            }
        }
        return false;
    }

    private static InstanceNode NodeAt(InstanceNode data, string path)
    {
        var node = data;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            node = node.Children.FirstOrDefault(c => c.Name == name) ?? node.Add(new InstanceNode(name));
        return node;
    }

    private static long CountOf(Question select) =>
        select.Kind == QuestionKind.SelectOne ? select.Choices!.Choices.Count + 1 : 1L << Math.Min(select.Choices!.Choices.Count, 30);

    /// <summary>Blank, and what can be chosen.</summary>
    private static List<string> Values(Question select)
    {
        var names = select.Choices!.Choices.Select(c => c.Name).ToList();
        if (select.Kind == QuestionKind.SelectOne) return ["", .. names];
        return [.. Enumerable.Range(0, 1 << names.Count).Select(set => string.Join(' ', names.Where((_, i) => (set >> i & 1) == 1)))];
    }
}
