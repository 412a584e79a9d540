using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>Keeps relevances, calculations, choices and counts true: whatever changes wakes the rules that read it, and those alone.</summary>
/// <param name="form">The form.</param>
/// <param name="instance">The tree.</param>
/// <param name="resize">Gives a repeat in a frame so many instances.</param>
/// <param name="suggest">Told of values worked out for a question a person is asked.</param>
/// <param name="resumed">The form was opened before, so that what is stored is how it was left.</param>
internal sealed class Recalculation(Form form, FormInstance instance, Action<Frame, int, int> resize, Action<AnswerNode> suggest, bool resumed)
{
    // Rules stand in order, so one round is enough unless a repeat counts what is inside it; a round then adds one instance.
    private const int MostRounds = Repeat.MostInstances + 10;

    private readonly HashSet<Frame>?[] waiting = new HashSet<Frame>?[form.Rules.Count];
    private int running = -1;
    private bool opening;

    /// <summary>Works out everything that follows from the answers. What must not change by itself stays: lasting and triggered values, and answers that fell out of their filter.</summary>
    public void Open()
    {
        opening = true;
        for (var rule = 0; rule < waiting.Length; rule++) Wake(rule, instance.Root);
        Run();
        opening = false;
    }

    /// <summary>An element's value or relevance is another now.</summary>
    public void Touch(AnswerNode node)
    {
        foreach (var (rule, within) in form.ReadersOf(node.Item))
            if (rule != running) Wake(rule, (within < 0 ? null : node.Frame.Around(within)) ?? instance.Root);
    }

    /// <summary>A repeat in a frame has an instance more or less at its end: wakes what looks into it from outside, and all inside a new one.</summary>
    public void TouchRepeat(Frame frame, int repeat, Frame? added)
    {
        for (var item = repeat; item < form.EndOf(repeat); item++)
        {
            // What an instance reads of itself does not change with its neighbours.
            foreach (var (rule, within) in form.ReadersOf(item).Where(r => r.Within < repeat && !form.Rules[r.Rule].Triggered))
                Wake(rule, (within < 0 ? null : frame.Around(within)) ?? instance.Root);
        }
        if (added is null) return;
        for (var rule = 0; rule < waiting.Length; rule++)
        {
            var item = form.Rules[rule].Item;
            var inside = item >= repeat && item < form.EndOf(repeat) && (item > repeat || form.Rules[rule].Kind != RuleKind.Count);
            if (inside && !form.Rules[rule].Triggered) Wake(rule, added);
        }
    }

    /// <summary>Works out all that was woken, until nothing changes.</summary>
    public void Run()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var any = false;
            for (var rule = 0; rule < waiting.Length; rule++)
            {
                if (waiting[rule] is not { } frames) continue;
                (waiting[rule], any, running) = (null, true, rule);
                Apply(form.Rules[rule], frames);
                running = -1;
            }
            if (!any) return;
        }
        Array.Clear(waiting);
        instance.Fault($"The rules of form {form.Id} do not come to rest.");
    }

    private void Wake(int rule, Frame within)
    {
        if (opening && (form.Rules[rule].Triggered || form.Rules[rule].Kind == RuleKind.Filter)) return;
        (waiting[rule] ??= new(ReferenceEqualityComparer.Instance)).Add(form.Rules[rule].Runs ? instance.Root : within);
    }

    private void Apply(FormRule rule, HashSet<Frame> frames)
    {
        if (rule.Kind == RuleKind.Count)
        {
            var around = form.FrameOf(form.ParentOf(rule.Item));
            foreach (var frame in frames.SelectMany(f => f.Frames(around)).ToList()) SetCount(frame, rule);
            return;
        }
        foreach (var node in frames.Count == 1 ? frames.First().Every(rule.Item).ToList() : frames.SelectMany(f => f.Every(rule.Item)).Distinct().ToList())
        {
            switch (rule.Kind)
            {
                case RuleKind.Relevance: SetRelevance(node, rule); break;
                case RuleKind.Calculation: Calculate(node, rule); break;
                default: DropUnoffered(node); break;
            }
        }
    }

    private void SetCount(Frame frame, FormRule rule)
    {
        var value = instance.Nearest(form.IndexOf(((Repeat)form.Items[rule.Item]).CountPath!), frame);
        var wanted = value is null ? 0 : Value.Of(NodeText.Of(value)).AsNumber();
        if (wanted > Repeat.MostInstances) instance.Fault($"{form.Items[rule.Item].Path}: more than {Repeat.MostInstances} instances are asked for.");
        resize(frame, rule.Item, wanted > 0 ? (int)Math.Min(wanted, Repeat.MostInstances) : 0);
    }

    // A broken relevant leaves its question asked: better one too many than an answer silently lost.
    private void SetRelevance(AnswerNode node, FormRule rule)
    {
        var now = instance.Evaluate(rule.Expression, node)?.AsBoolean() ?? true;
        if (node.Relevant == now) return;
        node.Relevant = now;
        TouchAll(node);
    }

    private void TouchAll(AnswerNode node)
    {
        Touch(node);
        foreach (var child in node.Children.OfType<AnswerNode>()) TouchAll(child);
    }

    private void Calculate(AnswerNode node, FormRule rule)
    {
        var question = (Question)node.Definition;
        if (opening && rule.Lasting && node.Value.Length > 0) return;
        var value = FormInstance.Stored(question, instance.Evaluate(rule.Expression, node));
        if (question.Asked && !rule.Triggered)
        {
            // What a person put in its place stays until the calculation gives something else.
            var same = node.WorkedOut == value || (opening && resumed);
            node.WorkedOut = value;
            if (same) return;
        }
        if (node.Value == value) return;
        node.Value = value;
        if (question.Asked) suggest(node);
        Touch(node);
    }

    private void DropUnoffered(AnswerNode node)
    {
        if (node.Value.Length == 0) return;
        var offered = instance.Offered(node).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        if (offered.Contains(node.Value)) return;
        var kept = string.Join(' ', node.Value.Split(' ').Where(offered.Contains));
        if (kept == node.Value) return;
        node.Value = kept;
        Touch(node);
    }
}
