using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Indicators.Surveying;

/// <summary>What part uses what they learned, or will; asked after trainings, workshops and camps.</summary>
public sealed class Apply : MarkIndicator
{
    /// <inheritdoc/>
    public override string Key => "apply";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.Apply;

    /// <inheritdoc/>
    public override string Question => "apply";

    /// <inheritdoc/>
    public override bool? IsGood(string mark) => mark switch { "already" or "will" => true, "unsure" or "no" => false, _ => null };
}

/// <summary>What part would recommend the event to a friend, where the form asks for yes or no, as the shipped one does.</summary>
public sealed class Recommend : MarkIndicator
{
    /// <summary>Name of the question in the form.</summary>
    internal const string Asked = "recommend";

    /// <inheritdoc/>
    public override string Key => "recommend";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.Recommend;

    /// <inheritdoc/>
    public override string Question => Asked;

    /// <inheritdoc/>
    public override bool? IsGood(string mark) => mark switch { "yes" => true, "no" => false, _ => null };
}

/// <summary>
/// Net promoters: the share of 9 and 10 less the share of 0 to 6, in points from −100 to 100. Only a form that asks "would you recommend" on a
/// scale from 0 to 10 can give it; of a form with yes and no <see cref="Recommend"/> is told in its place, and the answer says so.
/// </summary>
public sealed class NetPromoter : MarkIndicator
{
    private const int Most = 10, Promoter = 9, Detractor = 6;

    /// <inheritdoc/>
    public override string Key => "net_promoter";

    /// <inheritdoc/>
    public override Measure AskedAs => Measure.NetPromoter;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Points;

    /// <inheritdoc/>
    public override string Question => Recommend.Asked;

    /// <inheritdoc/>
    public override bool? IsGood(string mark) => Whole(mark, 0, Most) is { } number ? number >= Promoter : null;

    /// <inheritdoc/>
    public override bool IsAgainst(string mark) => Whole(mark, 0, Most) <= Detractor;
}
