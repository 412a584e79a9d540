namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>Reads what a person typed into the value that is stored, and shows a stored value as a person reads it. One class per family of kinds.</summary>
public interface IQuestionType
{
    /// <summary>Reads a non-blank, tidied answer (<see cref="Typed.Tidy"/>).</summary>
    Reading Read(string raw, ReadingContext context);

    /// <summary>A stored value as a person reads it. A value no longer understood is shown as it is.</summary>
    string Show(string value, ReadingContext context);
}

/// <summary>What a type may need to know about the question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Language">Language of the person.</param>
/// <param name="Zone">Zone in which times are meant.</param>
/// <param name="Offered">Choices that pass the filter, in order.</param>
public sealed record ReadingContext(Question Question, string Language, TimeZoneInfo Zone, IReadOnlyList<Choice> Offered)
{
    /// <summary>A person typed it: a number is a place in the list before it is a name.</summary>
    public bool Typed { get; init; }

    /// <summary>Names of choices picked before, which what is read now joins.</summary>
    public IReadOnlyList<string> Picked { get; init; } = [];

    /// <summary>Puts current answers into the labels of choices.</summary>
    public Func<string, string> Answer { get; init; } = _ => "…";
}

/// <summary>The outcome of reading. A closed family.</summary>
public abstract record Reading
{
    private Reading() { }

    /// <summary>Understood.</summary>
    /// <param name="Value">What is stored.</param>
    public sealed record Understood(string Value) : Reading;

    /// <summary>Not understood: a text of the catalogue with its arguments.</summary>
    public sealed record Refused(string Key, params (string Name, object? Value)[] Arguments) : Reading;
}
