using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Indicators.Publicity;

/// <summary>
/// Reach (қамту, охват): views, copies or viewers of what was published about the project, as staff read them off last. They are the indirect
/// beneficiaries of a report and never participants (1-report-model.md, 2-processes.md 18).
/// </summary>
public sealed class Reach : IIndicator
{
    /// <inheritdoc/>
    public string Key => "reach";

    /// <inheritdoc/>
    public Measure? AskedAs => Measure.Reach;

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.View;

    /// <inheritdoc/>
    public string Exclusions => "ind.excl.reach";

    /// <inheritdoc/>
    public string Missing => "ind.miss.reach";
}
