using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Indicators.Surveying;

/// <summary>Knowledge gain: right answers after less right answers before, of those who answered both, in points of percent (6-forms.md, 6.4).</summary>
public sealed class KnowledgeGain : IIndicator
{
    /// <inheritdoc/>
    public string Key => "knowledge_gain";

    /// <inheritdoc/>
    public Measure? AskedAs => Measure.KnowledgeGain;

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Points;

    /// <inheritdoc/>
    public string Numerator => "ind.knowledge_gain.num";

    /// <inheritdoc/>
    public string Denominator => "ind.knowledge_gain.den";

    /// <inheritdoc/>
    public string Exclusions => "ind.excl.unpaired";

    /// <inheritdoc/>
    public string Missing => "ind.miss.halves";
}

/// <summary>Of any scale from 1 to 5 in any survey: the share of 4 and 5.</summary>
public sealed class ScaleShare : IIndicator
{
    /// <inheritdoc/>
    public string Key => "scale_share";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public string Numerator => "ind.num.good";

    /// <inheritdoc/>
    public string Denominator => "ind.den.question";

    /// <inheritdoc/>
    public string Exclusions => "ind.excl.unsent";

    /// <inheritdoc/>
    public string Missing => "ind.miss.skipped";

    /// <summary>Counts.</summary>
    /// <param name="marks">Marks from 1 to 5.</param>
    public static Figure.Share Measured(IReadOnlyCollection<int> marks) => new(marks.Count(m => m >= ScaleIndicator.Good), marks.Count);
}

/// <summary>Of any other question with choices: the share of each. Where several may be chosen, the shares add up to more than a hundred.</summary>
public sealed class ChoiceShare : IIndicator
{
    /// <inheritdoc/>
    public string Key => "choice_share";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public string Numerator => "ind.choice_share.num";

    /// <inheritdoc/>
    public string Denominator => "ind.den.question";

    /// <inheritdoc/>
    public string Exclusions => "ind.excl.unsent";

    /// <inheritdoc/>
    public string Missing => "ind.miss.skipped";

    /// <summary>Counts.</summary>
    /// <param name="given">Answers to the question; several choices with spaces between.</param>
    /// <param name="choice">Name of the choice.</param>
    public static Figure.Share Measured(IReadOnlyCollection<string> given, string choice) => new(given.Count(g => g.Split(' ').Contains(choice)), given.Count);
}

/// <summary>Of a question that tests knowledge: the share of right answers.</summary>
public sealed class RightShare : IIndicator
{
    /// <inheritdoc/>
    public string Key => "right_share";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public string Numerator => "ind.right_share.num";

    /// <inheritdoc/>
    public string Denominator => "ind.den.question";

    /// <inheritdoc/>
    public string Exclusions => "ind.excl.unsent";

    /// <inheritdoc/>
    public string Missing => "ind.miss.skipped";

    /// <summary>Counts.</summary>
    public static Figure.Share Measured(Question question, IReadOnlyCollection<string> given) => new(given.Count(g => RightAnswers.IsRight(question, g)), given.Count);
}
