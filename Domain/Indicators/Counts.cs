using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators;

/// <summary>How many registrations stand: confirmed and waiting for consent together (тіркелді, записались).</summary>
public sealed class Registered : IIndicator
{
    /// <inheritdoc/>
    public string Key => "registered";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) => new Figure.Count(registrations.Active.Count);
}

/// <summary>How many registrations have a seat (расталды, подтверждены).</summary>
public sealed class Confirmed : IIndicator
{
    /// <inheritdoc/>
    public string Key => "confirmed";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) => new Figure.Count(registrations.Active.Count(r => r.Status.IsConfirmed()));
}

/// <summary>How many minors wait for the consent of a parent or guardian (келісім күтілуде, ждут согласия).</summary>
public sealed class WaitingForConsent : IIndicator
{
    /// <inheritdoc/>
    public string Key => "waiting";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) => new Figure.Count(registrations.Active.Count(r => r.Status == RegistrationStatus.WaitingConsent));
}

/// <summary>How many took their registration back and did not register again (болдырмады, отменили).</summary>
public sealed class Cancelled : IIndicator
{
    /// <inheritdoc/>
    public string Key => "cancelled";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) => new Figure.Count(registrations.Cancelled);
}

/// <summary>How many different people registered (бірегей қатысушы): the number a report's demographic tables add up to.</summary>
public sealed class UniquePeople : IIndicator
{
    /// <inheritdoc/>
    public string Key => "people";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Person;

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) => new Figure.Count(registrations.People.Count);
}

/// <summary>What part of the registrations is confirmed.</summary>
public sealed class ConfirmedShare : IIndicator
{
    /// <inheritdoc/>
    public string Key => "confirmed_share";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public string Numerator => "confirmed";

    /// <inheritdoc/>
    public string Denominator => "registered";

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) =>
        new Figure.Share(registrations.Active.Count(r => r.Status.IsConfirmed()), registrations.Active.Count);
}

/// <summary>How many wait for a seat, or have one offered (күту тізімінде, в списке ожидания).</summary>
public sealed class Waitlisted : IIndicator
{
    /// <inheritdoc/>
    public string Key => "waitlist";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) => new Figure.Count(registrations.Active.Count(r => r.Status is RegistrationStatus.Waitlisted or RegistrationStatus.Offered));
}

/// <summary>How many were checked in (келді, пришли).</summary>
public sealed class Attended : IIndicator
{
    /// <inheritdoc/>
    public string Key => "attended";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) => new Figure.Count(registrations.Active.Count(r => r.Status == RegistrationStatus.Attended));
}

/// <summary>What part of those confirmed was checked in (келді, пришли); who was not has the status of no-show, or none yet.</summary>
public sealed class AttendedShare : IIndicator
{
    /// <inheritdoc/>
    public string Key => "attended_share";

    /// <inheritdoc/>
    public CountUnit Unit => CountUnit.Percent;

    /// <inheritdoc/>
    public string Numerator => "attended";

    /// <inheritdoc/>
    public string Denominator => "confirmed";

    /// <inheritdoc/>
    public Figure Measure(RegistrationSet registrations) =>
        new Figure.Share(registrations.Active.Count(r => r.Status == RegistrationStatus.Attended), registrations.Active.Count(r => r.Status.IsConfirmed()));
}
