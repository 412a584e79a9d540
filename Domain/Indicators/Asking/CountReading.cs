namespace GrantBot.Domain.Indicators.Asking;

/// <summary>What came of reading a text as a question for counts. A closed family; nothing is ever guessed without being said.</summary>
public abstract record CountReading
{
    private CountReading() { }

    /// <summary>Every word was accounted for.</summary>
    public sealed record Understood(CountQuestion Question) : CountReading;

    /// <summary>It is a question for counts, but it must be asked back about.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Words">The words it is about, as they were typed; empty where the whole is meant.</param>
    /// <param name="Choices">Readings to offer, each complete.</param>
    public sealed record Unclear(UnclearWhy Why, IReadOnlyList<string> Words, IReadOnlyList<CountChoice> Choices) : CountReading;

    /// <summary>Something else.</summary>
    public sealed record NotACount : CountReading;
}

/// <summary>Why a question is asked back about.</summary>
public enum UnclearWhy
{
    /// <summary>Words nobody taught the program.</summary>
    Words,

    /// <summary>Two readings or more.</summary>
    Several,

    /// <summary>More than two breakdowns.</summary>
    Dimensions,

    /// <summary>A time that cannot be: it ends before it begins, or is no day of a calendar.</summary>
    Period,
}

/// <summary>A reading that is offered.</summary>
/// <param name="Question">The whole question, should it be chosen.</param>
/// <param name="Part">By what it is told from the others.</param>
public sealed record CountChoice(CountQuestion Question, CountPart Part);

/// <summary>A part of a question, as it is named on a button.</summary>
public enum CountPart
{
    /// <summary>What is counted.</summary>
    Measure,

    /// <summary>At which event.</summary>
    Event,

    /// <summary>At all those events.</summary>
    Events,

    /// <summary>From where.</summary>
    Territory,

    /// <summary>From which place of study.</summary>
    Institution,

    /// <summary>How old.</summary>
    Age,

    /// <summary>Whatever else it says, in one sentence.</summary>
    Whole,

    /// <summary>The question without the words that were not understood.</summary>
    Rest,
}
