using GrantBot.Domain.Forms.Expressions;
using GrantBot.Domain.Forms.QuestionTypes;

namespace GrantBot.Domain.Forms;

/// <summary>One row of the survey: a group or a question. A closed family.</summary>
public abstract record FormItem
{
    private protected FormItem() { }

    /// <summary>Element name, unique in its group.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path without positions, "/data/group/name".</summary>
    public required string Path { get; init; }

    /// <summary>Path of the group it stands in; the root's for the outermost.</summary>
    public required string Parent { get; init; }

    /// <summary>Row of the sheet survey, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>What the person reads; null for items that are never said.</summary>
    public LocalText? Label { get; init; }

    /// <summary>The item counts only while this is true; null = always.</summary>
    public Expression? Relevant { get; init; }
}

/// <summary>A group of items that share a relevance.</summary>
public sealed record Group : FormItem;

/// <summary>A group filled several times: each time is an instance, at "/data/member[2]".</summary>
public sealed record Repeat : FormItem
{
    /// <summary>Most instances one repeat may have; a form that wants more is a list, not a talk.</summary>
    public const int MostInstances = 100;

    /// <summary>Path of the value that says how many instances there are; null = the person adds until done.</summary>
    public string? CountPath { get; init; }
}

/// <summary>A question, a note, or a value that is not asked.</summary>
public sealed record Question : FormItem
{
    /// <summary>Kind of answer.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>Reads and shows answers of that kind.</summary>
    public required IQuestionType Type { get; init; }

    /// <summary>A line below the question.</summary>
    public LocalText? Hint { get; init; }

    /// <summary>Further advice for who asks for it; null when there is none.</summary>
    public LocalText? Guidance { get; init; }

    /// <summary>File name of a picture shown with the question, by language; null when there is none.</summary>
    public LocalText? Image { get; init; }

    /// <summary>A short label for summaries and lists ("Surname"); null = the question itself.</summary>
    public LocalText? Short { get; init; }

    /// <summary>Whether an answer is demanded always; <see cref="RequiredWhen"/> says it by circumstance.</summary>
    public bool Required { get; init; }

    /// <summary>An answer is demanded while this is true; null when <see cref="Required"/> says all.</summary>
    public Expression? RequiredWhen { get; init; }

    /// <summary>Said when somebody tries to skip a required question.</summary>
    public LocalText? RequiredMessage { get; init; }

    /// <summary>Holds for every good answer; "." is the answer. Not asked of a blank one.</summary>
    public Expression? Constraint { get; init; }

    /// <summary>Said when the constraint does not hold.</summary>
    public LocalText? ConstraintMessage { get; init; }

    /// <summary>Works the value out; null when a person or the program gives it.</summary>
    public Expression? Calculation { get; init; }

    /// <summary>Paths of the questions whose change alone makes <see cref="Calculation"/> be worked out; empty = whatever it reads.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>A first value as it stands; null when there is none or it is worked out.</summary>
    public string? Default { get; init; }

    /// <summary>A first value worked out when the form is first opened, or its instance of a repeat is new.</summary>
    public Expression? DynamicDefault { get; init; }

    /// <summary>List of a select.</summary>
    public ChoiceList? Choices { get; init; }

    /// <summary>The choices on offer, as the whole expression instance('list')/root/item[filter]; null = every choice as listed.</summary>
    public Expression? ChoiceFilter { get; init; }

    /// <summary>The answers that are the choices, where they come from a repeat and not from a list; <see cref="ChoiceFilter"/> finds them.</summary>
    public string? ChoicesFrom { get; init; }

    /// <summary>Settings such as start=1, by key.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The appearance column as written, "" when blank.</summary>
    public string Appearance { get; init; } = "";

    /// <summary>Name of the right choice, several with spaces between; null where nothing is right or wrong.</summary>
    public string? Right { get; init; }

    /// <summary>Longest answer in characters; 0 = the kind's own limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>Metadata the session fills by itself ("start", "end", "today") or is told (<see cref="FormSession.Describe"/>); null for all else.</summary>
    public string? Metadata { get; init; }

    /// <summary>Shown, never answered.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>True for what is only said: a note, or a labelled value nobody may change.</summary>
    public bool Said => Label is not null && (Kind == QuestionKind.Note || (Kind is not (QuestionKind.Calculate or QuestionKind.Hidden) && ReadOnly));

    /// <summary>True for what a person is asked; false for notes and for values of the program. What a labelled question's calculation gives is offered as an answer and may be changed.</summary>
    public bool Asked => !ReadOnly && Label is not null && Kind is not (QuestionKind.Note or QuestionKind.Calculate or QuestionKind.Hidden);
}
