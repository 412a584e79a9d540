using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>The tree of one person's answers during one turn, and the rules that keep it true. Made anew for each turn.</summary>
internal sealed class FormInstance
{
    private readonly Form form;
    private readonly InstanceNode root;
    private readonly InstanceNode[] nodes;
    private readonly bool[] relevant;
    private readonly Func<int, EvaluationScope> scope;
    private readonly List<string> faults = [];

    public FormInstance(Form form, FormClock clock, int seed, Func<string, string, string?> choiceLabel)
    {
        this.form = form;
        root = new InstanceNode(form.Root);
        nodes = new InstanceNode[form.Items.Count];
        relevant = new bool[nodes.Length];
        Array.Fill(relevant, true);
        for (var item = 0; item < nodes.Length; item++)
            nodes[item] = (form.ParentOf(item) is var parent && parent >= 0 ? nodes[parent] : root).Add(new InstanceNode(form.Items[item].Name));
        Func<string, InstanceNode?> list = id => form.Lists.GetValueOrDefault(id)?.Document;
        scope = item => new EvaluationScope
        {
            Context = nodes[item], Root = root, Now = clock.Now, Zone = clock.Zone,
            Instance = list, ChoiceLabel = choiceLabel, Seed = seed ^ (item * 7919),
        };
    }

    /// <summary>What went wrong in an author's expression while it was worked out: item and reason, without anybody's answer.</summary>
    public IReadOnlyList<string> Faults => faults;

    public InstanceNode this[int item] => nodes[item];

    /// <summary>Works out every rule. Values that must not change by themselves (uuid, random) stay when they are there.</summary>
    public void Settle() => Run(null);

    /// <summary>Works out what depends on an item, and what depends on that. Gives the selects whose answer fell out of their filter.</summary>
    public IReadOnlyList<int> Changed(int item)
    {
        var touched = new bool[nodes.Length];
        touched[item] = true;
        return Run(touched);
    }

    public Value? Evaluate(Expression expression, int item)
    {
        try
        {
            return expression.Evaluate(scope(item));
        }
        catch (ExpressionException e)
        {
            faults.Add($"{form.Items[item].Path}: {e.Message}");
            return null;
        }
    }

    /// <summary>Choices of a select that pass its filter.</summary>
    public IReadOnlyList<Choice> Offered(int item)
    {
        if (form.Items[item] is not Question { Choices: { } list } question) return [];
        if (question.ChoiceFilter is not { } filter) return list.Choices;
        return Evaluate(filter, item) is Value.Nodes found ? [.. found.Items.Select(list.Of).OfType<Choice>()] : [];
    }

    /// <summary>Remembers everything, for an answer that may yet be refused.</summary>
    public Action Snapshot()
    {
        var values = Array.ConvertAll(nodes, n => n.Value);
        var (shown, own) = (Array.ConvertAll(nodes, n => n.Relevant), (bool[])relevant.Clone());
        return () =>
        {
            for (var item = 0; item < nodes.Length; item++) (nodes[item].Value, nodes[item].Relevant, relevant[item]) = (values[item], shown[item], own[item]);
        };
    }

    private List<int> Run(bool[]? touched)
    {
        var fallen = new List<int>();
        foreach (var rule in form.Rules)
        {
            if (touched is not null && !rule.Reads.Any(read => touched[read])) continue;
            if (touched is null && (rule.Kind == RuleKind.Filter || rule.Triggered || (nodes[rule.Item].Value.Length > 0 && IsLasting(rule.Expression)))) continue;
            switch (rule.Kind)
            {
                case RuleKind.Relevance: SetRelevance(rule, touched); break;
                case RuleKind.Calculation: SetValue(rule.Item, Text(rule), touched); break;
                default: if (DropUnoffered(rule.Item, touched)) fallen.Add(rule.Item); break;
            }
        }
        return fallen;
    }

    // A broken relevant leaves its question asked: better one too many than an answer silently lost.
    private void SetRelevance(FormRule rule, bool[]? touched)
    {
        var now = Evaluate(rule.Expression, rule.Item)?.AsBoolean() ?? true;
        if (relevant[rule.Item] == now) return;
        relevant[rule.Item] = now;
        for (var item = rule.Item; item < nodes.Length && (item == rule.Item || IsInside(item, rule.Item)); item++)
        {
            var shown = relevant[item] && (form.ParentOf(item) is var parent && parent < 0 || nodes[form.ParentOf(item)].Relevant);
            if (nodes[item].Relevant == shown) continue;
            nodes[item].Relevant = shown;
            if (touched is not null) touched[item] = true;
        }
    }

    private bool IsInside(int item, int group)
    {
        for (var parent = form.ParentOf(item); parent >= group; parent = form.ParentOf(parent))
            if (parent == group) return true;
        return false;
    }

    private string Text(FormRule rule) => Stored((Question)form.Items[rule.Item], Evaluate(rule.Expression, rule.Item));

    /// <summary>A result as it is stored; today() + 7 in a date question is a day again.</summary>
    public static string Stored(Question question, Value? value) => value switch
    {
        null => "",
        Value.Number { Value: var days } when question.Kind == QuestionKind.Date && Math.Abs(days) < 200_000 =>
            DateOnly.FromDayNumber(new DateOnly(1970, 1, 1).DayNumber + (int)Math.Floor(days)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Value.Number { Value: double.NaN } => "",
        Value.Number { Value: var number } when question.Kind == QuestionKind.Integer => Value.Of(Math.Truncate(number)).AsText(),
        _ => value.AsText(),
    };

    private void SetValue(int item, string value, bool[]? touched)
    {
        if (nodes[item].Value == value) return;
        nodes[item].Value = value;
        if (touched is not null) touched[item] = true;
    }

    private bool DropUnoffered(int item, bool[]? touched)
    {
        var value = nodes[item].Value;
        if (value.Length == 0) return false;
        var offered = Offered(item).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var kept = string.Join(' ', value.Split(' ').Where(offered.Contains));
        if (offered.Contains(value) || kept == value) return false;
        SetValue(item, kept, touched);
        return true;
    }

    private static bool IsLasting(Expression expression) => expression.Calls.Any(c => c.Name is "uuid" or "random" or "once");
}
