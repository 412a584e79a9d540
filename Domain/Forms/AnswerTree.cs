using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>The element of an item in one person's answers; of a repeat, one of its instances.</summary>
internal sealed class AnswerNode(Frame frame, FormItem definition, int item, string path) : InstanceNode(definition.Name)
{
    /// <summary>The instance of a repeat it belongs to, an instance to itself; the whole form outside repeats.</summary>
    public Frame Frame => frame;

    public FormItem Definition => definition;

    /// <summary>Index of the item in the form.</summary>
    public int Item => item;

    /// <summary>Path with the positions of repeats: "/data/member[2]/name".</summary>
    public string Path => path;

    /// <summary>What its calculation gave last in this turn, which a person may have replaced; null before it is worked out.</summary>
    public string? WorkedOut { get; set; }

    /// <summary>Neither it nor anything around it is hidden.</summary>
    public bool Counts => NodeText.Shown(this);
}

/// <summary>The items outside repeats, or those of one instance of a repeat, each with its one element; repeats inside have frames of their own.</summary>
internal sealed class Frame
{
    private readonly Form form;
    private readonly AnswerNode?[] own;
    private readonly int first;
    private readonly Dictionary<int, List<Frame>> repeats = [];

    /// <summary>The outermost frame.</summary>
    public Frame(Form form)
    {
        (this.form, Owner, Path) = (form, -1, "/" + form.Root);
        Element = new InstanceNode(form.Root);
        own = new AnswerNode?[form.Items.Count];
        Fill(0, own.Length);
    }

    /// <summary>A further instance of a repeat, at the end of those there are.</summary>
    private Frame(Frame parent, int repeat)
    {
        (form, Owner, Parent, first) = (parent.form, repeat, parent, repeat);
        Place = parent.Instances(repeat).Count + 1;
        Path = $"{parent.PathOf(repeat)}[{Place}]";
        own = new AnswerNode?[form.EndOf(repeat) - repeat];
        var node = new AnswerNode(this, form.Items[repeat], repeat, Path);
        Element = own[0] = node;
        var around = parent.ElementOf(form.ParentOf(repeat));
        around.Add(node, parent.IndexFor(around, repeat));
        Fill(repeat + 1, form.EndOf(repeat));
    }

    /// <summary>Index of the repeat; -1 for the outermost.</summary>
    public int Owner { get; }

    public Frame? Parent { get; }

    /// <summary>Which instance it is, from 1; 0 for the outermost.</summary>
    public int Place { get; }

    public string Path { get; }

    public InstanceNode Element { get; }

    /// <summary>Repeats directly inside, in the order of the form.</summary>
    public IEnumerable<int> Repeats => repeats.Keys;

    public AnswerNode? this[int item] => own[item - first];

    public IReadOnlyList<Frame> Instances(int repeat) => repeats[repeat];

    /// <summary>Path of an item of this frame; of a repeat inside it, without the instance's position.</summary>
    public string PathOf(int item) => Parent is null ? form.Items[item].Path : Path + form.Items[item].Path[form.Items[Owner].Path.Length..];

    /// <summary>Adds an instance.</summary>
    public Frame Add(int repeat)
    {
        var frame = new Frame(this, repeat);
        repeats[repeat].Add(frame);
        return frame;
    }

    /// <summary>Takes the last instance out.</summary>
    public void RemoveLast(int repeat)
    {
        var last = repeats[repeat][^1];
        last.Element.Parent!.Remove(last.Element);
        repeats[repeat].RemoveAt(repeats[repeat].Count - 1);
    }

    /// <summary>The frames of a repeat inside this one, itself included; -1 asks for the outermost.</summary>
    public IEnumerable<Frame> Frames(int owner)
    {
        if (owner == Owner) return [this];
        var inner = owner;
        while (form.FrameOf(form.ParentOf(inner)) != Owner) inner = form.FrameOf(form.ParentOf(inner));
        return repeats[inner].SelectMany(f => f.Frames(owner));
    }

    /// <summary>Every element of an item inside this frame, in order; the outermost frame holds all there are.</summary>
    public IEnumerable<AnswerNode> Every(int item) => Frames(form.FrameOf(item)).Select(f => f[item]!);

    /// <summary>The elements of this frame alone, in the order of the form.</summary>
    public IEnumerable<AnswerNode> Own => own.OfType<AnswerNode>();

    /// <summary>The way through this frame and those inside: each element, and after the instances of a repeat the place where another could be added.</summary>
    public IEnumerable<FormStep> Steps()
    {
        for (var at = 0; at < own.Length; at++)
        {
            if (own[at] is { } node) yield return new(node, this, -1);
            else if (repeats.TryGetValue(first + at, out var instances))
            {
                foreach (var inside in instances.SelectMany(f => f.Steps())) yield return inside;
                yield return new(null, this, first + at);
            }
        }
    }

    /// <summary>This frame or the one around it that belongs to a repeat; null when neither does.</summary>
    public Frame? Around(int owner)
    {
        var frame = this;
        while (frame is not null && frame.Owner != owner) frame = frame.Parent;
        return frame;
    }

    public InstanceNode ElementOf(int item) => item < 0 ? Element : own[item - first]!;

    private void Fill(int from, int until)
    {
        for (var item = from; item < until; item++)
        {
            if (form.Items[item] is Repeat)
            {
                repeats[item] = [];
                item = form.EndOf(item) - 1;
                continue;
            }
            own[item - first] = new AnswerNode(this, form.Items[item], item, PathOf(item));
            ElementOf(form.ParentOf(item)).Add(own[item - first]!);
        }
    }

    // Elements stand in the order of the form, so that positions and the order of nodes are as in the workbook.
    private int IndexFor(InstanceNode around, int repeat)
    {
        var children = around.Children;
        var at = children.Count;
        while (at > 0 && children[at - 1] is AnswerNode before && before.Item > repeat) at--;
        return at;
    }
}

/// <summary>One step of the way through a form.</summary>
/// <param name="Node">The element; null for the place after a repeat.</param>
/// <param name="Frame">The frame of the element, or the one the repeat stands in.</param>
/// <param name="Repeat">Index of the repeat, -1 for an element.</param>
internal readonly record struct FormStep(AnswerNode? Node, Frame Frame, int Repeat)
{
    /// <summary>What the step is known by between two messages.</summary>
    public string Path => Node?.Path ?? Frame.PathOf(Repeat);
}
