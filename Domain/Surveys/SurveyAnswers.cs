namespace GrantBot.Domain.Surveys;

/// <summary>What people answered to a survey, as far as it may be looked at.</summary>
/// <param name="Marks">Choices by question, a row for each person.</param>
/// <param name="Codes">Codes of the same people in the same order, as coarse as they may be.</param>
/// <param name="Remarks">What people wrote, in no order.</param>
public sealed record SurveyAnswers(IReadOnlyList<IReadOnlyDictionary<string, string>> Marks, IReadOnlyList<SurveyCodes> Codes, IReadOnlyList<Remark> Remarks)
{
    /// <summary>How many answered; more than the rows where so few did that their answers are not kept.</summary>
    public int Count { get; init; }

    /// <summary>How many gave each choice that is wanted in a number; filled for the quotas of the survey.</summary>
    public IReadOnlyList<int> Reached { get; init; } = [];

    /// <summary>What the survey before and after the event measured; null while one of them is open, or where there is no other.</summary>
    public PairGain? Gain { get; init; }

    /// <summary>The survey is anonymous and not over: what single people answered is under seal until so many have answered that it points at nobody.</summary>
    public bool IsSealed { get; init; }
}
