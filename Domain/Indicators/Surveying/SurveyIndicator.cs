using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Indicators.Surveying;

/// <summary>An indicator of how a survey goes: a number of its card.</summary>
public abstract class SurveyIndicator : IIndicator
{
    /// <inheritdoc/>
    public abstract string Key { get; }

    /// <inheritdoc/>
    public abstract CountUnit Unit { get; }

    /// <inheritdoc/>
    public virtual Measure? AskedAs => null;

    /// <inheritdoc/>
    public virtual string? Numerator => null;

    /// <inheritdoc/>
    public virtual string? Denominator => null;

    /// <inheritdoc/>
    public virtual string Exclusions => "ind.excl.links";

    /// <inheritdoc/>
    public virtual string Missing => "ind.miss.nobody";

    /// <summary>The number, or for a share what stands above the line.</summary>
    public abstract int Of(SurveyCounts counts);
}

/// <summary>People a survey was put to; whoever follows a link is invited by nobody.</summary>
public sealed class SurveyInvited : SurveyIndicator
{
    /// <inheritdoc/>
    public override string Key => "survey_invited";

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Person;

    /// <inheritdoc/>
    public override int Of(SurveyCounts counts) => counts.Invited;
}

/// <summary>Messages with the invitation that a platform took, the reminder among them.</summary>
public sealed class SurveySent : SurveyIndicator
{
    /// <inheritdoc/>
    public override string Key => "survey_sent";

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Message;

    /// <inheritdoc/>
    public override int Of(SurveyCounts counts) => counts.Sent;
}

/// <summary>Of those messages, how many a platform said it had delivered.</summary>
public sealed class SurveyDelivered : SurveyIndicator
{
    /// <inheritdoc/>
    public override string Key => "survey_delivered";

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Message;

    /// <inheritdoc/>
    public override string Missing => "ind.miss.receipts";

    /// <inheritdoc/>
    public override int Of(SurveyCounts counts) => counts.Delivered;
}

/// <summary>Of those messages, how many a platform said were read.</summary>
public sealed class SurveyRead : SurveyIndicator
{
    /// <inheritdoc/>
    public override string Key => "survey_read";

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Message;

    /// <inheritdoc/>
    public override string Missing => "ind.miss.receipts";

    /// <inheritdoc/>
    public override int Of(SurveyCounts counts) => counts.Read;
}

/// <summary>People who began to answer.</summary>
public sealed class SurveyOpened : SurveyIndicator
{
    /// <inheritdoc/>
    public override string Key => "survey_opened";

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Person;

    /// <inheritdoc/>
    public override string Exclusions => "ind.excl.reopened";

    /// <inheritdoc/>
    public override int Of(SurveyCounts counts) => counts.Opened;
}

/// <summary>Survey answers: people who sent the form to the end.</summary>
public sealed class SurveyAnswered : SurveyIndicator
{
    /// <inheritdoc/>
    public override string Key => "survey_answers";

    /// <inheritdoc/>
    public override Measure? AskedAs => Measure.SurveyAnswers;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Answer;

    /// <inheritdoc/>
    public override string Denominator => "ind.survey_invited";

    /// <inheritdoc/>
    public override string Exclusions => "ind.excl.unsent";

    /// <inheritdoc/>
    public override int Of(SurveyCounts counts) => counts.Answered;
}

/// <summary>Response rate: what part of those invited answered (жауап беру деңгейі, доля ответивших).</summary>
public sealed class ResponseRate : SurveyIndicator
{
    /// <inheritdoc/>
    public override string Key => "response_rate";

    /// <inheritdoc/>
    public override Measure? AskedAs => Measure.ResponseRate;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public override string Numerator => "ind.response_rate.num";

    /// <inheritdoc/>
    public override string Denominator => "ind.survey_invited";

    /// <inheritdoc/>
    public override int Of(SurveyCounts counts) => counts.Answered;

    /// <summary>Of one survey, or of several together; those by link must not be among them, since nobody was invited.</summary>
    public static Figure.Share Measured(SurveyCounts counts) => new(counts.Answered, counts.Invited);
}
