using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Conversation;

/// <summary>What turns about surveys have to know.</summary>
public abstract partial record Need
{
    /// <summary>A survey; null = there is none.</summary>
    public sealed record Survey(SurveyId Id) : Need, IFor<KnownSurvey?>;

    /// <summary>The survey behind what follows "q_" in a link; null = there is none.</summary>
    public sealed record SurveyByCode(string Link) : Need, IFor<KnownSurvey?>;

    /// <summary>Surveys that are planned or open, those that end first first, then those that are over, the latest first; at most thirty.</summary>
    public sealed record Surveys : Need, IFor<IReadOnlyList<KnownSurvey>>;

    /// <summary>What a survey is to a chat and the person behind it.</summary>
    public sealed record SurveyPartOf(SurveyId Id, ChatId Chat, PersonId? Who) : Need, IFor<SurveyPart>;

    /// <summary>How a survey goes.</summary>
    public sealed record SurveyCountsOf(SurveyId Id) : Need, IFor<SurveyCounts>;

    /// <summary>What people answered.</summary>
    public sealed record SurveyAnswersOf(SurveyId Id) : Need, IFor<SurveyAnswers>;

    /// <summary>The best of a quiz with names, at most fifty: most right answers first, of equal ones the quicker.</summary>
    public sealed record QuizResultsOf(SurveyId Id) : Need, IFor<IReadOnlyList<QuizResult>>;
}
