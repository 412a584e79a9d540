using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Indicators.Surveying;

/// <summary>A question with marks from 1 to 5: the share of 4 and 5, with the mean beside it (6-forms.md, 6.3).</summary>
public abstract class ScaleIndicator : MarkIndicator
{
    /// <summary>The lowest mark that counts as good.</summary>
    public const int Good = 4;

    private const int Least = 1, Most = 5;

    /// <inheritdoc/>
    public override string Numerator => "ind.num.good";

    /// <inheritdoc/>
    public override bool? IsGood(string mark) => Whole(mark, Least, Most) is { } number ? number >= Good : null;

    /// <inheritdoc/>
    public override int? Number(string mark) => Whole(mark, Least, Most);
}

/// <summary>Satisfaction with the event as a whole (қанағаттану деңгейі, удовлетворённость): the percentage reports ask for.</summary>
public sealed class Satisfaction : ScaleIndicator
{
    /// <inheritdoc/>
    public override string Key => "satisfaction";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.Satisfaction;

    /// <inheritdoc/>
    public override string Question => "overall";
}

/// <summary>How useful the content was.</summary>
public sealed class ContentMark : ScaleIndicator
{
    /// <inheritdoc/>
    public override string Key => "content";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.Content;

    /// <inheritdoc/>
    public override string Question => "content";
}

/// <summary>The work of speakers or judges.</summary>
public sealed class SpeakerMark : ScaleIndicator
{
    /// <inheritdoc/>
    public override string Key => "speaker";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.Speaker;

    /// <inheritdoc/>
    public override string Question => "speaker";
}

/// <summary>How it was organised: time, place, food.</summary>
public sealed class OrganisationMark : ScaleIndicator
{
    /// <inheritdoc/>
    public override string Key => "organisation";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.Organisation;

    /// <inheritdoc/>
    public override string Question => "organisation";
}

/// <summary>Whether the judging was fair; asked after tournaments only.</summary>
public sealed class FairMark : ScaleIndicator
{
    /// <inheritdoc/>
    public override string Key => "fair";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.Fair;

    /// <inheritdoc/>
    public override string Question => "fair";
}
