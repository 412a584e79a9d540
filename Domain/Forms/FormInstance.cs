using System.Globalization;
using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>The tree of one person's answers during one turn, and what expressions see in it. Made anew for each turn.</summary>
internal sealed class FormInstance
{
    // Repeats in repeats multiply.
    private const int MostFrames = 1_000;

    private readonly Form form;
    private readonly FormClock clock;
    private readonly int seed;
    private readonly Func<string, string, string?> choiceLabel;
    private readonly Func<string, InstanceNode?> outside;
    private readonly Dictionary<string, AnswerNode> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormStep> repeats = new(StringComparer.Ordinal);
    private readonly List<string> faults;
    private int frames;

    public FormInstance(Form form, FormClock clock, int seed, InstanceNode? lastSaved, List<string> faults, Func<string, string, string?> choiceLabel)
    {
        (this.form, this.clock, this.seed, this.faults, this.choiceLabel) = (form, clock, seed, faults, choiceLabel);
        outside = id => id == LastSaved.Instance ? lastSaved : form.Lists.GetValueOrDefault(id)?.Document;
        Root = new Frame(form);
    }

    /// <summary>Everything outside repeats.</summary>
    public Frame Root { get; }

    /// <summary>Whether another instance of any repeat may be added; when not, that is kept as a fault.</summary>
    public bool HasRoom
    {
        get
        {
            if (frames < MostFrames) return true;
            Fault($"Form {form.Id} asks for more than {MostFrames} instances of its repeats.");
            return false;
        }
    }

    /// <summary>The element at a path with positions; null when there is none now.</summary>
    public AnswerNode? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>The repeat at a path, in the frame it stands in; null when there is none now.</summary>
    public FormStep? FindRepeat(string path) => repeats.TryGetValue(path, out var step) ? step : null;

    /// <summary>Makes a frame's elements known by their paths.</summary>
    public void Enlist(Frame frame)
    {
        frames++;
        foreach (var node in frame.Own) byPath[node.Path] = node;
        foreach (var repeat in frame.Repeats) repeats[frame.PathOf(repeat)] = new(null, frame, repeat);
    }

    /// <summary>Forgets a frame and those inside.</summary>
    public void Delist(Frame frame)
    {
        foreach (var step in frame.Steps())
        {
            if (step.Node is { } node)
            {
                byPath.Remove(node.Path);
                if (node.Definition is Repeat) frames--;
            }
            else repeats.Remove(step.Path);
        }
    }

    /// <summary>The element of an item that an element means by its name: of its own instance, else the first there is.</summary>
    public AnswerNode? Nearest(int item, Frame from) => from.Around(form.FrameOf(item)) is { } near ? near[item] : Shared(item, from).Every(item).FirstOrDefault();

    /// <summary>The value of an expression; null when it cannot be worked out, which is kept as a fault.</summary>
    public Value? Evaluate(Expression expression, AnswerNode node) =>
        Evaluate(expression, node, node.Definition.Path, seed ^ (node.Item * 7919) ^ (node.Frame.Place * 104_729));

    /// <summary>The title of the submission by the form's instance_name; "" when it gives none.</summary>
    public string Title()
    {
        if (form.InstanceName is not { } name) return "";
        // It stands in meta, as in every XForm, and only while it is worked out.
        var meta = Root.Element.Add(new InstanceNode("meta"));
        var title = Evaluate(name, meta.Add(new InstanceNode("instanceName")), "instance_name", seed)?.AsText();
        Root.Element.Remove(meta);
        return title?.Trim() ?? "";
    }

    private Value? Evaluate(Expression expression, InstanceNode context, string place, int seed)
    {
        try
        {
            return expression.Evaluate(new EvaluationScope
            {
                Context = context, Root = Root.Element, Now = clock.Now, Zone = clock.Zone, Instance = outside, ChoiceLabel = choiceLabel, Seed = seed,
            });
        }
        catch (ExpressionException e)
        {
            Fault($"{place}: {e.Message}");
            return null;
        }
    }

    /// <summary>Keeps what went wrong in an author's expression, once.</summary>
    public void Fault(string fault)
    {
        if (!faults.Contains(fault, StringComparer.Ordinal)) faults.Add(fault);
    }

    /// <summary>Choices of a select that pass its filter.</summary>
    public IReadOnlyList<Choice> Offered(AnswerNode node)
    {
        if (node.Definition is not Question question) return [];
        if (question.ChoiceFilter is not { } filter) return question.Choices?.Choices ?? [];
        if (Evaluate(filter, node) is not Value.Nodes found) return [];
        return question.Choices is { } list
            ? [.. found.Items.Select(list.Of).OfType<Choice>()]
            : [.. found.Items.Where(n => n.Value.Length > 0 && NodeText.Shown(n)).Select(n => Choice.Plain(n.Value, form.DefaultLanguage))];
    }

    /// <summary>Whether the place after a repeat counts: the repeat is relevant there.</summary>
    public bool Counts(FormStep step)
    {
        var instances = step.Frame.Instances(step.Repeat);
        if (instances.Count > 0) return ((AnswerNode)instances[^1].Element).Counts;
        if (!NodeText.Shown(step.Frame.ElementOf(form.ParentOf(step.Repeat)))) return false;
        if (form.Items[step.Repeat].Relevant is not { } relevant) return true;
        var trial = (AnswerNode)step.Frame.Add(step.Repeat).Element;
        var counts = Evaluate(relevant, trial)?.AsBoolean() ?? true;
        step.Frame.RemoveLast(step.Repeat);
        return counts;
    }

    /// <summary>A result as it is stored; today() + 7 in a date question is a day again; a moment, as now() gives, is none.</summary>
    public static string Stored(Question question, Value? value) => (question.Kind, value) switch
    {
        (_, null) => "",
        (QuestionKind.Date, Value.Number { Value: var days }) when Math.Abs(days) < 200_000 =>
            DateOnly.FromDayNumber(new DateOnly(1970, 1, 1).DayNumber + (int)Math.Floor(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (QuestionKind.Date, Value.Date { HasTime: true }) => "",
        (QuestionKind.Date, Value.Date { Moment: var moment }) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, Value.Number { Value: double.NaN }) => "",
        (QuestionKind.Integer, Value.Number { Value: var number }) => Value.Of(Math.Truncate(number)).AsText(),
        _ => value.AsText(),
    };

    private Frame Shared(int item, Frame from)
    {
        for (var owner = form.FrameOf(item); owner >= 0; owner = form.FrameOf(form.ParentOf(owner)))
            if (from.Around(owner) is { } shared) return shared;
        return Root;
    }
}
