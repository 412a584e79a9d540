using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Participation;

/// <summary>How many registrations stand: confirmed, waiting for consent and in the queue together (тіркелді, записались).</summary>
public sealed class Registered : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "registered";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.Registered;

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Nothing;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => Stands(status);
}

/// <summary>How many registrations have a seat (расталды, подтверждены).</summary>
public sealed class Confirmed : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "confirmed";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.Confirmed;

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Registered;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status.IsConfirmed();
}

/// <summary>How many wait for a seat, or have one offered (күту тізімінде, в списке ожидания).</summary>
public sealed class Waitlisted : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "waitlisted";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.Waitlisted;

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Registered;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.Waitlisted or RegistrationStatus.Offered;
}

/// <summary>How many minors wait for the consent of a parent or guardian (келісім күтілуде, ждут согласия).</summary>
public sealed class WaitingForConsent : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "waiting_for_consent";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.WaitingForConsent;

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Registered;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.WaitingConsent;
}

/// <summary>How many took their registration back and did not register again (болдырмады, отменили).</summary>
public sealed class Cancelled : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "cancelled";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.Cancelled;

    /// <inheritdoc/>
    public override string Exclusions => "ind.excl.again";

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Ever;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.Cancelled;
}

/// <summary>Visits: how many were checked in (келді, пришли).</summary>
public sealed class Attended : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "attended";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.Attended;

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Confirmed;

    /// <inheritdoc/>
    public override bool IsOfAttendance => true;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.Attended;
}

/// <summary>How many had a seat and did not come (келмеді, не пришли).</summary>
public sealed class NoShow : ParticipationIndicator
{
    /// <inheritdoc/>
    public override string Key => "no_show";

    /// <inheritdoc/>
    public override Measure AskedAs => Asking.Measure.NoShow;

    /// <inheritdoc/>
    public override CountOf Part => CountOf.Confirmed;

    /// <inheritdoc/>
    public override bool IsOfAttendance => true;

    /// <inheritdoc/>
    public override bool IsAbove(RegistrationStatus status) => status is RegistrationStatus.NoShow;
}
