using System.Globalization;
using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Indicators.Surveying;

/// <summary>An indicator of one question of the survey that follows every event (6-forms.md, 6.3): what each answer to it tells.</summary>
public abstract class MarkIndicator : IIndicator
{
    /// <inheritdoc/>
    public abstract string Key { get; }

    /// <summary>By what a question asks for it.</summary>
    public abstract Measure AskedAs { get; }

    Measure? IIndicator.AskedAs => AskedAs;

    /// <inheritdoc/>
    public virtual CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public virtual string Numerator => $"ind.{Key}.num";

    /// <inheritdoc/>
    public virtual string Denominator => "ind.den.question";

    /// <inheritdoc/>
    public virtual string Exclusions => "ind.excl.otherforms";

    /// <inheritdoc/>
    public virtual string Missing => "ind.miss.silent";

    /// <summary>Name of the question in the form.</summary>
    public abstract string Question { get; }

    /// <summary>Whether an answer counts above the line; null when it is none to this question.</summary>
    /// <param name="mark">What was chosen.</param>
    public abstract bool? IsGood(string mark);

    /// <summary>Whether an answer counts against: of net promoters those who would not recommend.</summary>
    public virtual bool IsAgainst(string mark) => false;

    /// <summary>The number of a mark, where marks have a mean.</summary>
    public virtual int? Number(string mark) => null;

    /// <summary>What an answer to the whole form has for this question; null when it has nothing that counts.</summary>
    public string? MarkOf(IReadOnlyDictionary<string, string> marks) => marks.GetValueOrDefault(Question) is { } mark && IsGood(mark) is not null ? mark : null;

    /// <summary>A whole number from least to most as a form stores it; null for any other text.</summary>
    private protected static int? Whole(string mark, int least, int most) => int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
