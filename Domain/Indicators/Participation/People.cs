using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Participation;

/// <summary>How many different people registered (бірегей қатысушы): the number the tables of /stats add up to.</summary>
public sealed class UniquePeople : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "unique_people";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.UniquePeople;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Person;

    /// <inheritdoc/>
    public override string Exclusions => "ind.excl.twice";

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Nothing;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => Stands(status);
}

/// <summary>How many different people came: the number the demographic tables of the report add up to.</summary>
public sealed class UniqueAttended : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "unique_attended";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.UniqueAttended;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Person;

    /// <inheritdoc/>
    public override string Exclusions => "ind.excl.twice";

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Confirmed;

    /// <inheritdoc/>
    public override bool IsOfAttendance => true;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.Attended;
}
