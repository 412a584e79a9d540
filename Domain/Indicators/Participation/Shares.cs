using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Participation;

/// <summary>What part of the registrations is confirmed.</summary>
public sealed class ConfirmedShare : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "confirmed_share";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.ConfirmedShare;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public override string Numerator => "ind.confirmed";

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Registered;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status.IsConfirmed();
}

/// <summary>What part of those confirmed was checked in.</summary>
public sealed class AttendedShare : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "attended_share";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.AttendedShare;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public override string Numerator => "ind.attended";

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Confirmed;

    /// <inheritdoc/>
    public override bool IsOfAttendance => true;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.Attended;
}

/// <summary>What part of those confirmed did not come.</summary>
public sealed class NoShowRate : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "no_show_rate";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.NoShowRate;

    /// <inheritdoc/>
    public override CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public override string Numerator => "ind.no_show";

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Confirmed;

    /// <inheritdoc/>
    public override bool IsOfAttendance => true;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.NoShow;
}
