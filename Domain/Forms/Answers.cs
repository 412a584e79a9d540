using System.Globalization;

namespace GrantBot.Domain.Forms;

/// <summary>What a person has answered, skipped and been told, in memory during a turn; made from a <see cref="FormProgress"/> and turned into the next.</summary>
internal sealed class Answers(Form form, FormProgress start, FormInstance instance)
{
    private readonly Dictionary<string, string> stored = new(start.Answers, StringComparer.Ordinal);
    private readonly List<string> asked = [.. start.Asked];
    private readonly HashSet<string> skipped = [.. start.Skipped];
    private readonly HashSet<string> suggested = [.. start.Suggested];
    private readonly HashSet<string> told = [.. start.Told];

    /// <summary>The question gone back to.</summary>
    public string? Reopened { get; set; } = start.Reopened;

    /// <summary>Puts stored values into the tree, first values the first time, and works everything out.</summary>
    public void Load(FormClock clock)
    {
        foreach (var (path, value) in stored)
            if (form.IndexOf(path) is var item and >= 0) instance[item].Value = value;
        if (!start.Opened) PutFixedValues(clock);
        instance.Settle();
        if (!start.Opened) PutWorkedOutDefaults();
    }

    /// <summary>Stores a value and forgets those that fell out of their filter.</summary>
    public void Store(int item, string value, bool byPerson, Func<int, IReadOnlyList<int>> changed)
    {
        var path = form.Items[item].Path;
        instance[item].Value = stored[path] = value;
        skipped.Remove(path);
        suggested.Remove(path);
        if (byPerson) MarkAsked(path);
        foreach (var fallen in changed(item)) Forget(fallen);
    }

    public void Skip(int item)
    {
        var path = form.Items[item].Path;
        Clear(item);
        skipped.Add(path);
        MarkAsked(path);
    }

    /// <summary>Takes a value out; the question is open again.</summary>
    public void Clear(int item)
    {
        var path = form.Items[item].Path;
        stored.Remove(path);
        suggested.Remove(path);
        skipped.Remove(path);
        instance[item].Value = "";
        foreach (var fallen in instance.Changed(item)) Forget(fallen);
    }

    public bool StepBack(Func<int, bool> askable)
    {
        var from = Reopened is null ? asked.Count : asked.IndexOf(Reopened);
        for (var at = from - 1; at >= 0; at--)
        {
            if (form.IndexOf(asked[at]) is not (var item and >= 0) || !askable(item)) continue;
            Reopened = asked[at];
            return true;
        }
        return false;
    }

    /// <summary>True the first time a note is told.</summary>
    public bool Tell(string path) => told.Add(path);

    public bool IsOnlySuggested(string path) => suggested.Contains(path);

    /// <summary>Answered, or skipped where no answer is required (which may change with other answers).</summary>
    public bool IsSettled(string path, Func<bool> required) =>
        (stored.ContainsKey(path) && !suggested.Contains(path)) || (skipped.Contains(path) && !required());

    public FormProgress ToProgress()
    {
        foreach (var rule in form.Rules.Where(r => r.Kind == RuleKind.Calculation && MustBeKept(r)))
            stored[form.Items[rule.Item].Path] = instance[rule.Item].Value;
        return start with
        {
            Opened = true,
            Answers = new Dictionary<string, string>(stored, StringComparer.Ordinal),
            Asked = [.. asked],
            Skipped = [.. skipped],
            Suggested = [.. suggested],
            Told = [.. told],
            Reopened = Reopened,
        };
    }

    // A calculation that waits for its trigger, looks at its own last value, or must give the same one for ever.
    private static bool MustBeKept(FormRule rule) => rule.Triggered || rule.Reads.Contains(rule.Item) || rule.Expression.Calls.Any(c => c.Name is "once" or "uuid" or "random");

    private void MarkAsked(string path)
    {
        if (!asked.Contains(path, StringComparer.Ordinal)) asked.Add(path);
        if (Reopened == path) Reopened = null;
    }

    private void Forget(int item)
    {
        var path = form.Items[item].Path;
        if (instance[item].Value is { Length: > 0 } rest) stored[path] = rest;
        else stored.Remove(path);
    }

    private void PutFixedValues(FormClock clock)
    {
        for (var item = 0; item < form.Items.Count; item++)
        {
            if (form.Items[item] is not Question question) continue;
            var value = question.Metadata switch
            {
                "start" or "starttime" => TimeZoneInfo.ConvertTime(start.StartedAt, clock.Zone).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
                "today" => TimeZoneInfo.ConvertTime(start.StartedAt, clock.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ => question.Default,
            };
            if (value is { Length: > 0 }) Suggest(item, question, value);
        }
    }

    private void PutWorkedOutDefaults()
    {
        for (var item = 0; item < form.Items.Count; item++)
        {
            if (form.Items[item] is not Question { DynamicDefault: { } expression } question || instance[item].Value.Length > 0) continue;
            if (FormInstance.Stored(question, instance.Evaluate(expression, item)) is not { Length: > 0 } value) continue;
            Suggest(item, question, value);
            instance.Changed(item);
        }
    }

    private void Suggest(int item, Question question, string value)
    {
        instance[item].Value = stored[question.Path] = value;
        if (question.Asked) suggested.Add(question.Path);
    }
}
