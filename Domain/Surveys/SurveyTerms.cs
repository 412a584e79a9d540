using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Surveys;

/// <summary>What staff decide about a survey.</summary>
public sealed record SurveyTerms
{
    /// <summary>What stands behind "q_" in its link.</summary>
    public required string Code { get; init; }

    /// <summary>The form.</summary>
    public required string FormId { get; init; }

    /// <summary>The event it is about; null = none.</summary>
    public EventId? Event { get; init; }

    /// <summary>Whom it is put to.</summary>
    public SurveyAudience Audience { get; init; }

    /// <summary>The group it is put to; null for other audiences.</summary>
    public CountQuestion? Group { get; init; }

    /// <summary>No answer is stored with a person.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Before or after the event.</summary>
    public SurveyPhase Phase { get; init; }

    /// <summary>The other half; null = it has none.</summary>
    public SurveyId? Other { get; init; }

    /// <summary>Whoever answers is told how many answers were right.</summary>
    public bool TellsScore { get; init; }

    /// <summary>When people are invited.</summary>
    public DateTimeOffset OpensAt { get; init; }

    /// <summary>Until when it takes answers.</summary>
    public DateTimeOffset ClosesAt { get; init; }
}

/// <summary>What staff have done with a survey that is there.</summary>
public enum SurveyOrder
{
    /// <summary>It ends now, or never opens.</summary>
    Close = 1,

    /// <summary>Those who have not answered are reminded; once only.</summary>
    Remind = 2,
}
