using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms;

/// <summary>One choice of a list.</summary>
/// <param name="Name">What is stored.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Columns">Further columns of its row, read by choice filters.</param>
public sealed record Choice(string Name, LocalText Label, IReadOnlyDictionary<string, string> Columns)
{
    private static readonly Dictionary<string, string> NoColumns = new(StringComparer.Ordinal);

    /// <summary>A choice that is read as it is stored.</summary>
    public static Choice Plain(string name, string language) => Plain(name, name, language);

    /// <summary>A choice with one label for every language.</summary>
    public static Choice Plain(string name, string label, string language) => new(name, LocalText.Plain(label, language), NoColumns);
}

/// <summary>A list of the sheet choices.</summary>
public sealed class ChoiceList
{
    private readonly Dictionary<string, Choice> byName;
    private readonly Dictionary<InstanceNode, Choice> byItem = [];

    /// <summary>Builds the list and its document for instance('name').</summary>
    public ChoiceList(string name, IReadOnlyList<Choice> choices)
    {
        Name = name;
        Choices = choices;
        byName = new(StringComparer.Ordinal);
        foreach (var choice in choices) byName.TryAdd(choice.Name, choice);
        Columns = choices.SelectMany(c => c.Columns.Keys).ToHashSet(StringComparer.Ordinal);
        Document = new InstanceNode("root");
        foreach (var choice in choices)
        {
            var item = Document.Add(new InstanceNode("item"));
            byItem[item] = choice;
            if (!choice.Columns.ContainsKey("name")) item.Add(new InstanceNode("name") { Value = choice.Name });
            if (!choice.Columns.ContainsKey("label")) item.Add(new InstanceNode("label") { Value = choice.Label.In(choice.Label.Fallback) });
            foreach (var (column, value) in choice.Columns) item.Add(new InstanceNode(column) { Value = value });
        }
    }

    /// <summary>The list's name, as after select_one.</summary>
    public string Name { get; }

    /// <summary>Its choices in the order of the sheet.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>Names of the further columns any of its choices fills.</summary>
    public IReadOnlySet<string> Columns { get; }

    /// <summary>The list as an outside instance: root/item with name, label (default language) and the further columns. Never written to.</summary>
    public InstanceNode Document { get; }

    /// <summary>The choice an item of <see cref="Document"/> stands for; null for any other node.</summary>
    public Choice? Of(InstanceNode item) => byItem.GetValueOrDefault(item);

    /// <summary>The choice of that name; null when there is none.</summary>
    public Choice? Find(string name) => byName.GetValueOrDefault(name);
}
