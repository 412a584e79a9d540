using System.Globalization;

namespace GrantBot.Domain.Forms;

/// <summary>What a person has answered, skipped and been told, in memory during a turn; made from a <see cref="FormProgress"/> and turned into the next.</summary>
internal sealed class Answers
{
    private readonly Form form;
    private readonly FormProgress start;
    private readonly FormInstance instance;
    private readonly FormClock clock;
    private readonly Recalculation rules;

    // Stored values that have no element now: of instances a lowered count took out.
    private readonly Dictionary<string, string> rest;
    private readonly Dictionary<string, int> instances;
    private readonly List<string> asked;
    private readonly HashSet<string> skipped, suggested, told, finished;
    private readonly Queue<Frame> fresh = new();
    private readonly bool opened;

    public Answers(Form form, FormProgress start, FormInstance instance, FormClock clock)
    {
        (this.form, this.start, this.instance, this.clock) = (form, start, instance, clock);
        rest = new(start.Answers, StringComparer.Ordinal);
        instances = new(start.Instances, StringComparer.Ordinal);
        asked = [.. start.Asked];
        (skipped, suggested, told, finished) = ([.. start.Skipped], [.. start.Suggested], [.. start.Told], [.. start.Finished]);
        Reopened = start.Reopened;
        rules = new(form, instance, Resize, node => suggested.Add(node.Path), start.Opened);
        Enter(instance.Root, isNew: !start.Opened);
        rules.Open();
        PutWorkedOutDefaults();
        opened = true;
    }

    /// <summary>The question gone back to.</summary>
    public string? Reopened { get; set; }

    /// <summary>Puts a value in and works out what follows from it.</summary>
    public void Store(AnswerNode node, string value)
    {
        node.Value = value;
        skipped.Remove(node.Path);
        suggested.Remove(node.Path);
        rules.Touch(node);
        Settle();
    }

    /// <summary>The person was asked at this path and answered or skipped.</summary>
    public void MarkAsked(string path)
    {
        if (!asked.Contains(path, StringComparer.Ordinal)) asked.Add(path);
        if (Reopened == path) Reopened = null;
    }

    /// <summary>Whether a repeat gets more is asked again and again; the way back leads to the last time.</summary>
    public void MarkAskedLast(string path)
    {
        asked.Remove(path);
        MarkAsked(path);
    }

    public void Skip(AnswerNode node)
    {
        LeaveBlank(node);
        MarkAsked(node.Path);
    }

    /// <summary>Blank without having been asked: the way back does not lead to it.</summary>
    public void LeaveBlank(AnswerNode node)
    {
        Store(node, "");
        skipped.Add(node.Path);
    }

    /// <summary>Adds an instance to a repeat; it is filled next.</summary>
    public void AddInstance(FormStep repeat)
    {
        instances[repeat.Path] = repeat.Frame.Instances(repeat.Repeat).Count + 1;
        finished.Remove(repeat.Path);
        Enlarge(repeat.Frame, repeat.Repeat, isNew: true);
        Settle();
    }

    /// <summary>The person has added enough to a repeat, or wants to add after all.</summary>
    public void Finish(string repeat, bool done)
    {
        if (done) finished.Add(repeat);
        else finished.Remove(repeat);
    }

    public bool IsFinished(string repeat) => finished.Contains(repeat);

    /// <summary>Goes back to the last path asked that may still be asked.</summary>
    public bool StepBack(Func<string, bool> askable)
    {
        if (Before(askable) is not { } path) return false;
        Reopened = path;
        return true;
    }

    /// <summary>Whether there is such a path.</summary>
    public bool HasBefore(Func<string, bool> askable) => Before(askable) is not null;

    private string? Before(Func<string, bool> askable)
    {
        var from = Reopened is null ? asked.Count : asked.IndexOf(Reopened);
        for (var at = from - 1; at >= 0; at--)
            if (askable(asked[at])) return asked[at];
        return null;
    }

    /// <summary>True the first time a note is told.</summary>
    public bool Tell(string path) => told.Add(path);

