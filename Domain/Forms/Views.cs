namespace GrantBot.Domain.Forms;

/// <summary>Time as a session sees it.</summary>
/// <param name="Now">The moment of this turn.</param>
/// <param name="Zone">Zone in which "today" is meant; Asia/Aqtau by default.</param>
public sealed record FormClock(DateTimeOffset Now, TimeZoneInfo Zone);

/// <summary>A choice on offer.</summary>
/// <param name="Name">What is stored.</param>
/// <param name="Label">What the person reads.</param>
public sealed record ChoiceView(string Name, string Label);

/// <summary>A question as a person is asked it, in their language, answers filled in.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Kind of answer.</param>
/// <param name="Label">The question.</param>
/// <param name="Hint">A line below it.</param>
/// <param name="Required">It cannot be skipped.</param>
/// <param name="Choices">Choices that pass the filter; empty for other kinds.</param>
/// <param name="Current">The stored or suggested value, shown as a person reads it; null when blank.</param>
public sealed record QuestionView(string Path, string Name, QuestionKind Kind, string Label, string? Hint, bool Required,
    IReadOnlyList<ChoiceView> Choices, string? Current)
{
    /// <summary>The instance of a repeat it belongs to, such as "Member 2"; null outside repeats.</summary>
    public string? Section { get; init; }

    /// <summary>Names of the choices of <see cref="Current"/> that are on offer now, in their order, where several may be chosen; else none.</summary>
    public IReadOnlyList<string> Picked { get; init; } = [];

    /// <summary>Further advice for who asks for it.</summary>
    public string? Guidance { get; init; }

    /// <summary>File name of a picture to show with it.</summary>
    public string? Image { get; init; }
}

/// <summary>How far a person is.</summary>
/// <param name="Number">Place of the question among those that count now, from 1.</param>
/// <param name="Total">How many count now.</param>
public readonly record struct FormPosition(int Number, int Total);

/// <summary>One line of the list a person checks before sending.</summary>
/// <param name="Path">The question, for <see cref="FormSession.Reopen"/>.</param>
/// <param name="Label">The question in the person's language.</param>
/// <param name="Value">The answer as a person reads it.</param>
public sealed record SummaryLine(string Path, string Label, string Value)
{
    /// <summary>The instance of a repeat it belongs to, such as "Member 2"; null outside repeats.</summary>
    public string? Section { get; init; }

    /// <summary>The question with the instance it belongs to.</summary>
    public string Heading => Section is null ? Label : $"{Section} · {Label}";

    /// <summary>The line in words: "Name: Asel", "How old are you? 17".</summary>
    public string Words => Heading.EndsWith('?') ? $"{Heading} {Value}" : $"{Heading.TrimEnd('.', ':')}: {Value}";
}

/// <summary>What became of an answer. A closed family.</summary>
public abstract record AnswerResult
{
    private AnswerResult() { }

    /// <summary>Stored.</summary>
    public sealed record Accepted : AnswerResult;

    /// <summary>Not stored; the question stays open.</summary>
    /// <param name="Message">Why, in the person's language.</param>
    /// <param name="Key">Key of the text, "" for an author's own message. "w.iin" means that the message must not be kept anywhere.</param>
    public sealed record Refused(string Message, string Key) : AnswerResult;

    internal static readonly AnswerResult Yes = new Accepted();
}
