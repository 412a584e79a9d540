using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>
/// A form as read from a workbook: everything parsed and ordered once, shared by all sessions, never changed.
/// An open conversation stays on the version it began.
/// </summary>
public sealed class Form
{
    private readonly Dictionary<string, int> byPath;
    private readonly ILookup<string, int> byName;
    private readonly int[] parents;
    private readonly int[] frames;
    private readonly int[] ends;
    private readonly bool[] stored;
    private readonly List<(int Rule, int Within)>[] readers;
    private readonly LocalText title;

    internal Form(string id, string version, string root, LocalText title, IReadOnlyList<string> languages, string defaultLanguage,
        IReadOnlyList<FormItem> items, IReadOnlyDictionary<string, ChoiceList> lists, IReadOnlyList<FormRule> rules)
    {
        (Id, Version, Root, this.title, Languages, DefaultLanguage, Items, Lists, Rules) = (id, version, root, title, languages, defaultLanguage, items, lists, rules);
        Questions = [.. items.OfType<Question>()];
        byPath = items.Select((item, index) => (item.Path, index)).ToDictionary(p => p.Path, p => p.index, StringComparer.Ordinal);
        parents = [.. items.Select(item => byPath.GetValueOrDefault(item.Parent, -1))];
        frames = new int[items.Count];
        ends = new int[items.Count];
        for (var item = 0; item < items.Count; item++)
        {
            frames[item] = items[item] is Repeat ? item : parents[item] < 0 ? -1 : frames[parents[item]];
            for (var around = item; around >= 0; around = parents[around]) ends[around] = item + 1;
        }
        readers = [.. items.Select(_ => new List<(int, int)>())];
        for (var rule = 0; rule < rules.Count; rule++)
            foreach (var read in rules[rule].Reads) readers[read.Item].Add((rule, read.Within));
        stored = [.. items.Select(i => i is Question { Calculation: null } or Question { Asked: true })];
        foreach (var rule in rules.Where(r => r.Kept)) stored[rule.Item] = true;
        byName = items.Select((item, index) => (item.Name, index)).ToLookup(p => p.Name, p => p.index, StringComparer.Ordinal);
    }

    /// <summary>form_id of the sheet settings.</summary>
    public string Id { get; }

    /// <summary>version of the sheet settings, "" when the author gave none; once it is stored, the number it was stored under.</summary>
    public string Version { get; }

    /// <summary>Name of the root element, "data" unless the settings say otherwise.</summary>
    public string Root { get; }

    /// <summary>Language codes the labels come in; ["default"] when the workbook names none.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>The language that stands in for a missing translation.</summary>
    public string DefaultLanguage { get; }

    /// <summary>Groups and questions in the order of the sheet; a group comes before its content.</summary>
    public IReadOnlyList<FormItem> Items { get; }

    /// <summary>Questions, notes and values in the order of the sheet.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>Choice lists by name.</summary>
    public IReadOnlyDictionary<string, ChoiceList> Lists { get; }

    /// <summary>Relevances, calculations and choice filters in the order in which they must be worked out.</summary>
    public IReadOnlyList<FormRule> Rules { get; }

    /// <summary>
    /// The form's title. XLSForm has no translations of form_title, so "A / B / C" with as many parts as the form has languages is read as one for each.
    /// </summary>
    public string Title(string language)
    {
        var whole = title.In(language);
        var parts = whole.Split(" / ");
        var place = Languages.Index().Where(l => l.Item == language).Select(l => l.Index).DefaultIfEmpty(-1).First();
        return parts.Length == Languages.Count && place >= 0 ? parts[place] : whole;
    }

    /// <summary>Whether it asks for what the person sent last time (${last-saved#name}).</summary>
    public bool ReadsLastSaved { get; internal init; }

    /// <summary>Gives each submission its title; null when the author wants none.</summary>
    public Expression? InstanceName { get; internal init; }

    /// <summary>The same form under another version.</summary>
    public Form As(string version) => new(Id, version, Root, title, Languages, DefaultLanguage, Items, Lists, Rules) { ReadsLastSaved = ReadsLastSaved, InstanceName = InstanceName };

    /// <summary>The path of a value in a submission by name; null when the form has no such question.</summary>
    public string? PathOf(string name) => name.Contains('/', StringComparison.Ordinal) ? $"/{Root}/{name}" : Named(name).Select(i => Items[i].Path).FirstOrDefault();

    /// <summary>Index of the item at a path; -1 when there is none.</summary>
    public int IndexOf(string path) => byPath.GetValueOrDefault(path, -1);

    /// <summary>Index of the group an item stands in; -1 for the outermost.</summary>
    public int ParentOf(int item) => parents[item];

    /// <summary>Index of the repeat whose instance an item belongs to, a repeat to its own; -1 outside repeats.</summary>
    public int FrameOf(int item) => item < 0 ? -1 : frames[item];

    /// <summary>Index after the last item inside an item.</summary>
    public int EndOf(int item) => ends[item];

    /// <summary>An item's value is stored; others are worked out again whenever the form is taken up.</summary>
    internal bool IsStored(int item) => stored[item];

    /// <summary>Rules that read an item, each with the repeat within whose instance it reads.</summary>
    internal IReadOnlyList<(int Rule, int Within)> ReadersOf(int item) => readers[item];

    /// <summary>Indexes of the items of a name; more than one only for names no expression refers to.</summary>
    public IEnumerable<int> Named(string name) => byName[name];
}