    public bool IsOnlySuggested(string path) => suggested.Contains(path);

    public bool IsSkipped(string path) => skipped.Contains(path);

    public FormProgress ToProgress()
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in instance.Root.Steps())
            if (step.Node is { Value.Length: > 0 } node && form.IsStored(node.Item)) stored[node.Path] = node.Value;
        foreach (var (path, value) in rest) stored.TryAdd(path, value);
        return start with
        {
            Opened = true,
            Answers = stored,
            Instances = new Dictionary<string, int>(instances, StringComparer.Ordinal),
            Finished = [.. finished],
            Asked = [.. asked],
            Skipped = [.. skipped],
            Suggested = [.. suggested],
            Told = [.. told],
            Reopened = Reopened,
        };
    }

    /// <summary>Gives a new frame its stored values, or the first ones; repeats a person adds to get the instances they had.</summary>
    private void Enter(Frame frame, bool isNew)
    {
        instance.Enlist(frame);
        foreach (var node in frame.Own)
            if (rest.Remove(node.Path, out var value)) node.Value = value;
        if (isNew)
        {
            PutFixedValues(frame);
            fresh.Enqueue(frame);
        }
        foreach (var repeat in frame.Repeats.Where(r => form.Items[r] is Repeat { CountPath: null }))
        {
            // The first instance is there from the start; inside one added later nothing is, as in other XLSForm tools.
            if (isNew) instances[frame.PathOf(repeat)] = opened || start.Opened ? 0 : 1;
            var count = Math.Min(instances.GetValueOrDefault(frame.PathOf(repeat)), Repeat.MostInstances);
            while (frame.Instances(repeat).Count < count && instance.HasRoom) Enter(frame.Add(repeat), isNew);
        }
    }

    private void Resize(Frame frame, int repeat, int count)
    {
        var path = frame.PathOf(repeat);
        while (frame.Instances(repeat).Count > count)
        {
            var last = frame.Instances(repeat)[^1];
            foreach (var step in last.Steps())
                if (step.Node is { Value.Length: > 0 } node && form.IsStored(node.Item)) rest[node.Path] = node.Value;
            instance.Delist(last);
            frame.RemoveLast(repeat);
            rules.TouchRepeat(frame, repeat, null);
        }
        while (frame.Instances(repeat).Count < count)
        {
            var place = frame.Instances(repeat).Count + 1;
            if (!instance.HasRoom) break;
            var isNew = place > instances.GetValueOrDefault(path);
            if (isNew) instances[path] = place;
            Enlarge(frame, repeat, isNew);
        }
    }

    private void Enlarge(Frame frame, int repeat, bool isNew)
    {
        var added = frame.Add(repeat);
        Enter(added, isNew);
        rules.TouchRepeat(frame, repeat, added);
    }

    private void Settle()
    {
        rules.Run();
        PutWorkedOutDefaults();
    }

    private void PutFixedValues(Frame frame)
    {
        foreach (var node in frame.Own)
        {
            if (node.Definition is not Question question || node.Value.Length > 0) continue;
            var value = question.Metadata switch
            {
                "start" => TimeZoneInfo.ConvertTime(start.StartedAt, clock.Zone).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
                "today" => TimeZoneInfo.ConvertTime(start.StartedAt, clock.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ => question.Default,
            };
            if (value is { Length: > 0 }) Suggest(node, question, value);
        }
    }

    private void PutWorkedOutDefaults()
    {
        while (fresh.TryDequeue(out var frame))
        {
            foreach (var node in frame.Own)
            {
                if (node.Definition is not Question { DynamicDefault: { } expression } question || node.Value.Length > 0) continue;
                if (FormInstance.Stored(question, instance.Evaluate(expression, node)) is not { Length: > 0 } value) continue;
                Suggest(node, question, value);
                rules.Touch(node);
                rules.Run();
            }
        }
    }

    private void Suggest(AnswerNode node, Question question, string value)
    {
        node.Value = value;
        if (question.Asked) suggested.Add(node.Path);
    }
}
